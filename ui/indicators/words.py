"""The words of indicators on the screen."""

from __future__ import annotations

from nvworkshop.followup.judging import FEW, after_number, number_text
from nvworkshop.followup.series import Standing, direction_of
from nvworkshop.followup.totals import Together
from nvworkshop.language import in_source
from nvworkshop.session.indicators import Detail, Listed
from ui.words import tr

_DAYS = 4
"""Most days whose totals are told."""

TOKENS = {
    Standing.REACHED: "ok",
    Standing.ON_WAY: "ok",
    Standing.NOT_ON_WAY: "danger",
    Standing.UNMEASURED: "muted",
    Standing.UNKNOWN: "warning",
}
"""The colour of each standing's word."""

_SIGNS = {
    Standing.REACHED: "✓",
    Standing.ON_WAY: "●",
    Standing.NOT_ON_WAY: "▲",
    Standing.UNMEASURED: "○",
    Standing.UNKNOWN: "?",
}


def standing_word(one: Listed) -> str:
    """Return how an indicator stands: a sign and a word."""
    return f"{_SIGNS[one.judged.standing]} {tr(one.judged.word)}"


def direction_word(one: Listed) -> str:
    """Return where it is to go, "" when nobody has said."""
    words = {"up": tr("ska öka"), "down": tr("ska minska"), "hold": tr("ska ligga kvar")}
    return words.get(direction_of(one.thing), "")


def values_line(one: Listed) -> str:
    """Return where it is now, where it is to go, and where it began."""
    target = ", ".join(filter(None, (one.target, direction_word(one))))
    of = f" ({one.judged.of})" if one.judged.of and one.judged.now is not None else ""
    return tr("Nu {now}{of}  ·  mål {target}  ·  utgångsvärde {baseline}").format(
        baseline=one.baseline, now=one.now, of=of, target=target
    )


def about_line(one: Listed) -> str:
    """Return what it is about: shift, source, whose it is, and what to be careful with."""
    parts = [one.shifts, tr("källa: {source}").format(source=one.source or tr("saknas"))]
    parts += [one.where] if one.where else []
    if one.same:
        parts.append(tr("samlar {n}").format(n=len(one.same) + 1))
    is_few = FEW in map(in_source, one.judged.cautions)
    few = [tr("Få bakom siffran")] if is_few else []
    if one.thing["example"] is True:
        parts.append(tr("exempel, inte beslutad"))
    return "  ·  ".join(filter(None, (*few, *parts)))


def counted(number: int) -> str:
    """Return "1 indikator" or "3 indikatorer"."""
    return tr("1 indikator") if number == 1 else tr("{n} indikatorer").format(n=number)


def together_lines(one: Together, detail: Detail, *, several: bool) -> list[str]:
    """Return what the areas have together, the latest days first; or why it can't be said."""
    lines = []
    source = f"{one.source or tr('utan källa')}: " if several else ""
    where = detail.areas.name(one.within) if one.within else tr("hela länet")
    for day, total in one.days[:_DAYS]:
        missing = ", ".join(detail.areas.name(area) for area in total.missing)
        lacks = tr(" Saknas: {areas}.").format(areas=missing) if missing else ""
        if total.value is None:
            lines.append(f"{source}{day}: {total.why}{lacks}")
        else:
            unit = after_number(detail.listed.thing.text("unit"))
            said = f"{number_text(round(total.value, 2))} {unit}"
            lines.append(f"{source}{day}: {said.strip()} ({where}).{lacks}")
    return lines
