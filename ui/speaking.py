"""The language of the window: the program's own words from its catalogue, Qt's from Qt's files."""

from __future__ import annotations

from gettext import NullTranslations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator

from nvworkshop.language import SOURCE, choose, said, speak_from

_QT_IN = {"sv": "qtbase_sv"}
"""Qt's own file for a language; Qt's source is English."""

_KEYS = "QShortcut"


class QtInSwedish(QTranslator):
    """What Qt itself says: file dialogs, and the menus of text fields."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Translate all but the keys, which the help calls what stands on them.

        None, not "", leaves a text as it is.
        """
        if context == _KEYS:
            return None
        return super().translate(context, text, disambiguation, n) or None


class FromCatalogue(QTranslator):
    """The program's own words in another language than the source's, whatever part says them."""

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        """Translate what is not Qt's own, which has Qt's names for contexts."""
        if context[:1] == "Q" and context[1:2].isupper():
            return None
        return str(said(text))

    def isEmpty(self) -> bool:
        """Tell Qt that there is something to ask for."""
        return False


class Speaker(QObject):
    """Has the program speak one language; for the source's own there is nothing to ask of it."""

    def __init__(self, parent: QObject | None = None) -> None:
        """Say nothing yet."""
        super().__init__(parent)
        self._asked: list[QTranslator] = []

    def speak(self, language: str) -> None:
        """Speak a language from now on; what is shown already stays as it is.

        One without a catalogue is the source's.
        """
        try:
            choose(language)
        except OSError:
            choose(language := SOURCE)
        self._ask([*self._qt(language), *([] if language == SOURCE else [FromCatalogue(self)])])

    def speak_from(self, catalogue: NullTranslations) -> None:
        """Speak what a catalogue that has been read says."""
        speak_from(catalogue)
        self._ask([FromCatalogue(self)])

    def end(self) -> None:
        """Ask nobody any more."""
        self._ask([])

    def _ask(self, translators: list[QTranslator]) -> None:
        for one in self._asked:
            QCoreApplication.removeTranslator(one)
            one.deleteLater()
        self._asked = translators
        for one in translators:
            QCoreApplication.installTranslator(one)

    def _qt(self, language: str) -> list[QTranslator]:
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        translator = QtInSwedish(self)
        name = _QT_IN.get(language)
        return [translator] if name and translator.load(name, folder) else []
