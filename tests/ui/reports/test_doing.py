from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog
from PySide6.QtWidgets import QPushButton

from nvworkshop.errors import CancelledError
from nvworkshop.session.reporting import Report
from tests.ui.reports.conftest import Shown, own_template
from ui.reports.printing import Page, draw, pages_of


def files(shown: Shown) -> list[str]:
    folder = shown.answers.folder_given
    return sorted(one.name for one in folder.iterdir()) if folder else []


def buttons(shown: Shown) -> dict[str, QPushButton]:
    assert shown.page.message is not None
    return {one.text(): one for one in shown.page.message.actions_offered}


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".html", ".xlsx", ".csv", ".md", ".json"])
def test_the_plan_is_saved_in_every_format(shown: Shown, suffix: str) -> None:
    said = shown.press(suffix)
    (name,) = files(shown)
    assert name.startswith("Handlingsplan – Södra")
    assert name.endswith(suffix)
    assert said.startswith(f"Sparad och återläst: {name}.")


def test_what_was_saved_is_opened_with_its_folder(shown: Shown) -> None:
    shown.press(".md")
    buttons(shown)["Öppna"].click()
    buttons(shown)["Öppna mappen"].click()
    folder = shown.answers.folder_given
    assert folder is not None
    assert [*shown.opened] == [folder / files(shown)[0], folder]


def test_notices_are_part_of_what_is_said(shown: Shown) -> None:
    assert "Tänk på vem som får den" in shown.press(".json")


def test_nothing_happens_when_the_person_changes_their_mind(shown: Shown) -> None:
    shown.answers.folder_given = None
    shown.page.bar.save.formats.actions()[0].trigger()
    shown.until(lambda: shown.answers.suggested)
    assert shown.page.message is None
    assert shown.page.bar.save.isEnabled()


def test_why_it_was_not_saved_is_said_and_the_buttons_come_back(shown: Shown) -> None:
    shown.answers.folder_given = Path("/finns/inte")
    assert "finns inte" in shown.press(".docx")
    assert shown.page.message is not None
    assert shown.page.message.level == "danger"
    assert shown.page.bar.save.isEnabled()


def all_of(shown: Shown, suffix: str) -> None:
    one = next(one for one in shown.page.bar.all.formats.actions() if one.data() == suffix)
    one.trigger()


def test_everyones_page_is_saved_in_a_folder(shown: Shown) -> None:
    own_template("huvudman", "# {{ plan.principal }}\n")
    shown.page.refresh()
    shown.choose("huvudman")
    all_of(shown, ".md")
    shown.until(lambda: shown.page.message)
    (name,) = files(shown)
    offer = shown.page.offer
    assert offer is not None
    assert shown.said.startswith(f"{len(offer.choices)} filer sparade och återlästa i mappen")
    buttons(shown)["Öppna mappen"].click()
    assert shown.opened[-1].name == name


def test_saving_everyones_can_be_stopped_without_a_trace(shown: Shown) -> None:
    shown.choose("huvudman")
    all_of(shown, ".pdf")
    shown.until(lambda: shown.page.doing.is_busy)
    shown.page.saving_line.button.click()
    shown.until(lambda: shown.page.message)
    assert "Avbrutet" in shown.said
    assert files(shown) == []


def test_only_reports_of_somebody_can_be_saved_for_all(shown: Shown) -> None:
    assert shown.page.bar.all.isHidden()
    shown.choose("kommun")
    assert shown.page.bar.all.isVisible()
    assert shown.page.bar.all.text().replace("&", "") == "Spara alla kommuner…"


def test_printing_opens_a_preview_of_the_pages(shown: Shown) -> None:
    shown.page.bar.print.click()
    shown.until(lambda: shown.page.findChildren(QPrintPreviewDialog))
    (dialog,) = shown.page.findChildren(QPrintPreviewDialog)
    assert dialog.isVisible()
    dialog.close()
    assert shown.page.bar.print.isEnabled()


def test_pages_on_their_way_can_be_left_and_asked_for_again(shown: Shown) -> None:
    line = shown.page.saving_line
    shown.page.bar.print.click()
    shown.until(lambda: line.label.text().startswith("Ställer i ordning sid"))
    assert not shown.page.bar.print.isEnabled()
    line.button.click()
    assert shown.page.bar.print.isEnabled()
    assert "Avbrutet. Inget skrivs ut." in shown.said
    assert shown.page.message is not None
    assert shown.page.message.level == "info"
    assert shown.page.bar.isAncestorOf(shown.page.focusWidget())
    shown.page.bar.print.click()
    shown.until(lambda: shown.page.findChildren(QPrintPreviewDialog))
    (dialog,) = shown.page.findChildren(QPrintPreviewDialog)
    dialog.close()


def test_each_page_is_told_of_while_it_is_made(shown: Shown) -> None:
    told: list[tuple[int, int]] = []
    reports: list[Report] = []
    assert shown.page.asked is not None
    shown.page.doing.saving.take(shown.page.asked, reports.append)
    shown.until(lambda: reports)
    made = pages_of(reports[0], tell=lambda *one: told.append(one), cancelled=lambda: False)
    assert told == [(n, len(made)) for n in range(len(made))]
    with pytest.raises(CancelledError):
        pages_of(reports[0], tell=lambda *_: None, cancelled=lambda: True)


def test_pages_are_drawn_on_paper(shown: Shown, tmp_path: Path) -> None:
    pages: list[Sequence[Page]] = []
    saving = shown.page.doing.saving
    assert shown.page.asked is not None
    saving.take(shown.page.asked, lambda report: saving.draw(report, pages.append))
    shown.until(lambda: pages)
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "papper.pdf"))
    printer.setFromTo(2, 4)
    draw(pages[0], printer)
    assert (tmp_path / "papper.pdf").read_bytes().count(b"/Type /Page\n") == 3


def test_the_keys_are_where_they_were_when_it_is_saved(shown: Shown) -> None:
    shown.page.focus_bar()
    shown.press(".md")
    assert shown.page.bar.save.hasFocus()
    part, focus = shown.page.parts()[-1]
    focus()
    assert part is shown.page.message
    assert buttons(shown)["Öppna"].hasFocus()
