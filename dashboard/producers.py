"""Who says a figure: the national statistics office by its name of that day, or a province's workbook by its file."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from data.observation import WHOLE_COUNTRY
from data.store import Store
from data.wording import say

if TYPE_CHECKING:
    from dashboard.theme_figures import ThemeFigures


@lru_cache(maxsize=256)
def own_file(store: Store, area: str, release_id: int | None) -> str:
    """The file of a release in which a province speaks for itself; empty where a national workbook says its figures:
    one with figures of the whole country, or of several provinces side by side.

    Kept, since what a release says never changes.
    """
    if area == WHOLE_COUNTRY or release_id is None or store.areas_of(release_id) != {area}:
        return ""
    return store.release(release_id).file


def source_of(figures: ThemeFigures, released: date | None, language: str) -> str:
    """The source line's name of the producer of a theme's figures as released on a day."""
    return named_source(figures.area, figures.own_file, released, language)


def named_source(area: str, file: str, released: date | None, language: str) -> str:
    """An area and its own file, or the national office where the file is empty."""
    from data.catalogue import catalogue

    known = catalogue()
    if file:
        place = known.areas[area].en if language == "en" and area in known.areas else area
        return say("dashboard.chart.source_local", language, area=place, file=file)
    office = known.national_producer(released)
    return office.en if language == "en" else office.vi
