"""Campaigns of the register as bands of a chart; those without a known start are listed elsewhere and never drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date

from dashboard.charts import area_title
from dashboard.figures.spec import Band
from data.observation import WHOLE_COUNTRY
from data.store import Campaign, Store

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
    known = {one.code: one for one in [*store.campaigns(area), *store.campaigns(WHOLE_COUNTRY)]}
    drawn = [one for one in known.values() if one.precision in DRAWN_PRECISIONS and (not theme or theme in one.themes)]
    names = names_apart(drawn, language)
    return tuple(
        Band(
            code=one.code,
            name=names[one.code],
            start=one.start,
            end=one.end,
            kind=KINDS.get(one.kind, "programme"),
            precision=one.precision,
            is_selected=one.code == selected,
        )
        for one in drawn
        if one.start is not None
    )


def names_apart(campaigns: Sequence[Campaign], language: str) -> dict[str, str]:
    """Names by code; where an area and the country have campaigns of one name, each names its area."""
    names = {one.code: one.name_in(language) for one in campaigns}
    often = Counter(names.values())
    areas = {one.code: area_title(one.area or WHOLE_COUNTRY, language) for one in campaigns}
    return {code: f"{name} ({areas[code]})" if often[name] > 1 else name for code, name in names.items()}


def running(bands: tuple[Band, ...], day: date) -> list[Band]:
    """Campaigns that run on a day."""
    return [one for one in bands if one.start <= day and (one.end is None or day <= one.end)]
