"""What can be found: a name, a line about it, the words under which people look for it, and its address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlencode

from dashboard.charts import area_title
from dashboard.components.published import decimals_told, indicator_told, period_told, quoted_unit
from dashboard.explorer.names import name_of, short_table, table_name
from dashboard.explorer.selection import Selection
from dashboard.explorer.suggested import suggested
from dashboard.formats import day, month_short, number, unit_name
from dashboard.names import item_name
from dashboard.plain import composed, plain
from dashboard.sources import SOURCES
from data.catalogue import catalogue
from data.observation import WHOLE_COUNTRY
from data.store import Series, Store
from data.store.register import Campaign, PublishedFigure
from data.wording import LANGUAGES, all_wording, say

RATES = ("growth", "share")


class Kind(StrEnum):
    """In the order in which equally good results stand."""

    PAGE = "page"
    COMPARISON = "comparison"
    VIEW = "view"
    AREA = "area"
    THEME = "theme"
    CAMPAIGN = "campaign"
    SERIES = "series"
    PUBLISHED = "published"
    RELEASE = "release"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Entry:
    """`words` are plain and then once more as written, with a blank before each, so that beginnings of words are found
    as such; less `rank` is better among equals, then a later `last_month`."""

    kind: Kind
    name: str
    detail: str
    address: str
    words: str
    rank: int = 0
    series_id: int = 0
    last_month: int = 0


@lru_cache(maxsize=4)
def entries(store: Store, version: int, language: str) -> tuple[Entry, ...]:
    """Everything that can be found; kept until something visible changes."""
    months = store.months_of_series()
    found = [
        *_pages(language),
        *_comparisons(store, language),
        *(_area(name, language) for name in _areas(store)),
        *_themes_of_areas(store, language),
        *(Entry(Kind.VIEW, one.name, one.by, one.address, _words(one.name, one.by)) for one in store.views("")),
        *(_campaign(one, language) for one in store.campaigns()),
        *(_series(one, months.get(one.id), language) for one in store.all_series().values()),
        *(_published(one, language) for one in store.published_figures()),
        *_releases(store, language),
        *_terms(language),
    ]
    return tuple(found)


def _words(*texts: str) -> str:
    written = composed(" ".join(texts)).replace("(", " ").replace(":", " ").replace(",", " ").split()
    return f" {plain(' '.join(written))} {' '.join(written)}"


def _pages(language: str) -> Iterator[Entry]:
    """Pages and themes; the search words of a page stand in the wording in both languages."""
    prefix = "search.pages."
    for key in (k for k in all_wording(language) if k.startswith(prefix) and k.endswith(".name")):
        code = key.removeprefix(prefix).removesuffix(".name")
        names = (say(key, one) for one in LANGUAGES)
        more = (say(f"{prefix}{code}.words", one) for one in LANGUAGES)
        path = say(f"{prefix}{code}.path", language)
        yield Entry(Kind.PAGE, say(key, language), say(f"{prefix}{code}.about", language), path, _words(*names, *more))


def _comparisons(store: Store, language: str) -> Iterator[Entry]:
    """Comparisons that the explorer suggests, by their own name and the words of all that they compare."""
    kinds = [say("search.comparison_words", one) for one in LANGUAGES]
    for one in catalogue().comparisons.values():
        if (chosen := suggested(store, one)) is None:
            continue
        compared = [text for series in chosen.series for text in _texts(store.series(series))]
        name = one.vi if language == "vi" else one.en
        more = [all_wording(lang).get(f"search.comparisons.{one.code}", "") for lang in LANGUAGES]
        detail = say("search.comparison_detail", language)
        yield Entry(Kind.COMPARISON, name, detail, chosen.address(), _words(one.vi, one.en, *kinds, *more, *compared))


def _areas(store: Store) -> list[str]:
    """Areas of which anything is known; the whole country is where every page begins."""
    known = {one.area for one in store.all_series().values()} | {one.area for one in store.published_figures()}
    return sorted(known - {"", WHOLE_COUNTRY})


def _area(name: str, language: str) -> Entry:
    address = "/?" + urlencode({"vung": name})
    detail = say("search.area_detail", language)
    return Entry(Kind.AREA, area_title(name, language), detail, address, _words(*_names_of_area(name)))


def _themes_of_areas(store: Store, language: str) -> Iterator[Entry]:
    """A theme of an area that has figures of it, or of which documents quote some: charts and quotes on one page."""
    themes = {source.table: theme for theme, source in SOURCES.items()}
    stated = {(one.area, one.table) for one in store.all_series().values()}
    stated |= {(one.area, one.theme) for one in store.published_figures()}
    for area, table in sorted(stated):
        if table not in themes or area in ("", WHOLE_COUNTRY):
            continue
        theme = themes[table]
        own = (say(f"search.pages.{theme}.{part}", one) for one in LANGUAGES for part in ("name", "words"))
        called = (table_name(table, one) for one in LANGUAGES)
        name = f"{area_title(area, language)}: {say(f'dashboard.theme.{theme}.name', language)}"
        address = f"/chuyen-de/{theme}?{urlencode({'vung': area})}"
        about = say(f"search.pages.{theme}.about", language)
        yield Entry(Kind.THEME, name, about, address, _words(name, *_names_of_area(area), *own, *called))


def _names_of_area(name: str) -> tuple[str, ...]:
    """Also in one word, as abroad: `Hanoi`."""
    entry = catalogue().areas.get(name)
    names = (name, *((entry.en, *entry.aliases) if entry else ()))
    return (*names, plain(name).replace(" ", ""))


def _campaign(one: Campaign, language: str) -> Entry:
    first = day(one.start) if one.start else ""
    last = day(one.end) if one.end else ""
    detail = " · ".join(filter(None, (area_title(one.area, language), " - ".join(filter(None, (first, last))))))
    kinds = (say(f"search.kinds.{Kind.CAMPAIGN}", language) for language in LANGUAGES)
    words = _words(one.name, one.name_en, one.code, *_names_of_area(one.area), one.slogan, *kinds)
    return Entry(Kind.CAMPAIGN, one.name_in(language), detail, f"/phong-trao/{one.code}", words)


def _texts(one: Series) -> list[str]:
    """What a series is called in both languages, its codes, the row as written and every other name of its item."""
    names = [text for lang in LANGUAGES for text in (name_of(one, lang), table_name(one.table, lang))]
    item = catalogue().items(one.table).get(one.item)
    texts = [
        *names,
        one.label,
        item_name(one, "en"),
        *_names_of_area(one.area),
        one.unit,
        one.item,
        one.table,
        *one.parents,
    ]
    return texts + list(item.aliases if item else ())


def _series(one: Series, months: tuple[int, int] | None, language: str) -> Entry:
    is_total = one.item == "total"
    rank = (
        (one.measure != "value") * 4 + (not is_total) * 2 + (one.comparison not in ("none", "same_month_previous_year"))
    )
    span = " - ".join(dict.fromkeys(month_short(month, language) for month in months or ()))
    detail = " · ".join(filter(None, (unit_name(one.unit, language), span)))
    address = Selection(series=(one.id,)).address()
    last = months[1] if months else 0
    return Entry(Kind.SERIES, name_of(one, language), detail, address, _words(*_texts(one)), rank, one.id, last)


def _published(one: PublishedFigure, language: str) -> Entry:
    """A quoted figure by its indicator, area and table; of what kind a rate is its number does not say."""
    area = area_title(one.area, language) if one.area else ""
    value = f"{number(one.value, decimals_told(one.value), language)} {quoted_unit(one.unit, language)}".replace(
        " %", "%"
    )
    kind = say(f"data_pages.measure.{one.measure}.none", language) if one.measure in RATES else ""
    detail = " · ".join(filter(None, (period_told(one.period, language), kind, value)))
    address = "/?" + urlencode({"vung": one.area or WHOLE_COUNTRY})
    tables = (name(one.theme, lang) for lang in LANGUAGES for name in (short_table, table_name))
    told = indicator_told(one.indicator, language) or one.indicator
    words = _words(one.indicator, told, *_names_of_area(one.area), one.period, *tables, *_growth_words(one))
    return Entry(Kind.PUBLISHED, f"{area}: {told}" if area else told, detail, address, words)


def _growth_words(one: PublishedFigure) -> list[str]:
    """A quoted growth is looked for in the words of both languages."""
    return [say("search.growth_words", language) for language in LANGUAGES] if one.measure == "growth" else []


def _releases(store: Store, language: str) -> Iterator[Entry]:
    kinds = " ".join(say(f"search.kinds.{Kind.RELEASE}", one) for one in LANGUAGES)
    for one in store.releases("accepted"):
        name = say("search.release", language, day=day(one.released))
        words = _words(name, kinds, one.file, one.released.isoformat())
        yield Entry(Kind.RELEASE, name, one.file, f"/so-lieu/ban/{one.id}", words, -one.released.toordinal())


def _terms(language: str) -> Iterator[Entry]:
    """The glossary: what a word means."""
    for key in (k for k in all_wording(language) if k.startswith("glossary.terms.") and k.endswith(".term")):
        code = key.split(".")[2]
        words = _words(*(say(f"glossary.terms.{code}.term", one) for one in LANGUAGES))
        meaning = say(f"glossary.terms.{code}.meaning", language)
        yield Entry(Kind.TERM, say(key, language), meaning, f"/giai-thich#{code}", words)
