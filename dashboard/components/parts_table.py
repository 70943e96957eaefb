"""The table of a theme's parts: levels, rates, shares and what was revised, each number linked to its cell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from dash import html

from dashboard.components.figures import figure_link, point_link
from dashboard.components.signs import status_sign
from dashboard.derivations.derivation import Derivation
from dashboard.formats import month_short, number, scaled_unit, signed
from dashboard.headlines import within_release
from dashboard.points import PERCENT, Point, point_of
from dashboard.sources import CUMULATIVE, ON_PREVIOUS_MONTH, YEAR_ON_YEAR
from dashboard.statements import cumulative_label
from dashboard.theme_charts import names_of
from dashboard.theme_figures import Line, ThemeFigures
from data.period import Period
from data.store import Store
from data.wording import say

SMALLEST_REVISION = 0.05
"""Percent; what is less rounds to nothing."""
LARGE_REVISION = 1.0


def parts_table(store: Store, figures: ThemeFigures, last: int, language: str) -> html.Section:
    """Total first, then the parts; what the month before was revised by, and shares where levels are of one release."""
    assert figures.total is not None
    has_level = bool(figures.total.levels)
    names = {figures.total.item.code: say("dashboard.themepage.total", language), **names_of(figures, language)}
    lines = [figures.total, *figures.parts]
    revised = revised_levels(store, lines, last - 1) if has_level else {}
    rows = [_row(store, line, names[line.item.code], figures, last, language, revised) for line in lines]
    return html.Section(
        [
            html.Div(
                [
                    html.H2(say("dashboard.themepage.table", language)),
                    html.Span(say("dashboard.themepage.table_hint", language), className="second small"),
                ],
                className="section-head",
            ),
            html.Div(
                html.Table(
                    [html.Thead(_head(figures, last, language, has_level, bool(revised))), html.Tbody(rows)],
                    className="data-table parts",
                ),
                className="scroll-box",
                tabIndex=0,
                role="region",
                **{"aria-label": say("dashboard.themepage.table", language)},
            ),
        ],
        className="card block",
    )


def _head(figures: ThemeFigures, last: int, language: str, has_level: bool, has_revisions: bool) -> html.Tr:
    heads = [(say("dashboard.themepage.group", language), "")]
    if has_level:
        unit = scaled_unit(1, figures.unit, language)[1]
        heads.append((f"{month_short(last - 1, language)}, {unit}", "wide-only"))
        if has_revisions:
            heads.append((say("dashboard.themepage.revised", language), "wide-only"))
        heads.append((f"{month_short(last, language)}, {unit}", ""))
    heads += [
        (f"{say('dashboard.rate.previous', language)}, %", "wide-only"),
        (f"{say('dashboard.rate.same', language)}, %", ""),
        (f"{cumulative_label(last, figures.source.theme, language)}, %", ""),
    ]
    if has_level:
        heads.append((say("dashboard.themepage.share", language), "wide-only"))
    return html.Tr([html.Th(words, scope="col", className=name) for words, name in heads])


def _row(
    store: Store,
    line: Line,
    name: str,
    figures: ThemeFigures,
    last: int,
    language: str,
    revised: Mapping[str, float],
) -> html.Tr:
    assert figures.total is not None
    has_level = bool(figures.total.levels)
    cells: list[Any] = [html.Th(name, scope="row")]
    if has_level:
        cells.append(_level(line.levels.get(last - 1), language, class_name="wide-only"))
    if revised:
        cells.append(_change(revised.get(line.item.code), language))
    if has_level:
        cells.append(_level(line.levels.get(last), language))
    previous = line.rate(ON_PREVIOUS_MONTH, last) or within_release(store, line, last, as_of=figures.as_of)
    rates = ((previous, "wide-only"), (line.rate(YEAR_ON_YEAR, last), ""), (line.rate(CUMULATIVE, last), ""))
    for point, where in rates:
        shown = signed(point.value if point else None, 1, language, "")
        cells.append(html.Td(point_link(shown, point), className=where))
    if has_level:
        share = _share(figures, line.levels.get(last), figures.total.levels.get(last), language)
        cells.append(html.Td(share, className="wide-only"))
    return html.Tr(cells, className="total" if line is figures.total else "")


def revised_levels(store: Store, lines: Sequence[Line], month: int) -> dict[str, float]:
    """By how many percent the level of a month differs from what was known the day before its newest release."""
    owner = {series.id: line for line in lines for series in line.item.levels}
    days = {line.levels[month].released for line in lines if month in line.levels}
    found = {}
    for day in days:
        rows = store.rows(
            owner, start=Period(month, month), end=Period(month, month), months=1, as_of=day - timedelta(days=1)
        )
        for before in map(point_of, rows):
            now = owner[before.series_id].levels[month]
            if now.released == day and now.series_id == before.series_id and before.value > 0:
                change = PERCENT * (now.value / before.value - 1)
                if abs(change) >= SMALLEST_REVISION:
                    found[owner[before.series_id].item.code] = change
    return found


def _change(percent: float | None, language: str) -> html.Td:
    is_large = percent is not None and abs(percent) >= LARGE_REVISION
    shown = "" if percent is None else signed(percent, 1, language, "")
    return html.Td(shown, className="number wide-only warn-text strong" if is_large else "number wide-only")


def _level(point: Point | None, language: str, class_name: str = "") -> html.Td:
    sign: Any = status_sign(point.status, language, with_text=False) if point else html.Span(className="no-sign")
    shown = number(point.value if point else None, 1, language)
    return html.Td([point_link(shown, point), " ", sign], className=class_name)


def _share(figures: ThemeFigures, part: Point | None, whole: Point | None, language: str) -> Any:
    if part is None or whole is None or whole.value <= 0 or part.release_id != whole.release_id:
        return "…"
    inputs = (part.series_id, whole.series_id)
    day = max(part.released, whole.released)
    derived = Derivation("share", part.period, inputs, as_of=day, recorded=figures.recorded)
    return figure_link(number(100 * part.value / whole.value, 1, language), derived.query)
