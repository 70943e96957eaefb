"""Campaigns of the register as bands of a chart; those without a known start are listed elsewhere and never drawn."""

from __future__ import annotations

from datetime import date

from dashboard.figures.spec import Band
from data.observation import WHOLE_COUNTRY
from data.store import Store

KINDS = {
    "thuong_xuyen": "regular",
    "nam_nam": "stage",
    "van_dong": "movement",
    "chuyen_de": "thematic",
    "dot_chao_mung": "thematic",
    "kich_cau": "thematic",
    "khuyen_mai": "thematic",
}
"""Texture by kind; what is not named here is a programme."""
DRAWN_PRECISIONS = ("day", "month", "year")


def bands_of(store: Store, area: str, language: str, *, theme: str = "", selected: str = "") -> tuple[Band, ...]:
    """Bands of an area and of the whole country, named in a language; with a theme, only those with that subject."""
    found: dict[str, Band] = {}
    for one in [*store.campaigns(area), *store.campaigns(WHOLE_COUNTRY)]:
        if one.start is None or one.precision not in DRAWN_PRECISIONS:
            continue
        if theme and theme not in one.themes:
            continue
        found[one.code] = Band(
            code=one.code,
            name=one.name_in(language),
            start=one.start,
            end=one.end,
            kind=KINDS.get(one.kind, "programme"),
            precision=one.precision,
            is_selected=one.code == selected,
        )
    return tuple(found.values())


def running(bands: tuple[Band, ...], day: date) -> list[Band]:
    """Campaigns that run on a day."""
    return [one for one in bands if one.start <= day and (one.end is None or day <= one.end)]
