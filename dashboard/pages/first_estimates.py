"""`/so-lieu/dieu-chinh`: first estimates of one series against what is known now, and how far they usually move."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import dash
from dash import dcc, html

from dashboard.chart_files import first_estimates_address
from dashboard.charts import area_title
from dashboard.components.chart_card import chart_card
from dashboard.components.figures import figure_link
from dashboard.context import language, store, visitor_theme
from dashboard.expectations import FEWEST, RATES, Restated, restated, statistics_of
from dashboard.explorer.names import subject_of
from dashboard.figure_lineage import FIRST_ESTIMATES
from dashboard.formats import day, number, period_long, signed
from dashboard.ids import ids
from dashboard.moment import day_of
from dashboard.names import subject
from dashboard.revision_charts import finding, restated_chart, unit_of
from dashboard.views.data_tabs import data_tabs
from dashboard.views.parts import empty, page_head, section, table
from data.store import Series
from data.wording import say
from indicators.revisions import RevisionStatistics

dash.register_page(__name__, path=FIRST_ESTIMATES, name="lineage.expect.title", order=45)

ID = ids("first-estimates")
MOST_ROWS = 120
MOST_REVISIONS, MOST_SERIES = 4000, 30


def layout(**query: str) -> html.Div:
    lang, one = language(), _series(query.get("chuoi", ""))
    since_january, as_of = query.get("cong-don") == "1", day_of(query.get("ngay", ""))
    title = say("lineage.expect.title", lang)
    if one is None:
        head = page_head(say("lineage.expect.eyebrow", lang), title)
        return html.Div([head, data_tabs("first_estimates", lang), _choice(lang)])
    many = restated(store(), one, since_january=since_january, as_of=as_of)
    found = statistics_of(one, many)
    meaning = say(f"data_pages.measure.{one.measure}.{one.comparison}", lang)
    eyebrow = f"{area_title(one.area, lang)} · {meaning}"
    if found is None:
        return html.Div(
            [
                page_head(f"{subject(one, lang)} · {eyebrow}", title),
                data_tabs("first_estimates", lang),
                _spans(one, since_january, lang),
                empty(say("lineage.expect.nothing", lang)),
            ]
        )
    return html.Div(
        [
            page_head(f"{subject(one, lang)} · {eyebrow}", finding(found, lang)),
            data_tabs("first_estimates", lang),
            _spans(one, since_january, lang),
            _strip(found, lang),
            _chart(one, many, found, since_january, as_of, lang),
            section(title, _table(one, many, lang), note=number(len(many), 0, lang)),
        ]
    )


def _choice(lang: str) -> Any:
    """Totals first, then the series that were published again most often, each leading to its own history."""
    revised = store().revisions(limit=MOST_REVISIONS)
    counts = Counter(one.series.id for one in revised)
    if not counts:
        return empty(say("lineage.expect.nothing", lang))
    known = {one.series.id: one.series for one in revised}
    rows = [
        [
            dcc.Link(subject_of(known[number_of], lang), href=f"{FIRST_ESTIMATES}?chuoi={number_of}"),
            area_title(known[number_of].area, lang),
            say(f"data_pages.measure.{known[number_of].measure}.{known[number_of].comparison}", lang),
            number(count, 0, lang),
        ]
        for number_of, count in sorted(counts.items(), key=lambda pair: (known[pair[0]].item != "total", -pair[1]))[
            :MOST_SERIES
        ]
    ]
    heads = [say(f"lineage.expect.{name}", lang) for name in ("series", "area", "meaning", "count")]
    about = html.P(say("lineage.expect.choose", lang), className="second block-line")
    return html.Div(
        [about, table(heads, rows, caption=say("lineage.expect.choose", lang), text_columns=(0, 1, 2), is_map=True)]
    )


def _chart(
    one: Series, many: list[Restated], found: RevisionStatistics, since_january: bool, as_of: date | None, lang: str
) -> Any:
    """Bars by month; a few say no more than the table."""
    if len(many) < FEWEST:
        return None
    spec = restated_chart(store(), one, many, found, lang, as_of=as_of)
    files = first_estimates_address(one.id, since_january=since_january, as_of=as_of)
    return html.Div(chart_card(spec, theme=visitor_theme(), graph_id=ID("chart"), files=files), className="block")


def _series(text: str) -> Series | None:
    try:
        return store().series(int(text))
    except (ValueError, KeyError):
        return None


def _spans(one: Series, since_january: bool, lang: str) -> Any:
    """Single months or the months since January, as two links."""
    names = {False: say("lineage.expect.single", lang), True: say("lineage.expect.since_january", lang)}
    links = [
        dcc.Link(
            name,
            href=f"{FIRST_ESTIMATES}?chuoi={one.id}{'&cong-don=1' if kind else ''}",
            className="theme-tab on" if kind == since_january else "theme-tab",
        )
        for kind, name in names.items()
    ]
    return html.Nav(links, className="theme-tabs", **{"aria-label": say("lineage.expect.period", lang)})


def _strip(found: RevisionStatistics, lang: str) -> html.Dl:
    decimals, unit = unit_of(found, lang)
    low, high = (signed(value, decimals, lang, "") for value in (found.lowest, found.highest))
    items = [
        ("mean", signed(found.mean, decimals, lang, unit)),
        ("absolute", f"{number(found.mean_absolute, decimals, lang)}{unit}"),
        ("range", f"{low} … {high}"),
        ("count", number(found.count, 0, lang)),
    ]
    return html.Dl(
        [
            html.Div([html.Dt(say(f"lineage.expect.{name}", lang)), html.Dd(html.Span(shown, className="kpi number"))])
            for name, shown in items
        ],
        className="strip",
    )


def _table(one: Series, many: list[Restated], lang: str) -> Any:
    names = ("period", "first", "latest", "difference")
    heads = [say(f"lineage.expect.{name}", lang) for name in names]
    rows = [_row(one, r, lang) for r in sorted(many, key=lambda r: -r.period.last)[:MOST_ROWS]]
    return table(heads, rows, caption=say("lineage.expect.view", lang))


def _row(one: Series, r: Restated, lang: str) -> list[Any]:
    is_rate = one.measure in RATES
    decimals = 2 if is_rate else 1
    unit = f" {say('lineage.expect.points', lang)}" if is_rate else "%"
    cells = [
        html.Span(
            [
                figure_link(number(said.value, decimals, lang), f"{one.id}:{r.period}:{said.release_id}"),
                html.Div(day(said.released, lang), className="small quiet"),
            ]
        )
        for said in (r.first, r.latest)
    ]
    return [period_long(r.period, lang), *cells, signed(r.moved, decimals, lang, unit)]
