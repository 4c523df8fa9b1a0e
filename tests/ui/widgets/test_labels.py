from __future__ import annotations

import pytest
from PySide6.QtCore import QMargins, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.checks import clipped, rich_text
from ui.settings import Settings
from ui.theme.theme import Theme
from ui.widgets.labels import ElidedLabel, PlainLabel, WrappedLabel, plain_tooltip
from ui.widgets.style import set_role

LONG = "Gemensam rutin för SIP vid utskrivning från sjukhus"


@pytest.mark.parametrize(
    "text",
    ["kort", "<b>fet</b>", "rad 1\nrad 2", "1 < 2 & 3 > 2", "lång " * 40, "<img src='x'>", "&lt;"],
)
def test_a_tooltip_shows_every_letter(text: str) -> None:
    tip = plain_tooltip(text)
    document = QTextDocument()
    if "<" in tip:
        document.setHtml(tip)
        assert document.toPlainText() == text
    else:
        assert tip.split() == text.split()
        assert max(map(len, tip.split("\n"))) <= 80


def test_a_name_is_told_without_the_sign_of_its_key(qtbot: QtBot) -> None:
    label, field = PlainLabel("&Dag"), QLineEdit()
    qtbot.addWidget(label)
    qtbot.addWidget(field)
    label.setBuddy(field)
    assert label.accessibleName() == "Dag"


def test_a_label_never_reads_marks(qtbot: QtBot) -> None:
    label = PlainLabel("<b>Åtgärd</b>")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert rich_text(label) == []


def test_what_has_no_room_stands_in_the_tooltip(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.show()
    label.resize(label.sizeHint())
    assert not label.elided
    assert label.toolTip() == ""
    label.resize(80, label.height())
    assert label.elided
    assert label.toolTip() == LONG
    assert label.text() == LONG  # what a screen reader reads
    assert clipped(label) == []


def test_a_new_text_is_measured_anew(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel(LONG)
    qtbot.addWidget(label)
    label.show()
    label.resize(80, 20)
    assert label.toolTip() == LONG
    label.setText("Kort")
    assert label.toolTip() == ""


def test_lines_are_shown_as_one(theme: Theme, qtbot: QtBot) -> None:
    label = ElidedLabel("rad 1\nrad 2")
    qtbot.addWidget(label)
    label.resize(label.sizeHint())
    assert not label.elided
    label.grab()


def test_room_around_a_label_outlives_its_dressing(
    theme: Theme, settings: Settings, qtbot: QtBot
) -> None:
    label = PlainLabel("Åtgärd")
    qtbot.addWidget(label)
    label.setContentsMargins(16, 8, 16, 8)
    set_role(label, "muted")
    label.show()
    settings.put("look/scheme", "dark")
    assert label.contentsMargins() == QMargins(16, 8, 16, 8)


def test_a_wrapped_label_is_one_line_with_room_and_more_without(qtbot: QtBot) -> None:
    label = WrappedLabel("Arvidsjaur-laptop · 16 nov 14:22")
    qtbot.addWidget(label)
    hint = label.sizeHint()
    assert label.heightForWidth(hint.width()) == hint.height()
    assert label.heightForWidth(hint.width() // 2) >= 2 * label.fontMetrics().height()
