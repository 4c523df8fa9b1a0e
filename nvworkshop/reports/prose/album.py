"""The pictures that a template has asked for, each where its sign stands."""

from __future__ import annotations

from collections.abc import Callable

from nvworkshop.model.guarded import MOST_PICTURES, picture_sign
from nvworkshop.reports.pictures import Picture


class Album:
    """Gathers the pictures of one document, each once."""

    def __init__(self) -> None:
        """Begin without any."""
        self._pictures: dict[str, Picture | None] = {}

    def put(self, name: str, made: Callable[[], Picture | None]) -> str:
        """Return the sign of a picture, "" when there is nothing to show or no room for more."""
        if name not in self._pictures and len(self.pictures) < MOST_PICTURES:
            self._pictures[name] = made()
        picture = self._pictures.get(name)
        return picture_sign(self.pictures.index(picture)) if picture else ""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures by number."""
        return tuple(one for one in self._pictures.values() if one)
