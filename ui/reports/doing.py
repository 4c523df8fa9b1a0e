"""What is done with the report that is chosen: saved, saved for everyone, printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from nvworkshop.errors import CancelledError, PlanError
from nvworkshop.session.reporting import (
    ExportResult,
    Report,
    Reports,
    SavedAll,
    ready_templates,
)
from ui.reports.printing import Page, preview
from ui.reports.saving import Saving
from ui.reports.words import format_word, saved_all_text, saved_text
from ui.widgets.messages import Message
from ui.window.choosing import Choosing

if TYPE_CHECKING:
    from ui.reports.page import ReportsPage


class Doing(QObject):
    """Connects the buttons of one page to what they do; one thing at a time."""

    def __init__(
        self, page: ReportsPage, choosing: Choosing, opener: Callable[[Path], bool]
    ) -> None:
        """Connect."""
        super().__init__(page)
        self._page, self._choosing, self._open = page, choosing, opener
        self.is_busy = False
        self._making = ""
        self.saving = Saving(page.desk, self)
        page.templates.clicked.connect(self.open_templates)
        page.bar.save_asked.connect(self.save)
        page.bar.all_asked.connect(self.save_all)
        page.bar.print_asked.connect(self.print)
        page.saving_line.cancelled.connect(self.saving.cancel)
        self.saving.saved.connect(self._on_saved)
        self.saving.saved_all.connect(self._on_saved_all)
        self.saving.progressed.connect(self._on_progressed)
        self.saving.failed.connect(self._on_failed)

    @Slot(str)
    def save(self, suffix: str) -> None:
        """Ask where to save what is chosen, and save it."""
        if self._page.asked is not None:
            self.saving.take(self._page.asked, partial(self._on_to_save, suffix))

    def _on_to_save(self, suffix: str, report: Report) -> None:
        kind = format_word(suffix)
        title = self.tr("Spara som {kind}").format(kind=kind)
        place = self._choosing.place_for(self._page, title, report.name, (suffix, kind))
        if place is not None:
            self._begin(self.tr("Sparar {name}…").format(name=place.name))
            self.saving.save(report, place)

    @Slot(str)
    def save_all(self, suffix: str) -> None:
        """Ask for a folder, and save a report for each huvudman or kommun in it."""
        asked, offer = self._page.asked, self._page.offer
        if asked is not None and offer is not None:
            self.saving.take_all(asked, offer.subject, partial(self._on_to_save_all, suffix))

    def _on_to_save_all(self, suffix: str, reports: Reports) -> None:
        title = self.tr("I vilken mapp? Rapporterna får en ny mapp i den.")
        folder = self._choosing.folder_to_save(self._page, title)
        if folder is not None:
            self._making = self.tr("Sparar {n} av {of}…")
            self._begin(self._made(0, len(reports.each)), can_cancel=True)
            self.saving.save_all(reports, folder, suffix)

    @Slot()
    def print(self) -> None:
        """Show how the pages look on paper, to print them."""
        if self._page.asked is not None and not self.is_busy:
            self._begin(self.tr("Hämtar rapporten…"))
            self.saving.take(self._page.asked, self._on_to_print)

    def _on_to_print(self, report: Report) -> None:
        self._begin(self.tr("Ställer i ordning sidorna…"), can_cancel=True)
        self._making = self.tr("Ställer i ordning sida {n} av {of}…")
        self.saving.draw(report, partial(self._on_drawn, report.name))

    def _on_drawn(self, name: str, pages: Sequence[Page]) -> None:
        self._end()
        preview(name, pages, self._page)

    @Slot()
    def open_templates(self) -> None:
        """Make the folder of own templates ready, and open it."""
        try:
            folder = ready_templates()
        except PlanError as error:
            self._say(Message(error.sentence, "danger", self._page.theme, self._page))
            return
        self._hand_over(folder)

    def close(self) -> None:
        """Let what is being written be done."""
        self.saving.close()

    def _begin(self, said: str, *, can_cancel: bool = False) -> None:
        self._say(None)
        self.is_busy = True
        self._page.let_save()
        self._page.saving_line.start(said, can_cancel=can_cancel)

    def _end(self) -> None:
        self.is_busy = False
        self._page.saving_line.stop()
        self._page.let_save()

    def _say(self, message: Message | None) -> None:
        self._page.show_message(message)

    def _made(self, done: int, of: int) -> str:
        return self._making.format(n=min(done + 1, of), of=of)

    @Slot(int, int)
    def _on_progressed(self, done: int, of: int) -> None:
        self._page.saving_line.label.setText(self._made(done, of))

    @Slot(object)
    def _on_saved(self, result: ExportResult) -> None:
        self._end()
        message = Message(saved_text(result), "ok", self._page.theme, self._page)
        self._offer(message, self.tr("Öppna"), result.place)
        self._offer(message, self.tr("Öppna mappen"), result.place.parent)
        self._say(message)

    @Slot(object)
    def _on_saved_all(self, saved: SavedAll) -> None:
        self._end()
        message = Message(saved_all_text(saved), "ok", self._page.theme, self._page)
        self._offer(message, self.tr("Öppna mappen"), saved.place)
        self._say(message)

    def _offer(self, message: Message, text: str, place: Path) -> None:
        message.offer(text, partial(self._hand_over, place), closes=False)

    @Slot(object)
    def _on_failed(self, error: PlanError) -> None:
        self._end()
        cancelled = isinstance(error, CancelledError)
        level = "info" if cancelled else "danger"
        self._say(Message(error.sentence, level, self._page.theme, self._page))
        if cancelled:
            self._page.focus_bar()

    def _hand_over(self, place: Path) -> None:
        if not self._open(place):
            text = self.tr("Datorn har inget program som öppnar {place}.").format(place=place)
            self._say(Message(text, "warning", self._page.theme, self._page))
