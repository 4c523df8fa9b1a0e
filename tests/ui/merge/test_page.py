from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from nvworkshop.places import SAMPLE_PLANS
from nvworkshop.session.sources import SourcePlan
from tests.ui.merge.conftest import Opener, Shown
from ui.checks import clipped, rich_text, unnamed
from ui.merge.source_card import Card, source_card
from ui.theme.theme import Theme

Pair = tuple[Path, Path]


def cards(shown: Shown) -> list[str]:
    found = shown.page.sources.findChildren(Card)
    return ["\n".join(one.texts) for one in found if not one.isHidden()]


def drop(shown: Shown, *places: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in places])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    shown.page.sources.dropEvent(event)
    shown.until(lambda: not shown.page.merging.is_under_way)
    shown.settle()


def test_dropped_files_are_merged_and_told(shown: Shown, sodra: Pair) -> None:
    drop(shown, *sodra)
    assert "7 konflikter att avgöra" in shown.told[-1]
    assert shown.page.tabs.now == "conflicts"
    (card,) = cards(shown)
    assert card.startswith("Södra\n18 åtgärder")
    assert "2 kopior slogs ihop" in card


def test_what_is_shown_is_asked_first_and_everything_once(shown: Shown, sodra: Pair) -> None:
    shown.settle()
    asked: list[str] = []
    for name, view in shown.page.views.items():
        if name != "suggestions":  # they look by themselves, while the person goes on
            view.counted.connect(lambda _, name=name: asked.append(name))
    drop(shown, *sodra)
    assert asked == ["conflicts", "joint", "news", "receipts"]


def test_a_folder_gives_all_its_plans(shown: Shown, tmp_path: Path) -> None:
    folder = tmp_path / "sticka"
    folder.mkdir()
    for name in ("ostra.nvplan", "norra.nvplan"):
        shutil.copy(SAMPLE_PLANS / name, folder / name)
    shown.chooser.chosen = folder
    shown.page.sources.folder.click()
    shown.until(lambda: shown.told)
    shown.settle()
    assert [one.split("\n")[0] for one in cards(shown)] == ["Östra", "Norra"]


def test_a_folder_without_plans_says_so(shown: Shown, tmp_path: Path) -> None:
    (tmp_path / "tom").mkdir()
    shown.merge(tmp_path / "tom")
    assert "inga planfiler" in shown.warned[-1]


def test_the_same_files_again_bring_nothing(shown: Shown, sodra: Pair) -> None:
    shown.merge(*sodra)
    shown.merge(*sodra)
    assert shown.told[-1].startswith("Inget nytt i 2 filer")
    assert shown.page.tabs.buttons["receipts"].text() == "Kvitton 1"


def test_what_cannot_be_read_stands_among_the_plans(
    shown: Shown, sodra: Pair, tmp_path: Path
) -> None:
    broken = tmp_path / "trasig.nvplan"
    broken.write_bytes(b"inte en plan")
    shown.merge(broken, sodra[0])
    assert "trasig.nvplan gick inte att läsa" in shown.warned[-1]
    assert any(one.startswith("trasig.nvplan\n▲") for one in cards(shown))


def test_damage_is_counted_on_the_card(shown: Shown) -> None:
    shown.merge(SAMPLE_PLANS / "norra-skadad.nvplan")
    (card,) = cards(shown)
    assert "gick inte att läsa. Be om en ny kopia" in card
    assert "norra-skadad.nvplan är skadad" in shown.warned[-1]


def test_a_plan_nobody_else_has_written_in_has_no_date(theme: Theme, qtbot: QtBot) -> None:
    plan = SourcePlan("p", "Länet", "", "Utkast", 0, 0, (), "", (), 0, 0, 0, ())
    parent = QWidget()
    qtbot.addWidget(parent)
    card = source_card(plan, datetime.now(UTC), theme, parent)
    assert card.texts == ["Länet", "Utkast"]


def test_sources_are_never_touched(shown: Shown, sodra: Pair) -> None:
    before = [(one.read_bytes(), one.stat().st_mtime_ns) for one in sodra]
    shown.merge(*sodra)
    assert [(one.read_bytes(), one.stat().st_mtime_ns) for one in sodra] == before


def test_a_cancelled_merge_leaves_nothing(shown: Shown, sodra: Pair) -> None:
    shown.page.merge([*sodra])
    shown.page.merging.cancel()
    shown.until(lambda: not shown.page.merging.is_under_way)
    shown.settle()
    assert "avbröts" in shown.warned[-1]
    assert not shown.page.desk.rows["action"]
    assert shown.page.sources.files.isEnabled()


def test_the_whole_merge_is_undone_by_undo(shown: Shown, sodra: Pair) -> None:
    shown.merge(*sodra)
    assert len(shown.page.desk.rows["action"]) == 18
    shown.page.desk.undo()
    shown.until(lambda: not shown.page.desk.rows["action"])
    shown.page.desk.redo()
    shown.until(lambda: len(shown.page.desk.rows["action"]) == 18)


def test_a_narrow_window_gives_the_plans_a_tab(shown: Shown) -> None:
    shown.page.resize(960, 600)
    assert shown.page.tabs.names[0] == "sources"
    shown.page.show_tab("sources")
    assert shown.page.stack.currentWidget() is shown.page.sources
    shown.page.resize(1280, 720)
    assert shown.page.tabs.now == "conflicts"
    assert shown.page.sources.isVisible()


def test_nothing_is_cut_unnamed_or_rich(shown: Shown, sodra: Pair) -> None:
    for place in ((), sodra):
        shown.merge(*place)
        for name in shown.page.views:
            shown.page.show_tab(name)
            shown.settle()
            assert not [*clipped(shown.page), *unnamed(shown.page), *rich_text(shown.page)]


def test_a_plan_that_is_only_read_is_not_merged_into(
    open_page: Opener, overall: Path, sodra: Pair
) -> None:
    open_page(overall)
    second = open_page(overall)
    assert second.page.desk.read_only
    assert not second.page.sources.files.isEnabled()
    second.page.merge(sodra)
    assert not second.page.merging.is_under_way
