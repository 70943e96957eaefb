"""What accepting a release would change on the pages: headlines, charts and campaign statements, before and after.

Nothing is guessed: the pages' own functions are asked twice, once of the store and once of a copy of it in which the
release is accepted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dashboard.campaign_results import CampaignResults, themes_of
from dashboard.campaign_words import word
from dashboard.findings import chart_title
from dashboard.headlines import Headline, headline, latest_month
from dashboard.points import Point
from dashboard.statements import title_of
from dashboard.theme_figures import ThemeFigures, theme_figures
from data import clock
from data.catalogue import catalogue
from data.store import Change, Figure, Series, Store
from data.store.register import Campaign
from data.wording import say

REVISED_SERIES = 6
"""Revised series that are drawn: those that change most."""


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence of a page as it stands and as it would stand; empty where there was or would be none."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """The headline of one theme: its sentence, and growth on the year by month."""

    theme: str
    words: Words
    before: Mapping[int, Point]
    after: Mapping[int, Point]


@dataclass(frozen=True, slots=True)
class SeriesChange:
    """One revised series by last month of its periods of `months`; `largest` is its largest revision in percent."""

    series: Series
    months: int
    before: Mapping[int, Figure]
    after: Mapping[int, Figure]
    largest: float


@dataclass(frozen=True, slots=True)
class StatementChange:
    campaign: Campaign
    theme: str
    words: Words


@dataclass(frozen=True, slots=True)
class Effects:
    area: str
    title: Words | None
    themes: tuple[ThemeChange, ...]
    series: tuple[SeriesChange, ...]
    statements: tuple[StatementChange, ...]

    def __bool__(self) -> bool:
        return bool(self.title or self.themes or self.series or self.statements)


def effects_of(
    store: Store, release_id: int, changes: Sequence[Change], *, default_area: str, language: str
) -> Effects:
    """Compare the pages about the area that the release speaks of. Raises WrongState once somebody has decided."""
    would = store.as_if_accepted(release_id)
    touched = [one for one in changes if one.kind in ("new", "revised")]
    area = _area(touched, default_area)
    pairs = {theme: (_figures(store, theme, area), _figures(would, theme, area)) for theme in catalogue().themes}
    title = Words(
        *(_title(known, [pair[n] for pair in pairs.values()], language) for n, known in enumerate((store, would)))
    )
    return Effects(
        area=area,
        title=title if title.before != title.after else None,
        themes=tuple(_theme_changes(pairs, language)),
        series=tuple(_series_changes(store, would, touched)),
        statements=tuple(_statement_changes(store, would, {one.series.table for one in touched}, language)),
    )


def _area(touched: Sequence[Change], default: str) -> str:
    """The default area where the release speaks of it, else the one that it says most about."""
    found = Counter(one.series.area for one in touched)
    return default if default in found or not found else found.most_common(1)[0][0]


def _figures(store: Store, theme: str, area: str) -> ThemeFigures:
    return theme_figures(store, theme, area, parts=False)


def _title(store: Store, figures: Sequence[ThemeFigures], language: str) -> str:
    last = latest_month(figures)
    if last is None:
        return ""
    found: list[Headline] = [headline(store, one, last) for one in figures]
    return title_of(found, language)


def _theme_changes(pairs: Mapping[str, tuple[ThemeFigures, ThemeFigures]], language: str) -> Iterator[ThemeChange]:
    for theme, (before, after) in pairs.items():
        points = [one.total.growth() if one.total else {} for one in (before, after)]
        words = Words(*(_sentence(one, theme, language) for one in (before, after)))
        if words.before != words.after or _values(points[0]) != _values(points[1]):
            yield ThemeChange(theme, words, *points)


def _values(points: Mapping[int, Point]) -> dict[int, float]:
    return {month: point.value for month, point in points.items()}


def _sentence(figures: ThemeFigures, theme: str, language: str) -> str:
    months = sorted(figures.total.growth()) if figures.total else []
    return chart_title(figures.total, months[-1], theme, language) if figures.total and months else ""


def _series_changes(store: Store, would: Store, touched: Sequence[Change]) -> Iterator[SeriesChange]:
    """The series that are revised most, each for the length of period of its largest revision."""
    largest: dict[int, Change] = {}
    for one in touched:
        if one.percent and abs(one.percent) > abs(_percent(largest.get(one.series.id))):
            largest[one.series.id] = one
    chosen = sorted(largest.values(), key=lambda one: -abs(_percent(one)))[:REVISED_SERIES]
    for one in chosen:
        if one.period.kind != "days":
            before, after = (_by_month(known, one) for known in (store, would))
            yield SeriesChange(one.series, one.period.months, before, after, _percent(one))


def _percent(one: Change | None) -> float:
    return (one.percent if one else None) or 0.0


def _by_month(store: Store, one: Change) -> dict[int, Figure]:
    found = store.figures([one.series.id], months=one.period.months)
    return {figure.period.last: figure for figure in found}


def _statement_changes(store: Store, would: Store, tables: set[str], language: str) -> Iterator[StatementChange]:
    """Campaign statements about themes that rest on the release's tables, where any of their sentences differs."""
    today = clock.today()
    results = [CampaignResults(one, today=today, language=language) for one in (store, would)]
    themes = {code for code, one in catalogue().themes.items() if catalogue().indicators[one.headline].table in tables}
    for campaign in store.campaigns():
        aims = themes_of(campaign)
        for theme in [one for one in aims if one in themes and campaign.start]:
            lines = [_lines(one, campaign, theme, len(aims), language) for one in results]
            words = Words(*(" ".join(_only_in(lines[n], lines[1 - n])) for n in (0, 1)))
            if words.before or words.after:
                yield StatementChange(campaign, theme, words)


def _lines(results: CampaignResults, campaign: Campaign, theme: str, looks: int, language: str) -> list[str]:
    found = results.nearest(campaign, theme, looks=looks, with_provinces=True)
    if found is None:
        return []
    name = say(f"dashboard.theme.{theme}.in_sentence", language)
    words = word(found.result, indicator=name, language=language)
    return [words.sentence, words.verdict + ".", *words.details]


def _only_in(some: Sequence[str], other: Sequence[str]) -> list[str]:
    return [line for line in some if line not in other]
