"""The explorer's selection and its chart: any stored series, any transformation, as one neutral specification."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from urllib.parse import urlencode

import pandas as pd

from dashboard import formats
from dashboard.figures.spec import Band, ChartSpec, Kind, Panel
from dashboard.figures.spec import Series as Drawn
from dashboard.names import item_name
from data.period import Period
from data.store import Figure, Series, Store
from data.wording import LANGUAGES, say
from indicators.registry import SAME_UNIT, TRANSFORMATIONS, Transformation

MOST_SERIES = 6
DEFAULT_MONTHS = 60
FOUND_AT_MOST = 30
PUBLISHED_AS = {
    "mom": "previous_month",
    "yoy": "same_month_previous_year",
    "ytd_yoy": "same_period_previous_year",
    "dec": "december_previous_year",
}
"""Growth that workbooks print themselves: it counts, since levels of two releases are not comparable."""

MONTHS_BACK = {"mom": 1, "yoy": 12}
COMPILATION_MONTHS = 24
"""A release that states more months of one series compiles earlier ones; its levels are of several vintages."""

BY_LEVELS = tuple(key for key, one in TRANSFORMATIONS.items() if one.needs in (("levels",), ("index",)))


@dataclass(frozen=True, slots=True)
class Selection:
    """All that the address says; every part of the page depends on this one value."""

    series: tuple[int, ...] = ()
    transformation: str = "level"
    start: str = ""
    end: str = ""
    as_of: date | None = None
    base: str = ""
    is_log: bool = False
    search: str = ""
    with_bands: bool = True
    extra: dict[str, str] = field(default_factory=dict)

    def address(self, **changes: object) -> str:
        """The address of the page with some parts changed."""
        one = replace(self, **changes)  # type: ignore[arg-type]
        query = {
            "chuoi": ",".join(map(str, one.series)),
            "bien-doi": one.transformation if one.transformation != "level" else "",
            "tu": one.start,
            "den": one.end,
            "tai-ngay": one.as_of.isoformat() if one.as_of else "",
            "goc": one.base,
            "log": "1" if one.is_log else "",
            "phong-trao": "" if one.with_bands else "0",
            "tim": one.search,
        }
        return "/kham-pha?" + urlencode({name: value for name, value in query.items() if value})


def selection_of(query: dict[str, str]) -> Selection:
    """The selection that an address names; what it says wrongly is left out."""
    numbers = [int(n) for n in query.get("chuoi", "").split(",") if n.isdigit()][:MOST_SERIES]
    key = query.get("bien-doi", "level")
    return Selection(
        series=tuple(dict.fromkeys(numbers)),
        transformation=key if key in BY_LEVELS else "level",
        start=_month(query.get("tu", "")),
        end=_month(query.get("den", "")),
        as_of=_day(query.get("tai-ngay", "")),
        base=_month(query.get("goc", "")),
        is_log=query.get("log") == "1",
        search=query.get("tim", "")[:80],
        with_bands=query.get("phong-trao") != "0",
    )


def _month(text: str) -> str:
    return text if re.fullmatch(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])", text) else ""


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def plain(text: str) -> str:
    """Lower case without diacritics, so that people may type without them."""
    text = text.casefold().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def find(known: dict[int, Series], search: str, names: dict[str, str], *, limit: int = FOUND_AT_MOST) -> list[Series]:
    """Series whose table, area, parents, label or code hold every word of `search`, the shortest name first."""
    words = plain(search).split()
    if not words:
        return []
    found = []
    for one in known.values():
        text = plain(
            " ".join((names.get(one.table, one.table), one.area, *one.parents, one.item, one.unit, *_spoken(one)))
        )
        if all(word in text for word in words):
            found.append((one.measure != "value", len(text), one.comparison, one.id, one))
    return [entry[-1] for entry in sorted(found, key=lambda entry: entry[:4])[:limit]]


def _spoken(one: Series) -> tuple[str, ...]:
    """The words under which people look for a series, in both languages."""
    meanings = (say(f"data_pages.measure.{one.measure}.{one.comparison}", language) for language in LANGUAGES)
    return (one.label, item_name(one, "en"), *meanings)


def name_of(one: Series, tables: dict[str, str], language: str) -> str:
    """A line's name: area if it is a province, item, and what kind of figure it is."""
    area = "" if one.area == "Cả nước" else f"{one.area}: "
    meaning = say(f"data_pages.measure.{one.measure}.{one.comparison}", language)
    of = f" ({say(f'data_pages.measure.{one.index_of}.none', language)})" if one.index_of else ""
    return f"{area}{item_name(one, language)}, {meaning}{of}"


