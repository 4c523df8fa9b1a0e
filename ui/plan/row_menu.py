"""The menus of the table: what can be done with a row, with a group, and with a column."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from nvworkshop.model.fields import FieldType
from nvworkshop.model.text import shorten
from ui.plan.arrangement import GroupHead, Sort
from ui.plan.columns_dialog import ColumnsDialog
from ui.plan.sheet import Sheet
from ui.plan.values import FILTERS, keys_of
from ui.plan.words import group_title

if TYPE_CHECKING:
    from ui.plan.page import PlanPage

_ROW = (
    ("row.edit", "row.follow_up", "row.history"),
    ("row.new", "row.duplicate", "row.remove"),
    ("row.copy", "row.paste"),
)
_SHOWN = 40


class RowMenus(QObject):
    """Makes each menu when it is asked for; it goes when it is closed."""

    def __init__(self, page: PlanPage) -> None:
        """Open them when the tables of a page ask."""
        super().__init__(page)
        self._page = page
        self._actions = page.actions_table
        for sheet in page.sheets.values():
            sheet.view.menu_asked.connect(self._on_menu_asked)
            sheet.view.header.menu_asked.connect(self._on_column_menu_asked)

    @Slot(object)
    def _on_menu_asked(self, at: QPoint) -> None:
        self.of_rows(self._page.sheet).popup(at)

    @Slot(int, object)
    def _on_column_menu_asked(self, column: int, at: QPoint) -> None:
        self.of_column(self._page.sheet, column).popup(at)

    def choose_columns(self) -> None:
        """Open the list of columns; it changes the table that is seen now."""
        sheet = self._page.sheet
        names = [one.name for one in sheet.model.columns]
        dialog = ColumnsDialog(sheet.kind, names, self._page.theme, self._page)
        dialog.changed.connect(sheet.set_columns)
        dialog.widths_reset.connect(lambda: sheet.view.widths.take({}))
        dialog.show()

    def of_rows(self, sheet: Sheet) -> QMenu:
        """Return the menu of where the keys are in a table: a row, or the line over a group."""
        menu = self._empty(sheet)
        head = sheet.view.head_here
        if head is not None:
            self._add_folding(menu, sheet, head)
            menu.addAction(self._actions["row.new"])
            return menu
        self._add_cell(menu, sheet)
        for group in _ROW:
            menu.addSeparator()
            for command in group:
                menu.addAction(self._actions[command])
        return menu

    def of_column(self, sheet: Sheet, column: int) -> QMenu:
        """Return the menu of a column."""
        menu = self._empty(sheet)
        name = sheet.model.columns[column].name if 0 <= column < len(sheet.model.columns) else ""
        if name:
            sorts = (
                (self.tr("Sortera stigande"), Sort(name)),
                (self.tr("Sortera fallande"), Sort(name, descending=True)),
                (self.tr("Planens ordning"), Sort()),
            )
            for text, sort in sorts:
                action = self._add(menu, text, partial(sheet.sort_by, sort))
                action.setCheckable(True)
                action.setChecked(sheet.how.sort == sort)
            menu.addSeparator()
            names = [one.name for one in sheet.model.columns if one.name != name]
            hide = self._add(menu, self.tr("Dölj kolumnen"), lambda: sheet.set_columns(names))
            hide.setEnabled(bool(names))
        menu.addAction(self._actions["view.columns"])
        menu.addAction(self._actions["view.dense"])
        return menu

    def _add_folding(self, menu: QMenu, sheet: Sheet, head: GroupHead) -> None:
        title = shorten(group_title(head), _SHOWN).replace("&", "&&")
        text = self.tr("Fäll ut ”{group}”") if head.collapsed else self.tr("Fäll ihop ”{group}”")
        self._add(menu, text.format(group=title), lambda: sheet.fold(head.mark, not head.collapsed))
        self._add(menu, self.tr("Fäll ihop alla"), lambda: sheet.fold_all(True))
        self._add(menu, self.tr("Fäll ut alla"), lambda: sheet.fold_all(False))
        menu.addSeparator()

    def _add_cell(self, menu: QMenu, sheet: Sheet) -> None:
        """Add what is about the cell: to write in it, and to show only rows like it."""
        view = sheet.view
        row, place = sheet.model.row_at(view.here.row()), view.here.column()
        if row is None or place < 0:
            return
        column = sheet.model.columns[place]
        if view.here.flags() & Qt.ItemFlag.ItemIsEditable:
            write = self._add(menu, self.tr("Skriv i cellen"), view.write_here)
            write.setShortcut(Qt.Key.Key_F2)
            write.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if column.name in FILTERS and column.field.type in (FieldType.CHOICE, FieldType.REF):
            said = shorten(row.texts.get(column.name, "") or self.tr("tomt"), _SHOWN)
            text = self.tr("Visa bara ”{value}”").format(value=said).replace("&", "&&")
            keys = keys_of(row.thing[column.name])
            wanted = sheet.how.filter.choosing(column.name, keys)
            self._add(menu, text, lambda: sheet.filter_by(wanted))

    def _empty(self, sheet: Sheet) -> QMenu:
        menu = QMenu(sheet)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    @staticmethod
    def _add(menu: QMenu, text: str, do: Callable[[], object]) -> QAction:
        action = menu.addAction(text)
        action.triggered.connect(lambda _=False: do())
        return action
