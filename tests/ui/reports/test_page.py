from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nvworkshop.session.versions import freeze
from tests.ui.reports.conftest import Shown, own_template
from ui.checks import clipped, rich_text, unnamed
from ui.reports.words import FORMATS, format_word

PITEA = "2581"


def holds_keys(shown: Shown, part: object) -> bool:
    focused = QApplication.focusWidget()
    return focused is not None and (focused is part or part.isAncestorOf(focused))  # type: ignore[attr-defined]


def test_the_first_report_is_shown_with_its_state(shown: Shown) -> None:
    assert shown.page.name.text() == "Handlingsplan"
    assert shown.page.preview.mark.text() == "Utkast"
    assert "version 0.4" in shown.page.preview.facts.text()
    assert "Målbild" in shown.text
    assert "Utkast" in shown.page.preview.page.accessibleName()


def test_keys_alone_choose_look_and_go_on(shown: Shown) -> None:
    shown.page.focus()
    assert shown.page.list.hasFocus()
    QTest.keyClick(shown.page.list, Qt.Key.Key_Down)
    shown.until(lambda: shown.page.shown_report == "huvudman")
    QTest.keyClick(shown.page.list, Qt.Key.Key_Return)
    assert shown.page.preview.page.hasFocus()
    for part, focus in shown.page.parts():
        focus()
        assert holds_keys(shown, part)


def test_a_huvudman_is_found_by_typing(shown: Shown) -> None:
    shown.choose("huvudman")
    who = shown.page.choices.who
    who.setFocus()
    QTest.keyClicks(QApplication.focusWidget() or who, "Piteå kommun")
    QTest.keyClick(QApplication.focusWidget() or who, Qt.Key.Key_Return)
    shown.until(lambda: "Piteå kommun" in shown.text)
    assert shown.page.asked is not None
    assert shown.page.asked.of == PITEA


def test_what_was_chosen_is_remembered_between_reports(shown: Shown) -> None:
    shown.page.show_report("huvudman", PITEA)
    shown.choose("huvudman")
    shown.choose("handlingsplan")
    assert shown.page.choices.who_box.isHidden()
    shown.choose("huvudman")
    assert shown.page.choices.of == PITEA


def test_the_newest_that_was_asked_is_shown(shown: Shown) -> None:
    own_template("en", "# Den första\n")
    own_template("två", "# Den andra\n")
    shown.page.refresh()
    shown.choose("en")
    for report in ("två", "en", "två", "en", "två"):
        shown.page.show_report(report)
    shown.until(lambda: shown.page.shown_report == "två")
    assert shown.text.strip() == "Den andra"


def test_a_change_in_the_plan_is_seen_where_one_was_reading(shown: Shown) -> None:
    bar = shown.page.preview.page.verticalScrollBar()
    bar.setValue(300)
    action = next(iter(shown.page.desk.rows["action"]))
    shown.page.desk.edit(lambda session: session.set(action, {"title": "Alldeles ny rubrik"}))
    shown.until(lambda: "Alldeles ny rubrik" in shown.text)
    assert bar.value() == 300


def test_a_plan_as_it_was_in_a_version(shown: Shown) -> None:
    action = next(iter(shown.page.desk.rows["action"]))
    shown.page.desk.edit(lambda session: freeze(session, "1.0"))
    shown.page.desk.edit(lambda session: session.set(action, {"title": "Skrivet efteråt"}))
    shown.until(lambda: "Skrivet efteråt" in shown.text)
    when = shown.page.choices.when
    begins = Qt.MatchFlag.MatchStartsWith
    shown.until(lambda: when.findText("Version 1.0", begins) >= 0)
    when.setCurrentIndex(when.findText("Version 1.0", begins))
    when.activated.emit(when.currentIndex())
    shown.until(lambda: "som planen var: Version 1.0" in shown.page.preview.facts.text())
    assert "Skrivet efteråt" not in shown.text


def test_a_moment_nobody_knows_is_told_in_place(shown: Shown) -> None:
    line = shown.page.choices.when.line
    line.setText("i förrgår")
    QTest.keyClick(line, Qt.Key.Key_Return)
    shown.until(lambda: "ingen tidpunkt" in shown.page.preview.says)
    assert not shown.page.bar.save.isEnabled()


def test_names_are_off_until_somebody_wants_them(shown: Shown) -> None:
    assert not shown.page.choices.names.isChecked()
    assert "inte med" in shown.page.named.text()
    shown.page.choices.names.click()
    assert "bara med dem" in shown.page.named.text()
    assert shown.page.asked is not None
    assert shown.page.asked.names


@pytest.mark.parametrize(
    ("report", "said", "place"),
    [
        ("minnesanteckningar", "ingen workshop än", "workshop"),
        ("kvitto", "inga kvitton än", "merge"),
    ],
)
def test_what_is_missing_is_said_with_where_to_go(
    empty: Shown, report: str, said: str, place: str
) -> None:
    empty.choose(report)
    assert said in empty.page.preview.says
    assert not empty.page.bar.save.isEnabled()
    empty.page.preview.focus()
    QTest.keyClick(empty.page.preview.problem.button, Qt.Key.Key_Space)
    assert empty.places == [place]


def test_a_wrong_template_is_told_in_place_and_works_when_it_is_mended(shown: Shown) -> None:
    own_template("min", "# Hej\n\n{{ plan.tokigt }}\n")
    shown.page.refresh()
    shown.choose("min")
    assert "min.md, rad 3" in shown.page.preview.says
    shown.page.preview.problem.button.click()
    assert [one.name for one in shown.opened] == ["rapportmallar"]
    own_template("min", "# Hej igen\n")
    QApplication.sendEvent(shown.page.window(), QEvent(QEvent.Type.WindowActivate))
    shown.until(lambda: shown.text.strip() == "Hej igen")
    assert shown.page.bar.save.isEnabled()


def test_text_of_a_plan_does_nothing_in_the_preview(shown: Shown) -> None:
    action = next(iter(shown.page.desk.rows["action"]))
    bad = '<img src="file:///etc/passwd"> [länk](http://x.example) <script>x</script>'
    shown.page.desk.edit(lambda session: session.set(action, {"title": bad}))
    shown.until(lambda: bad in shown.text)
    assert 'href="' not in shown.page.preview.page.toHtml()


def test_every_format_has_a_name() -> None:
    assert all(map(format_word, FORMATS))
    assert list(FORMATS)[:3] == [".docx", ".pdf", ".html"]


@pytest.mark.parametrize("size", [(1280, 720), (640, 420)])
def test_everything_has_room_names_and_plain_text(shown: Shown, size: tuple[int, int]) -> None:
    shown.choose("huvudman")
    shown.page.resize(*size)
    QApplication.processEvents()
    assert clipped(shown.page) + rich_text(shown.page) + unnamed(shown.page) == []


def test_a_large_report_is_shown_from_its_beginning(shown: Shown, tmp_path: Path) -> None:
    many = "{% for n in range(6000) %}## Rubrik {{ n }}\n\nText att läsa.\n\n{% endfor %}"
    own_template("lång", f"# Lång\n\n{many}")
    shown.page.refresh()
    shown.choose("lång")
    assert shown.page.preview.more.isVisible()
    assert "Rubrik 5999" not in shown.text
    shown.page.preview.whole.click()
    shown.until(lambda: "Rubrik 5999" in shown.text)
    assert not shown.page.preview.more.isVisible()