def chart(
    store: Store, chosen: Selection, tables: dict[str, str], bands: Sequence[Band], language: str
) -> ChartSpec | None:
    """The chart of a selection: one question to the store, one calculation a line. None where nothing is known."""
    known = store.all_series()
    lines = [known[i] for i in chosen.series if i in known]
    printed = {one.id: published_ratios(store, one, chosen.transformation) for one in lines}
    asked = [one.id for one in lines] + [r.id for many in printed.values() for r in many]
    everything = store.figures(asked, months=None if chosen.transformation == "ytd_yoy" else 1, as_of=chosen.as_of)
    figures = [f for f in everything if f.series_id in {one.id for one in lines} and f.period.kind == "month"]
    if not figures:
        return None
    last = Period.parse(chosen.end) if chosen.end else max(f.period for f in figures)
    first = Period.parse(chosen.start) if chosen.start else last.shift(1 - DEFAULT_MONTHS)
    first = max(first, min(f.period for f in figures))
    if first > last:
        return None
    months = [first.shift(i) for i in range(last.last - first.first + 1)]
    how = TRANSFORMATIONS[chosen.transformation]
    units = list(dict.fromkeys(_unit(one, how) for one in lines))
    drawn = [
        _line(one, printed[one.id], everything, months, how, chosen, number, units, tables, language)
        for number, one in enumerate(lines)
    ]
    released = max(f.released for f in figures)
    title = (
        name_of(lines[0], tables, language) if len(lines) == 1 else say("explorer.several", language, count=len(lines))
    )
    how_name = how.vi if language == "vi" else how.en
    span = f"{formats.month_short(first.last, language)} - {formats.month_short(last.last, language)}"
    return ChartSpec(
        key="explorer",
        title=title,
        subtitle=f"{how_name}; {', '.join(units) or '1'}; {span}",
        categories=tuple(map(str, months)),
        labels=tuple(formats.month_short(m.last, language) for m in months),
        series=tuple(drawn),
        unit=units[0],
        source=say("explorer.source", language),
        note=_note(chosen.transformation, how_name, language),
        released=released,
        as_of=chosen.as_of,
        bands=tuple(bands) if chosen.with_bands else (),
        language=language,
        alt=f"{title}. {how_name}.",
        panel_titles={str(Panel.MAIN): units[0], **({str(Panel.GROWTH): units[1]} if len(units) > 1 else {})},
    )


def _note(key: str, name: str, language: str) -> str:
    if key == "level":
        return ""
    return say("explorer.published_note" if key in PUBLISHED_AS else "explorer.derived_note", language, name=name)


def _unit(one: Series, how: Transformation) -> str:
    return one.unit if how.unit_out == SAME_UNIT else how.unit_out


def _line(
    one: Series, printed: Sequence[Series], everything: Sequence[Figure], months: Sequence[Period], how: Transformation,
    chosen: Selection, number: int, units: Sequence[str], tables: dict[str, str], language: str,
) -> Drawn:  # fmt: skip
    figures = [f for f in everything if f.series_id == one.id and f.period.kind == "month"]
    if printed or how.key in PUBLISHED_AS:
        values, source = stated_growth(figures, printed, everything, how)
        figures = source or figures
    else:
        values = transformed(figures, how, chosen)
    statuses = {_ending(f.period): f.status for f in figures}
    ids = {_ending(f.period): f.id for f in figures} if how.key == "level" or printed else {}
    unit = _unit(one, how)
    shown = [values.get(pd.Period(str(m), "M")) for m in months]
    return Drawn(
        name=name_of(one, tables, language),
        kind=Kind.LINE,
        values=tuple(None if v is None or pd.isna(v) else float(v) for v in shown),
        unit=unit,
        decimals=1,
        statuses=tuple(statuses.get(m, "") for m in months),
        role=f"series{number + 1}",
        panel=Panel.MAIN if unit == units[0] else Panel.GROWTH,
        figure_ids=tuple(ids.get(m, "") for m in months) if ids else (),
        is_derived=how.key != "level",
    )


def published_ratios(store: Store, one: Series, key: str) -> list[Series]:
    """Series of the ratios that workbooks print for the same item, area and measure under that comparison."""
    comparison = PUBLISHED_AS.get(key)
    if comparison is None or one.measure not in ("value", "volume"):
        return []
    found = store.find_series(
        table=one.table, items=[one.item], areas=[one.area], measures=["index", "growth"], comparisons=[comparison]
    )
    return [r for r in found if r.index_of in ("", one.measure)]


def stated_growth(
    levels: Sequence[Figure], printed: Sequence[Series], everything: Sequence[Figure], how: Transformation
) -> tuple[pd.Series, list[Figure]]:
    """Growth in percent by month: as printed, else from two levels of one release; and the printed figures used."""
    values: dict[str, float] = {}
    for figure, back in _pairs(levels, MONTHS_BACK.get(how.key, 0)):
        if back.value:
            values[str(figure.period)] = (figure.value / back.value - 1) * 100
    measures = {one.id: one.measure for one in printed}
    used = []
    for figure in everything:
        measure = measures.get(figure.series_id)
        fits = figure.period.months == (figure.period.end.month if how.key == "ytd_yoy" else 1)
        if measure is not None and fits:
            values[str(_ending(figure.period))] = figure.value - 100 if measure == "index" else figure.value
            used.append(figure)
    index = pd.PeriodIndex(list(values), freq="M")
    return pd.Series(list(values.values()), index=index, dtype=float), used


def _pairs(levels: Sequence[Figure], months_back: int) -> list[tuple[Figure, Figure]]:
    """Figures with the one that many months before, where both stand in one release that compiles no others."""
    if not months_back:
        return []
    counts = Counter(f.release_id for f in levels)
    by_last = {f.period.last: f for f in levels}
    pairs = [(f, by_last[f.period.last - months_back]) for f in levels if f.period.last - months_back in by_last]
    return [(f, b) for f, b in pairs if f.release_id == b.release_id and counts[f.release_id] <= COMPILATION_MONTHS]


def _ending(period: Period) -> Period:
    """The month in which a period ends."""
    return Period(period.last, period.last)


def transformed(figures: Sequence[Figure], how: Transformation, chosen: Selection) -> pd.Series:
    """Monthly values after the transformation, and rebased to 100 where the selection asks for that."""
    if not figures:
        return pd.Series(dtype=float)
    index = pd.PeriodIndex([str(f.period) for f in figures], freq="M")
    series = pd.Series([f.value for f in figures], index=index, dtype=float)
    full = pd.period_range(index.min(), index.max(), freq="M")
    result = how.apply(**{how.needs[0]: series.reindex(full)})
    base = pd.Period(chosen.base, "M") if chosen.base else None
    level = float(result.get(base, float("nan"))) if base is not None else float("nan")
    if level and not pd.isna(level):
        return result / level * 100
    return result
