from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt

from tests.ui.merge.conftest import Shown
from ui.merge.news_view import Show

Pair = tuple[Path, Path]


def test_news_tells_what_came_and_can_be_narrowed(shown: Shown, sodra: Pair) -> None:
    shown.merge(*sodra)
    shown.page.show_tab("news")
    shown.settle()
    news = shown.page.news
    everything = len(news.list.model_.rows)
    assert shown.page.tabs.buttons["news"].text() == f"Vad är nytt {everything}"
    news.which.setCurrentIndex(news.which.findData(Show.JOINED))
    joined = len(news.list.model_.rows)
    assert 0 < joined < everything
    news.which.setCurrentIndex(news.which.findData(Show.ALL))
    news.search.setText("hjärtsvikt")
    shown.until(lambda: 0 < len(news.list.model_.rows) < everything)


def test_enter_on_the_new_shows_it_where_it_stands(shown: Shown, sodra: Pair) -> None:
    shown.merge(sodra[0])
    shown.page.show_tab("news")
    shown.settle()
    news = shown.page.news
    row = next(n for n, one in enumerate(news.list.model_.rows) if one.key[0] == "action")  # type: ignore[index]
    news.list.go_to(row)
    shown.key(Qt.Key.Key_Return)
    assert shown.asked[-1] == news.list.key


def test_a_later_merge_is_what_is_shown(shown: Shown, sodra: Pair) -> None:
    shown.merge(sodra[0])
    shown.merge(sodra[1])
    shown.page.show_tab("news")
    shown.settle()
    assert shown.page.news.merges.count() == 2
    assert len(shown.page.news.list.model_.rows) < 20


def test_a_receipt_asks_for_its_report(shown: Shown, sodra: Pair) -> None:
    shown.merge(*sodra)
    shown.page.show_tab("receipts")
    shown.settle()
    with shown.qtbot.waitSignal(shown.page.report_asked) as asked:
        shown.page.receipts.save.click()
    assert asked.args == [str(shown.page.receipts.list.key)]


def test_taking_back_names_what_was_built_on_it_first(shown: Shown, sodra: Pair) -> None:
    shown.merge(sodra[0])
    entity, count = next(iter(shown.page.desk.rows["action"])), len(shown.page.desk.rows["action"])
    shown.page.desk.edit(lambda session: session.set(entity, {"title": "Omskriven här"}))
    shown.settle()
    shown.page.show_tab("receipts")
    shown.settle()
    taking = shown.page.receipts.taking
    taking.ask.click()
    shown.settle()
    assert "Omskriven här" in taking.said.text()
    assert len(shown.page.desk.rows["action"]) == count
    taking.yes.click()
    shown.settle()
    assert len(shown.page.desk.rows["action"]) < count
    assert "återtagen" in shown.told[-1]
    assert not taking.isVisible()
    shown.page.desk.undo()
    shown.until(lambda: len(shown.page.desk.rows["action"]) == count)


def test_the_newest_receipt_is_shown_when_it_comes(shown: Shown, sodra: Pair) -> None:
    shown.merge(sodra[0])
    shown.page.show_tab("receipts")
    shown.settle()
    shown.merge(sodra[1])
    shown.page.show_tab("receipts")
    shown.settle()
    assert shown.page.receipts.list.currentIndex().row() == 0
    assert sodra[1].name in shown.page.receipts.text.text()


def test_the_choice_of_merge_has_room_for_its_name(shown: Shown, sodra: Pair) -> None:
    shown.merge(sodra[0])
    merges = shown.page.news.merges
    assert merges.currentText().endswith("1 fil")
    assert merges.width() >= merges.fontMetrics().horizontalAdvance(merges.currentText()) + 24
