"""Where the values of one month come from: for every line its formula, and the cell that it was read from."""

from __future__ import annotations

from dashboard import formats
from dashboard.components.drawing import text
from dashboard.components.figures import figure_path
from dashboard.explorer.chart import Picture, base_of, derivation_of_line
from dashboard.explorer.lines import Line
from dashboard.explorer.names import name_of, table_name
from dashboard.explorer.selection import Selection
from data.wording import say
from indicators.registry import TRANSFORMATIONS

COLUMNS = ("line", "table", "value", "status", "formula", "cell")


def origins(shown: Picture, chosen: Selection, month: int | None, language: str) -> str:
    """A row for each line; without a month, each line's newest value. Markup, since it is part of every answer."""
    if shown.spec is None:
        return ""
    title = say("explorer.origins", language)
    if month is not None:
        title = say("explorer.origins_of", language, month=formats.month_short(month, language))
    head = "".join(f'<th scope="col">{text(say(f"explorer.columns.{name}", language))}</th>' for name in COLUMNS)
    units = [one.unit for one in shown.spec.series]
    rows = "".join(_row(line, unit, chosen, month, language) for line, unit in zip(shown.lines, units, strict=True))
    return (
        f'<section class="block"><div class="section-head"><h2>{text(title)}</h2>'
        f'<span class="small quiet">{text(say("explorer.origins_hint", language))}</span></div>'
        f'<div class="scroll-box" tabindex="0" role="region" aria-label="{text(title)}">'
        f'<table class="data-table origins"><thead><tr>{head}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></section>"
    )


def _row(line: Line, unit: str, chosen: Selection, month: int | None, language: str) -> str:
    """Name, table, value, certainty, formula and cell of one line in a month."""
    at = month if month is not None else max(line.values)
    value, status, figure = line.values.get(at), line.status(at), line.figure_id(at)
    when = formats.month_short(at, language)
    shown = formats.number(value, 1, language)
    if value is not None and "=" not in unit:
        shown += unit if unit == "%" else f" {unit}"
    key = "base" if chosen.base and chosen.transformation == "level" else chosen.transformation
    how = TRANSFORMATIONS[chosen.transformation]
    # A computed number is explained from the figures of today, so that one of an earlier day leads to its figure alone.
    derived = "" if chosen.recorded else derivation_of_line(line, at, how, base_of(chosen, how), chosen.as_of)
    trace = derived or figure
    cell = say(f"explorer.cell.{'stored' if line.is_stored else 'computed'}", language, month=when)
    cells = (
        text(table_name(line.series.table, language)),
        f'<span class="number">{text(shown)}</span>' + ("" if month is not None else f" ({when})"),
        text(say(f"dashboard.status.{status or 'unknown'}", language)) if figure else formats.MISSING,
        text(say(f"explorer.formulas.{key}", language)),
        f'<a class="figure-link" href="{text(figure_path(trace))}">{text(cell)}</a>' if trace else formats.MISSING,
    )
    name = text(name_of(line.series, language))
    return f'<tr><th scope="row">{name}</th>{"".join(f"<td>{one}</td>" for one in cells)}</tr>'
