"""What huvudmän tell of their own rows, beneath the rows of the overall plan."""

from __future__ import annotations

from pathlib import Path

from nvworkshop.session.merge import merge
from tests.session.owners import PITEA, county, own_plan, own_row, shared
from tests.ui.overall.conftest import Opener


def test_the_row_shows_how_far_a_huvudman_is_and_what_it_shares(
    open_page: Opener, tmp_path: Path
) -> None:
    whole = county(tmp_path)
    own = own_plan(whole)
    own_row(own, "Delad rad", function="enhetschef", status="klar", shared=True)
    own_row(own, "Hemlig rad")
    merge(whole, [shared(own)])
    place = whole.publish().place
    whole.close()
    own.close()
    shown = open_page(place)
    shown.page.show_principal(PITEA)
    shown.settle()
    line = shown.line("2 egna rader hos Piteå kommun: 1 klar, 1 ej påbörjad")
    assert line.about == "1 rad delas"
    assert [(one.title, one.about) for one in line.children] == [("Delad rad", "enhetschef · Klar")]
