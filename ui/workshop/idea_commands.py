"""What is done to the chosen idea from the capture line: edited, merged, moved, parked, removed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from nvworkshop.session import ideas
from nvworkshop.session.live import Delta
from nvworkshop.session.outcome import Outcome
from nvworkshop.session.session import Session
from nvworkshop.workshop.ideas import PARKED, number, said_by
from nvworkshop.workshop.steps import TAKES_IDEAS, Step, taken_part
from ui.words import tr
from ui.workshop.tagging import parties_as_values

if TYPE_CHECKING:
    from ui.workshop.capture_step import CaptureStep

Change = Callable[[Session], Outcome]


class IdeaCommands(QObject):
    """Does it, and remembers what the line is used for meanwhile."""

    def __init__(self, view: CaptureStep) -> None:
        """Serve a step's view."""
        super().__init__(view)
        self._view = view
        self.editing = ""
        self.merging = ""
        self._stood = ""
        view.line.asked.connect(self.do)
        view.list.menu_asked.connect(self._show_menu)
        view.list.opened.connect(lambda _: self.do("edit"))

    def do(self, what: str) -> None:
        """Do what was asked about the chosen idea."""
        if what == "back":
            self._back()
        elif self._view.list.chosen_id:
            getattr(self, f"_{what}")(self._view.list.chosen_id)
        else:
            self._view.say(self.tr("Välj ett förslag först, med pil ned."))

    def enter(self, text: str, then: Callable[[str], None] | None = None) -> bool:
        """Take Enter when the line is used for something else; tell whether it was.

        `then` is called with an idea whose new text is in the plan.
        """
        if self.editing:
            idea, tagged = self.editing, self._view.tags.read(text)
            if self._is_elsewhere(idea):
                return True
            self.stop()
            self._view.say(self._view.tags.about_unread(tagged))
            if tagged.text:
                change = partial(_reworded, idea, tagged.text, tagged.parties)
                again = partial(self._edit_again, idea, tagged.parties)
                done = partial(_then, then, idea) if then else None
                self._view.send(change, text, done, again)
            return True
        if self.merging:
            self._merge_into(self._view.list.chosen_id)
            return True
        return False

    def _is_elsewhere(self, idea: str) -> bool:
        """Tell once of a text that was written elsewhere while the idea was edited here."""
        row = self._view.room.desk.rows["idea"].get(idea)
        stands = row.thing.text("title") if row else self._stood
        if stands == self._stood:
            return False
        self._stood = stands
        said = self.tr(
            "Förslag {n} har ändrats: ”{text}”. Retur sparar ändå din text, Esc behåller den andra."
        )
        self._view.say(said.format(n=self._number(idea), text=stands))
        return True

    def stop(self) -> None:
        """Let the line be for what is said again."""
        editing, self.editing, self.merging = self.editing, "", ""
        if editing:
            self._view.tags.clear()
            self._view.unfinished.show()

    def _edit_again(self, idea: str, parties: Sequence[str]) -> None:
        self.editing = idea
        self._view.tags.choose(parties)

    def _back(self) -> None:
        self.stop()
        self._view.say("")
        self._view.list.choose("")

    def _edit(self, idea: str) -> None:
        row = self._view.list.chosen_row
        if row is None:
            return
        if self._view.line.text().strip():
            self._view.say(self.tr("Skriv klart det du har börjat på först: Retur sparar det."))
            return
        self._stood = row.text
        self._edit_again(idea, said_by(self._view.room.desk.rows["idea"][idea].thing))
        self._view.line.take(row.text)
        said = self.tr("Du ändrar förslag {n}. Retur sparar, Esc lämnar det som det var.")
        self._view.say(said.format(n=row.number))

    def _merge(self, idea: str) -> None:
        self.merging = idea
        row = self._view.list.chosen_row
        said = self.tr(
            "Välj förslaget som {n} ska ingå i, med pilarna, och tryck Retur. Esc avbryter."
        )
        self._view.say(said.format(n=row.number if row else ""))

    def _merge_into(self, keep: str) -> None:
        gone, self.merging = self.merging, ""
        self._view.say("")
        if keep and keep != gone:
            said = self.tr("Förslag {gone} ingår nu i {keep}. Ångra med Ctrl+Z.")
            said = said.format(gone=self._number(gone), keep=self._number(keep))

            def _told(_: Delta) -> None:
                self._view.told.emit(said)

            self._view.send(lambda session: ideas.merge(session, keep, gone), done=_told)

    def _number(self, idea: str) -> int:
        row = self._view.room.desk.rows["idea"].get(idea)
        return number(row.thing, "number") if row else 0

    def _park(self, idea: str) -> None:
        step = self._view.step
        parked = step is None or step.id != PARKED
        row = self._view.list.chosen_row
        said = (
            self.tr("Förslag {n} är parkerat.") if parked else self.tr("Förslag {n} är tillbaka.")
        )
        said = said.format(n=row.number if row else "")

        def _told(_: Delta) -> None:
            self._view.told.emit(said)

        self._view.send(lambda session: ideas.park(session, idea, parked=parked), done=_told)

    def _remove(self, idea: str) -> None:
        def _told(_: Delta) -> None:
            self._view.told.emit(self.tr("Förslaget är borttaget. Ångra med Ctrl+Z."))

        self._view.send(lambda session: session.remove(idea), done=_told)

    def _move(self, idea: str) -> None:
        """Ask to which step, in a menu that is gone at once."""
        menu = self._menu()
        for step in taken_part(self._view.room.agenda):
            if step.type in TAKES_IDEAS and step != self._view.step:
                title = tr(step.title).replace("&", "&&")
                menu.addAction(title).triggered.connect(partial(self._move_to, idea, step))
        place = self._view.line.mapToGlobal(QPoint(0, self._view.line.height()))
        menu.aboutToHide.connect(self._view.focus)
        menu.popup(place)

    def _move_to(self, idea: str, step: Step, _checked: bool = False) -> None:
        self._view.send(lambda session: ideas.move(session, idea, step))

    def _show_menu(self, place: QPoint) -> None:
        menu = self._menu()
        for text, keys, what in (
            (self.tr("Gör till åtgärd"), "Ctrl+Retur", "action"),
            (self.tr("Ändra texten"), "F2", "edit"),
            (self.tr("Slå ihop med ett annat"), "Alt+S", "merge"),
            (self.tr("Flytta till ett annat steg"), "Alt+F", "move"),
            (self.tr("Parkera eller ta tillbaka"), "Alt+P", "park"),
            (self.tr("Ta bort"), "Delete", "remove"),
        ):
            menu.addAction(f"{text}\t{keys}").triggered.connect(partial(self._picked, what))
        menu.popup(place)

    def _menu(self) -> QMenu:
        menu = QMenu(self._view)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _picked(self, what: str, _checked: bool = False) -> None:
        self.do(what)

    def _action(self, idea: str) -> None:
        self._view.become(idea)


def _then(then: Callable[[str], None], idea: str, _: Delta) -> None:
    then(idea)


def _reworded(idea: str, text: str, parties: Sequence[str], session: Session) -> Outcome:
    return session.set(idea, {"title": text, **parties_as_values(parties)})
