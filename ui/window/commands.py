"""What the commands of the frame do: files, printing, settings. Rows are the plan's own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from nvworkshop.places import SAMPLE_PLANS, home
from nvworkshop.session.sentences import WRITTEN_AGAIN
from ui.help.opener import HelpOpener

if TYPE_CHECKING:
    from nvworkshop.session.unpublished import Unpublished
    from ui.dialogs.settings import SettingsDialog
    from ui.palette.palette import Palette
    from ui.window.main_window import MainWindow
    from ui.window.plan_view import PlanView

_SAMPLE = "sodra.nvplan"
_TABLE = "place.plan"


class Commands(QObject):
    """Connects the frame's commands to what they do; each imports its dialog when it is used."""

    idea_asked = Signal(str)  # an idea was chosen in the search over everything

    def __init__(self, window: MainWindow) -> None:
        """Connect."""
        super().__init__(window)
        self._window = window
        self.help = HelpOpener(window, window.theme, window.settings)
        self._palette: Palette | None = None
        self._settings: SettingsDialog | None = None
        for command, done in self._does().items():
            window.actions_table[command].triggered.connect(lambda _=False, do=done: do())
        save = window.top_bar.save_view
        save.asked.connect(self._where)
        save.retry_asked.connect(self._publish)
        save.copy_asked.connect(self._copy)
        save.move_asked.connect(self._move)
        window.start.sample_asked.connect(self.open_sample)
        window.start.rescue_asked.connect(self._rescue)

    def _does(self) -> dict[str, Callable[[], object]]:
        """Return what each command does."""
        window = self._window
        return {
            "file.new": self._new,
            "file.open": self._open,
            "file.save": self._where,
            "file.copy": self._copy,
            "file.move": self._move,
            "file.backups": self._backups,
            "file.compare": self._compare,
            "file.carry": self._carry,
            "file.purge": self._purge,
            "file.export": window.actions_table["place.reports"].trigger,
            "file.take_in": self._take_in,
            "file.own": self._own,
            "file.share": self._share,
            "file.close": window.leave_plan,
            "file.quit": window.close,
            "edit.undo": self._undo,
            "edit.redo": self._redo,
            "edit.find": window.top_bar.focus_search,
            "edit.palette": self._search_everywhere,
            "row.history": self._history,
            "app.settings": self.open_settings,
            "app.help": self._help_here,
            "app.keys": self.help.open_keys,
            "app.about": self._about,
        }

    @property
    def _view(self) -> PlanView | None:
        return self._window.view

    def _new(self) -> None:
        from ui.start.new_plan import NewPlanDialog

        dialog = NewPlanDialog(self._window.choosing, self._window.theme, self._window)
        dialog.made.connect(self._window.open_plan)
        dialog.open()

    def _open(self) -> None:
        found = self._window.choosing.plan_to_open(self._window)
        if found is not None:
            self._window.open_plan(found)

    def open_sample(self) -> None:
        """Open a copy of a sample plan, in the program's own folder: the shipped one stays."""
        folder = home() / "exempel"
        place = folder / _SAMPLE
        if not place.exists():
            folder.mkdir(parents=True, exist_ok=True)
            place.write_bytes((SAMPLE_PLANS / _SAMPLE).read_bytes())
        self._window.open_plan(place)

    def _rescue(self, what: Unpublished) -> None:
        """Write work that is in no plan file to a place the person chooses."""
        title = self.tr("Spara som planfil")
        place = self._window.choosing.place_to_save(self._window, title, what.title)
        if place is not None:
            self._window.start.rescue(what, place)

    def _where(self) -> None:
        """Keep what is typed, write the file now, and say where everything is."""
        if self._view is None:
            return
        self._view.keep()
        self._publish()
        self._window.top_bar.save_view.open_story()

    def _publish(self) -> None:
        if self._view is not None:
            self._view.desk.publish()

    def _copy(self) -> None:
        place = self.place_of_copy()
        if self._view is not None and place is not None:
            self._view.keep()
            self._view.desk.save_copy(place, self._on_copied)

    def place_of_copy(self) -> Path | None:
        """Ask where to write a copy of the plan; None when the person changed their mind."""
        return self._asked_place(self.tr("Spara en kopia"), self.tr(" – kopia"))

    def _on_copied(self, place: Path) -> None:
        text = self.tr("Kopian är sparad: {place}. Du arbetar vidare i din egen planfil.")
        self._window.tell(text.format(place=place))

    def _move(self) -> None:
        place = self._asked_place(self.tr("Flytta planfilen"), "")
        if self._view is not None and place is not None:
            self._view.keep()
            self._view.desk.move(place, self._on_moved)

    def _on_moved(self, place: Path) -> None:
        self._window.settings.put("window/plan", str(place))
        self._window.messages.withdraw(WRITTEN_AGAIN)  # it was about the place that is left
        self._window.tell(self.tr("Planfilen ligger nu här: {place}").format(place=place))

    def _asked_place(self, title: str, after: str) -> Path | None:
        if self._view is None:
            return None
        name = f"{self._view.desk.place.stem}{after}"
        folder = self._view.desk.place.parent
        return self._window.choosing.place_to_save(self._window, title, name, folder)

    def _backups(self) -> None:
        from ui.backups.dialog import BackupsDialog

        if self._view is not None:
            self._view.keep()
            ask = self._window.choosing.place_to_save
            desk, theme = self._view.desk, self._window.theme
            BackupsDialog(desk, theme, self._window, ask_place=ask).open()

    def _compare(self) -> None:
        from ui.moments.compare_dialog import CompareDialog

        if self._view is not None:
            self._view.keep()
            CompareDialog(self._view.desk, self._window.theme, self._window).open()

    def _carry(self) -> None:
        from ui.dialogs.carry import CarryDialog

        if self._view is not None:
            self._view.keep()
            desk, window = self._view.desk, self._window
            dialog = CarryDialog(desk, window.theme, window.choosing.place_for, window)
            dialog.told.connect(window.tell)
            dialog.open()

    def _purge(self) -> None:
        from ui.dialogs.purge import PurgeDialog

        if self._view is not None:
            self._view.keep()
            desk, window = self._view.desk, self._window
            PurgeDialog(desk, window.theme, window.choosing.place_for, window).open()

    def _take_in(self) -> None:
        if self._view is not None:
            self._view.keep()
            self._view.take_in()

    def _own(self) -> None:
        if self._view is not None:
            self._view.make_own()

    def _share(self) -> None:
        if self._view is not None:
            self._view.share()

    def _history(self) -> None:
        from ui.backups.history import HistoryDialog

        if self._view is not None:
            chosen = self._view.page.selected_ids()
            entity = chosen[0] if chosen else ""
            HistoryDialog(self._view.desk, self._window.theme, entity, self._window).open()

    def _undo(self) -> None:
        if self._view is not None:
            self._view.keep()
            self._window.messages.pass_over()
            self._view.desk.undo()

    def _redo(self) -> None:
        if self._view is not None:
            self._window.messages.pass_over()
            self._view.desk.redo()

    def open_settings(self) -> None:
        """Open the settings."""
        from ui.dialogs.settings import SettingsDialog

        window = self._window
        self._settings = SettingsDialog(window.settings, window.theme, window)
        self._settings.destroyed.connect(self._on_settings_gone)
        self._settings.open()

    def close_settings(self) -> bool:
        """Close the settings; tell whether they were open."""
        dialog, self._settings = self._settings, None
        if dialog is None:
            return False
        dialog.close()
        return True

    @Slot()
    def _on_settings_gone(self) -> None:
        self._settings = None

    def end(self) -> None:
        """Close what has been opened beside the window, and do nothing any more."""
        self.help.end()
        if self._palette is not None:
            self._palette.deleteLater()
        self.deleteLater()

    def _help_here(self) -> None:
        self.help.open_here(self._window.stack.currentWidget())

    def _search_everywhere(self) -> None:
        self.palette.open_on(self._view.desk if self._view is not None else None)

    @property
    def palette(self) -> Palette:
        """The search over everything; made when it is first asked for."""
        if self._palette is None:
            from ui.palette.palette import Palette

            window = self._window
            self._palette = made = Palette(window.actions_table, window.theme, window)
            made.page_asked.connect(self.help.open_page)
            made.idea_asked.connect(self.idea_asked)
            made.thing_asked.connect(self._show_thing)
            made.filter_asked.connect(self._filter)
        return self._palette

    @Slot(str, str)
    def _show_thing(self, kind: str, entity: str) -> None:
        if self._view is not None:
            self._window.actions_table[_TABLE].trigger()
            self._view.show_place("plan")
            self._view.page.show_thing(kind, entity)

    @Slot(str, str)
    def _filter(self, kind: str, text: str) -> None:
        """Show in the table all that was found in it."""
        if self._view is not None:
            self._window.actions_table[_TABLE].trigger()
            self._view.show_place("plan")
            self._view.page.show_kind(kind)
            self._window.top_bar.search.setText(text)

    def _about(self) -> None:
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window.theme, self._window).open()
