"""The child's answer as plain columns of bytes: quick to read, and nothing in it can run.

A frame is a mark, the size of a JSON header (uint32, this machine's byte order) and the header;
its `blobs` are the sizes of the columns that follow. The parent trusts none of it: every size is
checked, and text comes from the file only.
"""

from __future__ import annotations

import json
import struct
from array import array
from functools import partial
from itertools import accumulate, pairwise
from typing import Any, BinaryIO

from nvworkshop.model.changes import ID_SIZE, Change
from nvworkshop.planfile.reading.limits import MAX_FILE, MAX_ROWS
from nvworkshop.planfile.reading.verify import Row

_MARK = b"NVR1"
_SIZE = struct.Struct("I")
_MAX_HEADER = 65_536
_MAX_BODY = 4 * MAX_FILE
_ERASED = -1


class WireError(ValueError):
    """The answer is not what a child sends: it died, or something took it over."""


class _Table(dict[bytes, int]):
    """Different byte strings and their numbers, in order of first appearance."""

    def __missing__(self, key: bytes) -> int:
        number = self[key] = len(self)
        return number


class Columns:
    """Verified rows on their way to the parent."""

    def __init__(self) -> None:
        """Begin without rows."""
        self.ids = bytearray()
        self._writers, self._writer = _Table(), array("I")
        self._seq, self._at = array("q"), array("q")
        self._names = _Table()
        self._kind, self._entity, self._field = array("I"), array("I"), array("I")
        self._proofs = bytearray()
        self._sizes, self._values = array("i"), bytearray()
        self._counts, self._replaces = array("I"), bytearray()

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._seq)

    def has_name(self, name: str) -> bool:
        """Tell whether a kind, an entity or a field of the rows is called so."""
        return name.encode() in self._names

    def add(self, row: Row) -> None:
        """Add a row that `verify.is_intact` found good."""
        ident, writer, seq, at, kind, entity, field, salt, value, digest, replaces = row
        names = self._names
        self.ids += ident
        self._writer.append(self._writers[writer])
        self._seq.append(seq)
        self._at.append(at)
        self._kind.append(names[bytes(kind)])
        self._entity.append(names[bytes(entity)])
        self._field.append(names[bytes(field)])
        if value is None:
            self._proofs += digest
            self._sizes.append(_ERASED)
        else:
            self._proofs += salt
            self._sizes.append(len(value))
            self._values += value
        self._counts.append(len(replaces) // ID_SIZE)
        self._replaces += replaces

    def blobs(self) -> list[bytes | bytearray]:
        """Return the columns in the order `changes` reads them."""
        numbers = (self._writer, self._seq, self._at, self._kind, self._entity, self._field)
        return [
            self.ids,
            b"".join(self._writers),
            b"\0".join(self._names),
            *(column.tobytes() for column in numbers),
            self._proofs,
            self._sizes.tobytes(),
            self._values,
            self._counts.tobytes(),
            self._replaces,
        ]


def send(out: BinaryIO, header: dict[str, Any], columns: Columns | None = None) -> None:
    """Write one frame."""
    blobs = [] if columns is None else columns.blobs()
    text = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}).encode()
    out.write(_MARK + _SIZE.pack(len(text)) + text)
    for blob in blobs:
        out.write(blob)
    out.flush()


def receive(source: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    """Read one frame; raise WireError for anything else."""
    start = _exactly(source, len(_MARK) + _SIZE.size)
    (size,) = _SIZE.unpack(start[len(_MARK) :])
    if not start.startswith(_MARK) or size > _MAX_HEADER:
        raise WireError
    header = _header(_exactly(source, size))
    sizes = header.get("blobs") if isinstance(header, dict) else None
    if not isinstance(sizes, list) or not all(type(n) is int and n >= 0 for n in sizes):
        raise WireError
    if sum(sizes) > _MAX_BODY:
        raise WireError
    return header, [_exactly(source, n) for n in sizes]


def _header(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise WireError from error


def _exactly(source: BinaryIO, size: int) -> bytes:
    data = source.read(size)
    if len(data) != size:
        raise WireError
    return data


def changes(blobs: list[bytes]) -> list[Change]:
    """Build the changes from the columns; raise WireError when they don't fit together."""
    try:
        return _changes(blobs)
    except (ValueError, IndexError, struct.error) as error:
        raise WireError from error


def _changes(blobs: list[bytes]) -> list[Change]:
    ids, writers, names, *numbers, proofs, sizes, values, counts, replaces = blobs
    writer, seq, at, kind, entity, field = (
        _numbers(code, blob) for code, blob in zip("IqqIII", numbers, strict=True)
    )
    table = names.decode().split("\0")
    each_writer = _slices16(writers)
    lengths = _numbers("i", sizes)
    proof = _slices16(proofs)
    columns: list[Any] = [
        _slices16(ids),
        [each_writer[n] for n in writer],
        seq,
        at,
        *([table[n] for n in column] for column in (kind, entity, field)),
        [None if n < 0 else salt for n, salt in zip(lengths, proof, strict=True)],
        _texts(lengths, values),
        [digest if n < 0 else None for n, digest in zip(lengths, proof, strict=True)],
        _replaced(_numbers("I", counts), replaces),
    ]
    if len(seq) > MAX_ROWS:
        raise WireError
    return list(map(partial(tuple.__new__, Change), zip(*columns, strict=True)))


def _numbers(code: str, blob: bytes) -> array[int]:
    numbers: array[int] = array(code)
    numbers.frombytes(blob)
    return numbers


def _slices16(blob: bytes) -> list[bytes]:
    return [piece for (piece,) in struct.iter_unpack("16s", blob)]


def _texts(lengths: array[int], blob: bytes) -> list[str | None]:
    ends = list(accumulate((max(n, 0) for n in lengths), initial=0))
    _fit(ends, len(blob))
    texts: list[str | None] = [blob[start:end].decode() for start, end in pairwise(ends)]
    for at, length in enumerate(lengths):
        if length < 0:
            texts[at] = None
    return texts


def _replaced(counts: array[int], blob: bytes) -> list[bytes]:
    ends = [ID_SIZE * end for end in accumulate(counts, initial=0)]
    _fit(ends, len(blob))
    return [blob[start:end] for start, end in pairwise(ends)]


def _fit(ends: list[int], size: int) -> None:
    if ends[-1] != size:
        raise WireError
