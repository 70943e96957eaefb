"""The whole country and its provinces, with the boundaries that they had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalogue_building import Text


@dataclass(frozen=True, slots=True)
class BoundaryChange:
    """From `date` on the area has other boundaries; figures across it are not comparable by level."""

    date: date
    source: Text
    added: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Area:
    """The whole country or a unit of province level, between the first and the last day of its validity."""

    name: Text
    en: Text
    aliases: tuple[Text, ...] = ()
    start: date | None = None
    until: date | None = None
    changes: tuple[BoundaryChange, ...] = ()
    into: str = ""

    def is_valid_on(self, day: date) -> bool:
        return (self.start is None or self.start <= day) and (self.until is None or day <= self.until)
