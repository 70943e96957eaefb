"""Where the values of one month come from: for every line its value, how certain it is, and the cells behind it."""

from __future__ import annotations

from dashboard import formats
from dashboard.components.drawing import text
from dashboard.components.figures import figure_path
from dashboard.explorer.chart import Picture, base_of
from dashboard.explorer.derived import derivation_of_line
from dashboard.explorer.lines import Line
from dashboard.explorer.names import name_of
from dashboard.explorer.selection import Selection
from dashboard.figures.spec import ChartSpec
from dashboard.figures.spec import Series as Drawn
from dashboard.moment import Moment
from data.period import Period
from data.wording import say
from indicators.registry import TRANSFORMATIONS


def origins(shown: Picture, chosen: Selection, month: int | None, language: str) -> str:
    """An entry for each line; without a month, each line's newest value. Markup, since it is part of every answer."""
    spec = shown.spec
    if spec is None:
        return ""
    first = _ordinal(spec.categories[0])
    title = text(say("explorer.origins", language))
    key = "base" if chosen.base and chosen.transformation == "level" else chosen.transformation
    entries = "".join(
        _entry(line, drawn, chosen, month, first, language)
        for line, drawn in zip(shown.lines, spec.series, strict=True)
    )
    return (
        f'<section class="block"><div class="section-head"><h2>{title}</h2></div>'
        f'<p class="small second formula">{text(say(f"explorer.formulas.{key}", language))}</p>'
        f'{_months(spec, month, language)}<ul class="origins">{entries}</ul></section>'
    )


def _months(spec: ChartSpec, month: int | None, language: str) -> str:
    """The month in question with the way to those beside it: what a click on the chart does, for keys and fingers."""
    last = len(spec.categories) - 1
    own = last if month is None else min(max(month - _ordinal(spec.categories[0]), 0), last)
    before = next((i for i in range(own - 1, -1, -1) if _has_values(spec, i)), None)
    after = next((i for i in range(own + 1, last + 1) if _has_values(spec, i)), None)
    return (
        f'<div class="month-steps">{_step("‹", "previous_month", spec, before)}'
        f'<span class="number strong" role="status">{text(spec.labels[own])}</span>'
        f"{_step('›', 'next_month', spec, after)}"
        f'<span class="small quiet">{text(say("explorer.origins_hint", language))}</span></div>'
    )


def _ordinal(category: str) -> int:
    return Period.parse(category).last


def _has_values(spec: ChartSpec, at: int) -> bool:
    return any(one.values[at] is not None for one in spec.series)


def _step(sign: str, key: str, spec: ChartSpec, at: int | None) -> str:
    if at is None:
        return f'<span class="control" aria-hidden="true" aria-disabled="true">{sign}</span>'
    words = text(f"{say(f'explorer.{key}', spec.language)}: {spec.labels[at]}")
    month = spec.categories[at]
    return f'<button type="button" class="control" data-explore-month="{month}" aria-label="{words}">{sign}</button>'


def _newest(drawn: Drawn, first: int) -> int:
    """The last month shown that has a value."""
    last = len(drawn.values) - 1
    return first + next((i for i in range(last, -1, -1) if drawn.values[i] is not None), 0)


def _entry(line: Line, drawn: Drawn, chosen: Selection, month: int | None, first: int, language: str) -> str:
    """Name, value, certainty, and the way to the cell or the figures behind the value of one line."""
    at = month if month is not None else _newest(drawn, first)
    value, status = line.values.get(at), line.status(at)
    shown = formats.number(value, 1, language)
    if value is not None and "=" not in drawn.unit:
        shown += drawn.unit if drawn.unit == "%" else f"\u00a0{drawn.unit}"
    trace = _trace(line, at, chosen) if value is not None else ""
    said = [f'<b class="number">{text(shown)}</b>']
    if month is None:
        said.append(f"<span>{text(formats.month_short(at, language))}</span>")
    if value is not None and line.figure_id(at):
        certainty = say(f"dashboard.status.{status or 'unknown'}", language)
        said.append(f"<span>{text(certainty)}</span>")
    if trace:
        way = text(say(f"explorer.cell.{'stored' if line.is_stored else 'computed'}", language))
        said.append(f'<a class="figure-link" href="{text(figure_path(trace))}">{way}</a>')
    return (
        f'<li><span class="swatch swatch-{drawn.role}"></span><div><span>{text(name_of(line.series, language))}</span>'
        f'<div class="origin-value">{"".join(said)}</div></div></li>'
    )


def _trace(line: Line, month: int, chosen: Selection) -> str:
    """What explains a value: its derivation where it is computed, else its figure."""
    how = TRANSFORMATIONS[chosen.transformation]
    derived = derivation_of_line(line, month, how, base_of(chosen, how), Moment(chosen.as_of, chosen.recorded))
    return derived or line.figure_id(month)
