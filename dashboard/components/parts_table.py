"""The table of a theme's parts: levels, rates, shares and what was revised, each number linked to its cell."""

from __future__ import annotations

from datetime import date
from typing import Any

from dash import html

from dashboard.charts import level_unit
from dashboard.components.figures import figure_link, point_link
from dashboard.components.signs import status_sign
from dashboard.derivations.derivation import Derivation
from dashboard.formats import month_short, number, signed
from dashboard.headlines import (
    CUMULATIVE,
    ON_PREVIOUS_MONTH,
    YEAR_ON_YEAR,
    Line,
    Point,
    ThemeFigures,
    within_release,
)
from dashboard.statements import cumulative_label
from dashboard.theme_charts import names_of
from data.store import Store
from data.wording import say


def parts_table(
    store: Store, figures: ThemeFigures, last: int, language: str, *, as_of: date | None = None
) -> html.Section:
    """Total first, then the parts; shares only where every level is of one release."""
    assert figures.total is not None
    has_level = bool(figures.total.levels)
    names = {figures.total.item.code: say("dashboard.themepage.total", language), **names_of(figures, language)}
    lines = [figures.total, *figures.parts]
    rows = [
        _row(
            store,
            line,
            names[line.item.code],
            figures.total,
            last,
            language,
            has_level,
            is_total=line is figures.total,
            as_of=as_of,
        )
        for line in lines
    ]
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
                    [html.Thead(_head(figures, last, language, has_level)), html.Tbody(rows)],
                    className="data-table parts has-level" if has_level else "data-table parts",
                ),
                className="scroll-box",
                tabIndex=0,
                role="region",
                **{"aria-label": say("dashboard.themepage.table", language)},
            ),
        ],
        className="card block",
    )


def _head(figures: ThemeFigures, last: int, language: str, has_level: bool) -> html.Tr:
    heads = [say("dashboard.themepage.group", language)]
    if has_level:
        unit = level_unit(figures, language)[1]
        heads += [f"{month_short(last - 1, language)}, {unit}", f"{month_short(last, language)}, {unit}"]
    heads += [
        f"{say('dashboard.rate.previous', language)}, %",
        f"{say('dashboard.rate.same', language)}, %",
        f"{cumulative_label(last, figures.source.theme, language)}, %",
    ]
    if has_level:
        heads.append(say("dashboard.themepage.share", language))
    return html.Tr([html.Th(words, scope="col") for words in heads])


def _row(
    store: Store,
    line: Line,
    name: str,
    total: Line,
    last: int,
    language: str,
    has_level: bool,
    *,
    is_total: bool,
    as_of: date | None,
) -> html.Tr:
    cells: list[Any] = [html.Th(name, scope="row")]
    if has_level:
        cells += [_level(line.levels.get(last - 1), language), _level(line.levels.get(last), language)]
    previous = line.rate(ON_PREVIOUS_MONTH, last) or within_release(store, line, last, as_of=as_of)
    for point in (previous, line.rate(YEAR_ON_YEAR, last), line.rate(CUMULATIVE, last)):
        cells.append(html.Td(point_link(signed(point.value if point else None, 1, language, ""), point)))
    if has_level:
        cells.append(html.Td(_share(line.levels.get(last), total.levels.get(last), language)))
    return html.Tr(cells, className="total" if is_total else "")


def _level(point: Point | None, language: str) -> html.Td:
    sign: Any = status_sign(point.status, language, with_text=False) if point else html.Span(className="no-sign")
    return html.Td([point_link(number(point.value / 1000 if point else None, 1, language), point), " ", sign])


def _share(part: Point | None, whole: Point | None, language: str) -> Any:
    if part is None or whole is None or whole.value <= 0 or part.release_id != whole.release_id:
        return "…"
    inputs = (part.series_id, whole.series_id)
    derived = Derivation("share", part.period, inputs, as_of=max(part.released, whole.released))
    return figure_link(number(100 * part.value / whole.value, 1, language), derived.query)
