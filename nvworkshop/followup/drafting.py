"""A text to report with, drafted from how the actions of an assignment stand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class State:
    """How one action stands: its status in words, and what the latest follow-up says of it."""

    id: str
    title: str
    status: str = ""
    status_id: str = ""
    date: str = ""
    comment: str = ""
    effect: str = ""
    next_step: str = ""

    @property
    def told(self) -> str:
        """The latest follow-up in a line, "" when there is none."""
        return f"{self.date}: {self.comment or self.status}".strip(": ") if self.date else ""


def drafted(states: Iterable[State]) -> list[str]:
    """Return a paragraph for each action."""
    return [_paragraph(one) for one in states]


def added_to(text: str, paragraphs: Iterable[str]) -> str:
    """Return a text with the paragraphs after it that it doesn't have already; nothing goes."""
    new = [one for one in paragraphs if one not in text]
    return "\n\n".join([*([text] if text else []), *new])


def opening(title: str, status: str) -> str:
    """Return what a paragraph begins with: the action, and its status in words."""
    return f"{title or 'Åtgärd utan namn'} – {status.lower() or 'läget är inte angivet'}."


def _paragraph(state: State) -> str:
    begins = opening(state.title, state.status)
    if not state.date:
        return f"{begins} Inte följd upp än."
    parts = (
        (f"Uppföljning {state.date}:", state.comment),
        ("Effekt:", state.effect),
        ("Nästa steg:", state.next_step),
    )
    told = [f"{name} {_sentence(text)}" for name, text in parts if text]
    return " ".join([begins, *(told or [f"Följd upp {state.date}."])])


def _sentence(text: str) -> str:
    line = " ".join(text.split())
    return line if line.endswith((".", "!", "?")) else f"{line}."
