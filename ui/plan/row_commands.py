"""What the commands of rows do: new, copy of one, remove, to and from the clipboard, and print."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from nvworkshop.errors import PlanError
from nvworkshop.session.live import Delta
from ui.plan.values import EMPTY, SEVERAL
from ui.plan.words import action_word, actions_word

if TYPE_CHECKING:
    from nvworkshop.session.pasting import Paste
    from ui.plan.page import PlanPage

_LISTS = ("municipalities",)


def _when_seen(do: Callable[[Any], None]) -> Callable[..., None]:
    """Let a command act only on the page that is seen: one being closed listens still."""

    @wraps(do)
    def _done(self: RowCommands, *_: object) -> None:
        if self.page.isVisible():
            do(self)

    return _done


class RowCommands(QObject):
    """Connects the commands of rows to one page."""

    def __init__(self, page: PlanPage) -> None:
        """Connect."""
        super().__init__(page)
        self.page = page
        does = {
            "row.new": self._on_new,
            "row.duplicate": self._on_duplicate,
            "row.remove": self._on_remove,
            "row.edit": self._on_edit,
            "row.follow_up": self._on_follow_up,
            "row.next": self._on_next,
            "row.previous": self._on_previous,
            "row.copy": self._on_copy,
            "row.paste": self._on_paste,
            "view.columns": self._on_columns,
            "view.clear": self._on_clear,
            "file.print": self._on_print,
        }
        for command, done in does.items():
            page.actions_table[command].triggered.connect(done)
        page.paste.add_asked.connect(self.add_pasted)
        page.paste.over_asked.connect(self.write_over)

    @_when_seen
    def _on_new(self) -> None:
        """Add a row in the group one is in, and write its title."""
        self.page.keep()
        kind, values = self.page.sheet.kind, self._of_group()
        self.page.desk.edit(lambda session: session.add(kind, values), self._on_added)

    def _of_group(self) -> dict[str, object]:
        """Return what a new row has in common with the group the keys are in."""
        sheet = self.page.sheet
        view, field = sheet.view, sheet.how.group
        for place in range(view.here.row(), -1, -1):
            head = sheet.model.head_at(place)
            if head is not None:
                plain = head.key not in (EMPTY, SEVERAL) and not head.key.startswith("=")
                value: object = [head.key] if field in _LISTS else head.key
                return {field: value} if plain else {}
        return {}

    def _on_added(self, delta: Delta) -> None:
        self.page.sheet.show_thing(delta.entity)
        self.page.show_in_editor()
        self.page.editor.show_field("title")

    @_when_seen
    def _on_duplicate(self) -> None:
        from nvworkshop.session.duplicating import duplicate

        ids = self.page.selected_ids()
        if len(ids) == 1:
            self.page.keep()
            self.page.desk.edit(lambda session: duplicate(session, ids[0]), self._on_added)

    @_when_seen
    def _on_remove(self) -> None:
        """Remove the chosen rows at once; a sentence says how to get them back."""
        ids = self.page.selected_ids()
        if not ids:
            return
        self.page.keep()
        view = self.page.sheet.view
        place = view.here.row()
        said = self._removal(ids)

        def _removed(_: Delta) -> None:
            view.land_near(place)
            self.page.told.emit(said)

        self.page.desk.edit(lambda session: session.remove_many(ids), _removed)

    def _removal(self, ids: list[str]) -> str:
        """Return what is said when rows are removed; a single one is named."""
        sheet = self.page.sheet
        row = sheet.arranger.row(ids[0])
        if len(ids) > 1 or row is None:
            removed = actions_word(sheet.kind, len(ids))
            return self.tr("{rows} är borttagna. Ångra med Ctrl+Z.").format(rows=removed)
        named = action_word(sheet.kind, row.texts.get("number", ""), row.texts.get("title", ""))
        return self.tr("{row} är borttagen. Ångra med Ctrl+Z.").format(row=named)

    @_when_seen
    def _on_edit(self) -> None:
        self.page.write_in_editor("")

    @_when_seen
    def _on_follow_up(self) -> None:
        """Ask what has become of the chosen action."""
        from ui.workshop.follow_up_dialog import FollowUpDialog

        ids, page = self.page.selected_ids(), self.page
        if page.sheet.kind != "action":
            page.told.emit(self.tr("En gemensam åtgärd följs upp i de åtgärder den samlar."))
        elif len(ids) == 1:
            page.keep()
            FollowUpDialog(page.desk, ids[0], page.theme, page).open()

    @_when_seen
    def _on_next(self) -> None:
        self.page.step(1)

    @_when_seen
    def _on_previous(self) -> None:
        self.page.step(-1)

    @_when_seen
    def _on_clear(self) -> None:
        self.page.show_all()

    @_when_seen
    def _on_columns(self) -> None:
        self.page.menus.choose_columns()

    # The clipboard

    @_when_seen
    def _on_copy(self) -> None:
        """Put the chosen rows on the clipboard as text, the columns as they stand."""
        from nvworkshop.session.pasting import rows_as_text

        sheet, ids = self.page.sheet, self.page.selected_ids()
        fields = [one.name for one in sheet.model.columns]
        self.page.desk.ask(
            lambda view: rows_as_text(view, sheet.kind, ids, fields),
            lambda text: self._copied(text, len(ids)),
        )

    def _copied(self, text: str, count: int) -> None:
        QGuiApplication.clipboard().setText(text)
        rows = actions_word(self.page.sheet.kind, count)
        self.page.told.emit(self.tr("{rows} ligger i urklipp, som text.").format(rows=rows))

    @_when_seen
    def _on_paste(self) -> None:
        from nvworkshop.session.pasting import read_paste

        sheet, text = self.page.sheet, QGuiApplication.clipboard().text()
        fields = [one.name for one in sheet.model.columns]
        self.page.desk.ask(
            lambda view: read_paste(view, sheet.kind, text, fields), self._on_read, self._tell
        )

    def _on_read(self, paste: Paste) -> None:
        if paste.rows:
            self.page.show_paste(paste)
        else:
            self.page.told.emit(
                self.tr("Urklipp har inga rader. Kopiera rader i Excel först, och klistra in här.")
            )

    def add_pasted(self, paste: Paste) -> None:
        """Add the pasted rows, and choose them."""
        from nvworkshop.session.pasting import add_pasted

        def _added(delta: Delta) -> None:
            new = [one for one, row in delta.rows[paste.kind].items() if row is not None]
            if delta.entity:
                self.page.sheet.show_thing(delta.entity)
                self.page.sheet.view.choose(new, delta.entity)
            self.page.focus_table()

        self.page.desk.edit(lambda session: add_pasted(session, paste), _added, self._tell)

    def write_over(self, paste: Paste) -> None:
        """Write the pasted rows over the chosen ones."""
        from nvworkshop.session.pasting import write_over

        ids = self.page.selected_ids()
        self.page.desk.edit(
            lambda session: write_over(session, ids, paste),
            lambda _: self.page.focus_table(),
            self._tell,
        )

    def _tell(self, error: PlanError) -> None:
        self.page.told.emit(error.sentence)

    # Paper

    @_when_seen
    def _on_print(self) -> None:
        from ui.plan.paper import paper_of
        from ui.plan.printing import preview

        page = self.page
        page.keep()
        paper = paper_of(page.sheet, page.desk, page.filters.said())
        preview(paper, page.theme, page)
