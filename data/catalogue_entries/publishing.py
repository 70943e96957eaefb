"""Who publishes national figures, and the days of Tết, which move."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from data.catalogue_building import Text


@dataclass(frozen=True, slots=True)
class Producer:
    """A name of the office that publishes national workbooks, and the first day of that name."""

    code: Text
    vi: Text
    en: Text
    start: date | None = None


@dataclass(frozen=True, slots=True)
class LunarNewYear:
    """First day of Tết by the Vietnamese calendar."""

    year: int
    date: date
