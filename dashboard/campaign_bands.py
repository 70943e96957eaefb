"""Campaigns of the register as bands of a chart; those without a known start are listed elsewhere and never drawn."""

from __future__ import annotations

from datetime import date

from dashboard.figures.spec import Band
from data.observation import WHOLE_COUNTRY
from data.store import Store

KINDS = {
    "programme": "programme", "program": "programme", "chuong_trinh": "programme",
    "thematic": "thematic", "chuyen_de": "thematic", "campaign": "thematic",
    "regular": "regular", "annual": "regular", "thuong_xuyen": "regular",
    "stage": "stage", "period": "stage", "giai_doan": "stage", "nam_nam": "stage", "five_year": "stage",
    "movement": "movement", "drive": "movement", "cuoc_van_dong": "movement", "van_dong": "movement", "dot_chao_mung": "thematic",
}  # fmt: skip
DRAWN_PRECISIONS = ("day", "month", "year")


def bands_of(store: Store, area: str, *, theme: str = "", selected: str = "") -> tuple[Band, ...]:
    """Bands of an area and of the whole country; with a theme, only campaigns with that subject."""
    found: dict[str, Band] = {}
    for one in [*store.campaigns(area), *store.campaigns(WHOLE_COUNTRY)]:
        if one.start is None or one.precision not in DRAWN_PRECISIONS:
            continue
        if theme and theme not in one.themes:
            continue
        found[one.code] = Band(
            code=one.code, name=one.name, start=one.start, end=one.end, kind=KINDS.get(one.kind, "programme"),
            precision=one.precision, is_selected=one.code == selected,
        )  # fmt: skip
    return tuple(found.values())


def running(bands: tuple[Band, ...], day: date) -> list[Band]:
    """Campaigns that run on a day."""
    return [one for one in bands if one.start <= day and (one.end is None or day <= one.end)]
