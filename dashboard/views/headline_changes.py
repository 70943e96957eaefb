"""What a waiting release would change on the overview: the headline growth of each theme, now and then."""

from __future__ import annotations

from dash.development.base_component import Component

from dashboard import formats
from dashboard.headlines import YEAR_ON_YEAR, theme_figures
from dashboard.views.parts import short_period, table
from dashboard.views.statement import theme_name
from data.catalogue import catalogue
from data.period import MONTHS_IN_YEAR
from data.store import Change, Store
from data.wording import say
from loaders.release import Preview

PERCENT = 100
DECEMBER = MONTHS_IN_YEAR


def headline_changes(store: Store, seen: Preview, area: str, lang: str) -> Component | None:
    """A table of the themes whose headline would move; None where none would."""
    rows = []
    for theme in catalogue().themes:
        would = _newest(seen, theme, area)
        if would is None or would.new is None:
            continue
        figures = theme_figures(store, theme, area, parts=False)
        points = figures.total.growth() if figures.total else {}
        last = max(points, default=None)
        if last is not None and last > would.period.last:
            continue
        now = (
            "…" if last is None else f"{formats.month_short(last, lang)}: {formats.signed(points[last].value, 1, lang)}"
        )
        value = would.new.value - PERCENT if would.series.measure == "index" else would.new.value
        rows.append(
            [theme_name(theme, lang), now, f"{short_period(would.period, lang)}: {formats.signed(value, 1, lang)}"]
        )
    if not rows:
        return None
    headings = [say(f"data_pages.headlines.{n}", lang) for n in ("theme", "now", "would")]
    return table(headings, rows, caption=say("data_pages.headlines.title", lang))


def _newest(seen: Preview, theme: str, area: str) -> Change | None:
    """The newest new or revised growth on the year of the theme's headline item."""
    headline = catalogue().indicators[catalogue().themes[theme].headline]
    found = [
        one
        for one in seen.select(["new", "revised"], table=headline.table)
        if one.series.item == headline.item
        and one.series.area == area
        and one.series.measure in ("index", "growth")
        and one.series.index_of in ("", "value")
        and one.period.kind == "month"
        and _is_on_year(one)
    ]
    return max(found, key=lambda one: one.period, default=None)


def _is_on_year(one: Change) -> bool:
    """In December the workbook prints December of last year once, and that is the same month of last year."""
    comparison = one.series.comparison
    return comparison == YEAR_ON_YEAR or (comparison == "december_previous_year" and one.period.end.month == DECEMBER)
