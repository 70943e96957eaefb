"""The neutral chart as a Plotly figure: a plain dictionary with rounded values, ten times faster than figure objects.

Months stand at their middle on a continuous axis of days, so that the edge of a campaign falls on its day and the
edge of a month lies between two bars.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from dashboard.escaping import text
from dashboard.figures import bands, gaps, lanes, scales, template, traces
from dashboard.figures.end_labels import end_labels
from dashboard.figures.extremes import extreme_labels
from dashboard.figures.heat import heat_figure
from dashboard.figures.marks import rounded
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.formats import day, month_short, signed
from dashboard.theme import LIGHT, STACK_ORDER, colour
from data.period import MONTHS_IN_YEAR, Period
from data.wording import say

TICK_STEPS = {1: 13, 2: 26, 6: 60, 12: 192, 24: 400, 60: 100_000}
"""Months between two ticks, for fewer months than stand beside them."""
YEAR_STEPS = {1: 10, 2: 20, 5: 50}
"""Years between two ticks, for as many years as stand beside them."""
ROW_HEIGHT = 30
REMARK_PX = 64


def plotly_figure(spec: ChartSpec, *, theme: str = LIGHT) -> dict[str, Any]:
    """A figure for `dcc.Graph` or Plotly.newPlot; its words are escaped."""
    kinds = {one.kind for one in spec.series}
    if Kind.HEAT_MAP in kinds:
        return heat_figure(spec, theme)
    if Kind.HORIZONTAL_BAR in kinds:
        return _ranking(spec, theme)
    return _columns(spec, theme)


def foot(spec: ChartSpec) -> str:
    """Note, then source, release date and as-of date: the line under every picture."""
    parts = [spec.note, foot_words(spec.source, spec.released, spec.as_of, spec.language)]
    return ". ".join(part for part in parts if part)


def foot_words(source: str, released: date | None, as_of: date | None, language: str) -> str:
    """`Nguồn: ..., công bố ..., số liệu tại ngày ...`, as far as known."""
    origin = [
        say("dashboard.chart.foot_source", language, source=source) if source else "",
        say("dashboard.chart.foot_released", language, day=day(released)) if released else "",
        say("dashboard.chart.foot_as_of", language, day=day(as_of)) if as_of else "",
    ]
    return ", ".join(part for part in origin if part)


def _columns(spec: ChartSpec, theme: str) -> dict[str, Any]:
    edges = bands.window(spec.categories) if spec.is_time else None
    placed, hidden = bands.place(spec.bands, *edges) if edges else ([], 0)
    sizes = template.heights(spec, max((one.lane for one in placed), default=-1) + 1)
    x: Sequence[Any] = _middles(spec.categories) if edges else list(spec.labels)
    figure = template.layout(spec, theme, height=sizes.total)
    ranges = scales.spans(spec)
    figure["xaxis"] = _time_axis(spec, edges) if edges else _label_axis(theme)
    figure["yaxis"] = template.value_axis(sizes.main, **scales.main_axis(spec, ranges))
    data = [trace for one in _ordered(spec) for trace in _traces(spec, one, x, theme)]
    if any(one.panel == Panel.GROWTH for one in spec.series):
        figure["yaxis2"] = template.value_axis(sizes.growth, **scales.growth_axis(spec, ranges))
        figure["hoversubplots"] = "axis"  # growth and level of a month are told together
    if any(one.kind == Kind.STACKED_BAR for one in spec.series):
        figure["barmode"] = "relative"
        figure["yaxis"]["zerolinelayer"] = "above traces"  # bars of both signs stand on it
    else:
        figure["barmode"] = "overlay"
    if placed and edges:
        figure["yaxis3"] = {
            "domain": list(sizes.lanes),
            "visible": False,
            "range": [-(max(p.lane for p in placed) + 0.55), 0.55],
        }
        data += lanes.lane_traces(placed, theme)
        more = say("dashboard.overview.more_campaigns", spec.language, count=hidden) if hidden else ""
        figure["annotations"] += lanes.lane_labels(placed, *edges, more, theme)
        figure["shapes"] += lanes.lane_outlines(placed, *edges, theme)
        figure["shapes"] += [
            shape for p in placed if p.band.is_selected for shape in lanes.tint(p, sizes.main[0], theme)
        ]
        figure["meta"] = {"tint": colour("tint", theme), "edge": colour("bandline", theme)}
        figure["margin"]["b"] = 22 if hidden else template.MARGIN["b"]
    figure["shapes"] += traces.half_discs(spec, x, theme)
    figure["annotations"] += _panel_titles(spec, sizes, theme) + end_labels(spec, sizes, theme, ranges)
    figure["annotations"] += extreme_labels(spec, x, theme)
    if scales.is_comparison(spec):
        figure["margin"]["r"] = scales.right_margin(spec)
    if edges:
        missing_shapes, missing_words = gaps.missing(spec, sizes, theme)
        figure["shapes"] += missing_shapes
        figure["annotations"] += missing_words
    return {"data": data, "layout": figure}


def _ordered(spec: ChartSpec) -> list[Series]:
    """Stacks take the order of colours that grey print tells apart; totals are drawn last."""
    return sorted(spec.series, key=lambda one: (one.is_total, one.kind == Kind.LINE))


def _traces(spec: ChartSpec, one: Series, x: Sequence[Any], theme: str) -> list[dict[str, Any]]:
    axis = "y2" if one.panel == Panel.GROWTH else "y"
    if one.kind == Kind.LINE:
        return [*traces.range_traces(one, x, axis, theme), *traces.line_traces(spec, one, x, axis, theme)]
    return [traces.bar_trace(spec, one, x, axis, theme)]


@lru_cache(maxsize=256)
def _middles(categories: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_middle, categories))


@lru_cache(maxsize=4096)
def _middle(category: str) -> str:
    period = Period.parse(category)
    return (period.start + (period.end - period.start) / 2).isoformat()


@lru_cache(maxsize=256)
def _ticks(categories: tuple[str, ...], language: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where months are named and how, with the year where it begins."""
    last = len(categories) - 1
    step = next(months for months, most in TICK_STEPS.items() if last < most)
    beside = max(step // 2, min(step, 2))
    shown = [i for i in range(last + 1) if _ordinal(categories[i]) % step == 0 and (i == last or last - i >= beside)]
    shown = shown if last in shown else [*[i for i in shown if last - i >= step / 2], last]
    texts, year = [], 0
    for i in shown:
        period = Period.parse(categories[i])
        name = month_short(period.last, language, with_year=False)
        own = period.last // MONTHS_IN_YEAR
        name = f"<b>{name}</b>" if i == last else name
        texts.append(f"{name}<br><b>{own}</b>" if own != year else name)
        year = own
    return tuple(_middle(categories[i]) for i in shown), tuple(texts)


@lru_cache(maxsize=64)
def _year_ticks(categories: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Every year, or every second, fifth where many are drawn; the last always."""
    step = next((each for each, most in YEAR_STEPS.items() if len(categories) <= most), 10)
    shown = [i for i in range(len(categories)) if (len(categories) - 1 - i) % step == 0]
    texts = (f"<b>{categories[i]}</b>" if i == shown[-1] else categories[i] for i in shown)
    return tuple(_middle(categories[i]) for i in shown), tuple(texts)


def _time_axis(spec: ChartSpec, edges: tuple[Any, Any]) -> dict[str, Any]:
    places, texts = _year_ticks(spec.categories) if spec.is_yearly else _ticks(spec.categories, spec.language)
    month_format = "%Y" if spec.is_yearly else "%b %Y" if spec.language == "en" else "T%-m/%Y"
    return {
        "type": "date",
        "range": [edges[0].isoformat(), edges[1].isoformat()],
        "tickmode": "array",
        "anchor": "y",
        "tickvals": places,
        "ticktext": texts,
        "tickangle": 0,
        "ticklabelstandoff": 4,
        "hoverformat": month_format,
        # Else a month with a tick is titled by the tick's own words, which mostly lack the year.
        "unifiedhovertitle": {"text": f"%{{x|{month_format}}}"},
    }


@lru_cache(maxsize=4096)
def _ordinal(category: str) -> int:
    return Period.parse(category).last


def _label_axis(theme: str) -> dict[str, Any]:
    return {
        "type": "category",
        "linecolor": colour("ink", theme),
        "linewidth": 1.2,
        "automargin": True,
    }


def _panel_titles(spec: ChartSpec, sizes: template.Heights, theme: str) -> list[dict[str, Any]]:
    found = []
    for panel, words in spec.panel_titles.items():
        top = sizes.growth[1] if panel == Panel.GROWTH else sizes.main[1]
        is_right = spec.has_two_axes and panel == Panel.GROWTH
        found.append(
            template.label(
                f"<b>{text(words)}</b>",
                theme,
                xref="paper",
                yref="paper",
                x=1 if is_right else 0,
                y=round(top, 4),
                xanchor="right" if is_right else "left",
                yanchor="bottom",
                xshift=scales.RIGHT_AXIS_PX if is_right else -40,
                yshift=6,
                font={"size": 12, "color": colour("ink", theme)},
            )
        )
    return found


def _ranking(spec: ChartSpec, theme: str) -> dict[str, Any]:
    """Bars lying down, the first category on top, the value at the end of each."""
    one = spec.series[0]
    height = len(spec.categories) * ROW_HEIGHT + 24
    figure = template.layout(spec, theme, height=height + 16)
    figure["hovermode"] = "closest"
    figure["margin"] = {"l": 8, "r": 64, "t": 8, "b": 8}
    figure["xaxis"] = {
        "showticklabels": False,
        "zeroline": True,
        "zerolinecolor": colour("ink", theme),
        "zerolinewidth": 1.2,
        "range": _padded(one.values, 0.2 if spec.remarks else 0.14),
    }
    figure["yaxis"] = {
        "type": "category",
        "autorange": "reversed",
        "dtick": 1,
        "showgrid": False,
        "zeroline": False,
        "ticklabelstandoff": 6,
    }
    trace = traces.bar_trace(spec, one, [], "y", theme)
    trace.update(
        orientation="h",
        x=rounded(one.values, one.decimals),
        y=[text(label) for label in spec.labels],
        text=[signed(v, one.decimals, spec.language, "") for v in one.values],
        textposition="outside",
        cliponaxis=False,
        hovertemplate="%{y}: %{text}%<extra></extra>",
    )
    trace.pop("width", None)
    if spec.remarks:
        figure["margin"].update(r=64 + REMARK_PX, t=28)
        figure["height"] += 20
        figure["annotations"] += _remarks(spec, theme)
    return {"data": [trace], "layout": figure}


def _remarks(spec: ChartSpec, theme: str) -> list[dict[str, Any]]:
    """A column of words at the right edge, one beside each bar, under its title."""
    place = {"xref": "paper", "x": 1, "xanchor": "right", "xshift": 60 + REMARK_PX}
    head = template.label(text(spec.remarks_title), theme, **place, yref="paper", y=1, yanchor="bottom", yshift=4)
    words = [
        template.label(text(one), theme, **place, yref="y", y=i, yanchor="middle") for i, one in enumerate(spec.remarks)
    ]
    return [head, *words]


def _padded(values: Sequence[float | None], share: float) -> list[float]:
    """From zero or below to the highest, with room for the numbers at both ends."""
    known = [v for v in values if v is not None]
    low, high = min([0.0, *known]), max([0.0, *known])
    room = (high - low or 1) * share
    return [round(low - room if low < 0 else 0.0, 3), round(high + room if high > 0 else 0.0, 3)]


__all__ = ["STACK_ORDER", "foot", "plotly_figure"]
