"""How a later start reaches the program that runs: a socket that is this person's alone."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 1_000
"""Milliseconds to wait for the first program to answer."""

_LONGEST = 64 * 1024
"""Bytes of a message; a path is shorter."""


def server_name(home: Path) -> str:
    """Return the name both starts know: the same for one home folder."""
    return "nvworkshop-" + hashlib.blake2b(os.fsencode(home.resolve()), digest_size=8).hexdigest()


def hand_over(home: Path, place: Path | None) -> bool:
    """Ask a program that is already running to show the file; tell whether it answered."""
    socket = QLocalSocket()
    socket.connectToServer(server_name(home))
    if not socket.waitForConnected(_PATIENCE):
        return False
    socket.write(json.dumps(str(place.resolve()) if place else "").encode() + b"\n")
    socket.flush()
    answered = socket.waitForReadyRead(_PATIENCE) and bool(socket.readAll().data())
    socket.disconnectFromServer()
    return answered


class FirstProgram(QObject):
    """Listens for later starts. The socket is this person's alone."""

    asked = Signal(str)  # the path of a file to open, "" to come forward

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        """Make the server; `listen` begins."""
        super().__init__(parent)
        self._name = server_name(home)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_connection)

    def listen(self, *, take_over: bool = False) -> bool:
        """Begin to listen; `take_over` a name that a killed program left behind."""
        if take_over:
            QLocalServer.removeServer(self._name)
        return self._server.listen(self._name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    @Slot()
    def _on_connection(self) -> None:
        visitor = _Visitor(self._server.nextPendingConnection(), self)
        visitor.asked.connect(self.asked)


class _Visitor(QObject):
    """One later start, from its first byte to its last."""

    asked = Signal(str)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        socket.setParent(self)
        socket.readyRead.connect(self._on_message)
        socket.disconnected.connect(self._on_gone)
        self._on_message()

    @Slot()
    def _on_message(self) -> None:
        if not self._socket.canReadLine():
            if self._socket.bytesAvailable() > _LONGEST:
                self._socket.abort()
            return
        try:
            path = json.loads(bytes(self._socket.readLine(_LONGEST).data()))
        except ValueError:
            self._socket.abort()
            return
        self._socket.write(b"ok")
        self._socket.flush()
        if isinstance(path, str):
            self.asked.emit(path)

    @Slot()
    def _on_gone(self) -> None:
        self.deleteLater()
