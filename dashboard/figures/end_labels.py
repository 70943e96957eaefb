"""The last value at the end of each line or bar; with its name where lines are compared, pushed apart."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from math import log10
from typing import Any

from dashboard.escaping import text
from dashboard.figures import scales
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series
from dashboard.figures.template import Heights, label
from dashboard.formats import number, percent, signed
from dashboard.theme import colour

LINE_PX, MOST_NAME_LINES = 17, 2
BETWEEN_PX = 7
"""Between two labels of several lines, so that a name is not read as that of the value below it."""
EDGE_PX = 10
"""How far labels may stand out of their panel at its top and bottom."""
BETWEEN = "\u2003"
"""Stands between value and name; a narrow screen cuts the label here."""


def end_labels(spec: ChartSpec, sizes: Heights, theme: str, ranges: scales.Spans) -> list[dict[str, Any]]:
    """One label for each series; in stacks and derived bars the swatches above the chart name the parts instead."""
    named = scales.is_comparison(spec)
    found = [_label(spec, one, last, theme) for one in spec.series if (last := _last(one, to_the_end=not named)) >= 0]
    if named:
        for panels in ((Panel.MAIN, Panel.GROWTH),) if spec.has_two_axes else ((Panel.MAIN,), (Panel.GROWTH,)):
            _push_apart(found, panels, sizes, ranges)
    return [one for one, _ in found]


def _last(one: Series, *, to_the_end: bool) -> int:
    """The index of the last value; -1 where none is to be written."""
    if one.kind == Kind.STACKED_BAR or one.is_derived:
        return -1
    last = next((i for i in range(len(one.values) - 1, -1, -1) if one.values[i] is not None), -1)
    return -1 if to_the_end and last != len(one.values) - 1 else last


def _label(spec: ChartSpec, one: Series, last: int, theme: str) -> tuple[dict[str, Any], Series]:
    value = float(one.values[last] or 0)
    is_rate = one.unit == "%" and one.kind == Kind.LINE
    shown = (signed if one.is_signed else percent) if is_rate else number
    words = f"<b>{shown(value, one.decimals, spec.language)}</b>"
    if one.short_name and len(spec.series) > 1:
        words = f'<span style="color:{colour(one.role, theme)}">■</span> {words}{BETWEEN}{_name(spec, one)}'
    drawn = log10(value) if spec.is_log and value > 0 else value
    return (
        label(
            words,
            theme,
            xref="paper",
            x=1,
            xanchor="left",
            xshift=6 + (scales.RIGHT_AXIS_PX if spec.has_two_axes else 0),
            yref="y2" if one.panel == Panel.GROWTH else "y",
            y=round(drawn, 4),
            yanchor="middle",
            align="left",
            font={"size": 13, "color": colour("ink", theme)},
        ),
        one,
    )


def _name(spec: ChartSpec, one: Series) -> str:
    """Under the value where there is room for it, else beside it; cut where it is too long even so."""
    if not scales.has_stacked_names(spec):
        return text(_lines(one.short_name, 1, scales.LETTERS_BESIDE)[0])
    lines = _lines(one.short_name, MOST_NAME_LINES, scales.NAME_LETTERS)
    return "".join(f'<br><span style="font-size:12px">{text(line)}</span>' for line in lines)


@lru_cache(maxsize=1_000)
def _lines(name: str, most: int, letters: int) -> list[str]:
    """A name on so many lines of so many letters at most; the same names are asked for by every change of a chart."""
    from textwrap import wrap  # a chart of one line starts without it

    return wrap(name, letters, max_lines=most, placeholder="…")


def _push_apart(
    found: Sequence[tuple[dict[str, Any], Series]], panels: Sequence[Panel], sizes: Heights, ranges: scales.Spans
) -> None:
    """Shift the labels of panels that share their height so far that none lies on another."""
    domain = sizes.growth if panels[0] == Panel.GROWTH else sizes.main
    height = (domain[1] - domain[0]) * sizes.total
    placed = []
    for words, one in found:
        if one.panel in panels:
            low, high = ranges[one.panel]
            more = words["text"].count("<br>")
            half = (LINE_PX * (1 + more) + (BETWEEN_PX if more else 0)) / 2
            placed.append(((words["y"] - low) / (high - low) * height, half, words))
    placed.sort(key=lambda each: each[0])
    free = float(-EDGE_PX)
    for at, half, words in placed:
        where = max(at, free + half)
        free = where + half
        words["yshift"] = round(where - at)
    over = free - EDGE_PX - height
    for at, half, words in reversed(placed if over > 0 else []):
        top = at + words["yshift"] + half
        if top <= height + EDGE_PX:
            break
        words["yshift"] -= round(top - height - EDGE_PX)
        height = at + words["yshift"] - half - EDGE_PX
