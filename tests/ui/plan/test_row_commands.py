from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from nvworkshop.session.pasting import Paste
from tests.ui.plan.conftest import Table
from ui.plan.arrangement import Filter


def new_row(table: Table) -> str:
    """Make a row by its command; return its id."""
    before = set(table.desk.rows["action"])
    table.changed(lambda: table.do("row.new"))
    return (set(table.desk.rows["action"]) - before).pop()


def test_a_new_row_is_chosen_and_its_title_waits_in_the_editor(table: Table) -> None:
    entity = new_row(table)
    assert table.page.selected_ids() == [entity]
    focused = QApplication.focusWidget()
    assert focused is not None
    assert table.page.editor.isAncestorOf(focused)
    assert focused.accessibleName().startswith("Åtgärd")


@pytest.mark.parametrize("group", ["shift", "principal", "status", "flow"])
def test_a_new_row_belongs_to_the_group_one_is_in(table: Table, group: str) -> None:
    table.sheet.group_by(group)
    number = next(one for one in table.numbers if table.row(one).thing[group])
    table.choose(number)
    thing = table.desk.rows["action"][new_row(table)].thing
    assert thing[group] == table.row(number).thing[group]


def test_a_new_row_belongs_to_one_kommun_but_not_to_several(table: Table) -> None:
    table.sheet.group_by("municipalities")
    name = "municipalities"
    for many in (False, True):
        rows = (one for one in table.numbers if len(table.row(one).thing.items(name)) == 1 + many)
        number = next(rows)
        table.choose(number)
        thing = table.desk.rows["action"][new_row(table)].thing
        assert thing[name] == (None if many else table.row(number).thing[name])


def test_a_new_row_is_seen_though_the_filter_would_hide_it(table: Table) -> None:
    table.sheet.filter_by(Filter().choosing("status", ["done"]))
    entity = new_row(table)
    assert table.sheet.model.place_of(entity) is not None


def test_removed_rows_come_back_in_one_step(table: Table) -> None:
    ids = [table.id_of(5), table.id_of(12)]
    table.view.choose(ids, ids[0])
    table.changed(lambda: table.do("row.remove"))
    assert not {5, 12} & set(table.numbers)
    table.until(lambda: table.told)
    assert table.told == ["2 åtgärder är borttagna. Ångra med Ctrl+Z."]
    chosen = table.page.selected_ids()
    assert len(chosen) == 1
    table.changed(table.desk.undo)
    assert {5, 12} <= set(table.numbers)
    assert table.page.selected_ids() == chosen


def test_one_that_is_removed_is_named(table: Table) -> None:
    table.choose(5)
    table.changed(lambda: table.do("row.remove"))
    table.until(lambda: table.told)
    (said,) = table.told
    assert said.startswith("Åtgärd 5 ”Samla skola, ")
    assert said.endswith("” är borttagen. Ångra med Ctrl+Z.")


def test_a_copy_of_a_row_is_chosen(table: Table) -> None:
    table.choose(4)
    table.changed(lambda: table.do("row.duplicate"))
    table.until(lambda: table.page.selected_ids() != [table.id_of(4)])
    copy = table.desk.rows["action"][table.page.selected_ids()[0]]
    assert copy.texts["title"] == "Korta vägen hem efter stroke (kopia)"


def test_next_and_previous_go_between_rows(table: Table) -> None:
    table.choose(5)
    table.do("row.next")
    assert table.page.selected_ids() == [table.id_of(12)]
    table.do("row.previous")
    assert table.page.selected_ids() == [table.id_of(5)]


def test_a_page_that_is_being_closed_does_nothing(table: Table) -> None:
    table.window.takeCentralWidget()
    table.page.hide()
    with table.qtbot.assertNotEmitted(table.desk.changed, wait=100):
        table.do("row.new")
    table.window.setCentralWidget(table.page)


def pasted(table: Table, text: str) -> Paste:
    """Paste a text; return what the panel shows."""
    QApplication.clipboard().setText(text)
    table.do("row.paste")
    table.until(table.page.paste.isVisible)
    assert table.page.paste.paste is not None
    return table.page.paste.paste


def test_rows_go_to_the_clipboard_as_text_and_come_back_the_same(table: Table) -> None:
    table.choose(4)
    table.do("row.copy")
    table.until(lambda: table.told)
    assert table.told == ["1 åtgärd ligger i urklipp, som text."]
    text = QApplication.clipboard().text()
    assert text.splitlines()[0].split("\t")[:3] == ["Nr", "Åtgärd", "Ansvarig huvudman"]
    paste = pasted(table, text)
    assert len(paste.rows) == 1
    assert not paste.bad


def test_pasted_rows_are_added_and_chosen(table: Table) -> None:
    pasted(table, "Åtgärd\tKlart\nFörsta\tQ3 2027\nAndra\t31 februari\n")
    panel = table.page.paste
    assert "2 åtgärder" in panel.said.text()
    assert panel.bad.rowCount() == 1
    assert panel.bad.model().index(0, 1).data() == "Klart"
    table.changed(panel.add.click)
    table.until(lambda: len(table.page.selected_ids()) == 2)
    assert table.sheet.rows == 19
    assert panel.isHidden()


def test_pasted_rows_write_over_as_many_chosen_rows(table: Table) -> None:
    table.choose(4)
    pasted(table, "Åtgärd\tKlart\nNy rubrik\tQ3 2027\nEn till\tQ4 2027\n")
    panel = table.page.paste
    assert not panel.over.isEnabled()
    assert "markera 2 rader" in panel.over_note.text()
    ids = [table.id_of(4), table.id_of(5)]
    table.view.choose(ids, ids[0])
    assert panel.over.isEnabled()
    first = table.page.selected_ids()[0]
    table.changed(panel.over.click)
    assert table.desk.rows["action"][first].texts["title"] == "Ny rubrik"


def test_an_empty_clipboard_is_told_of(table: Table) -> None:
    QApplication.clipboard().setText("")
    table.do("row.paste")
    table.until(lambda: table.told)
    assert table.told[0].startswith("Urklipp har inga rader.")


def test_a_paste_can_be_let_go(table: Table) -> None:
    pasted(table, "Åtgärd\nRad\n")
    table.page.paste.cancel.click()
    assert table.page.paste.paste is None
    assert table.view.hasFocus()
