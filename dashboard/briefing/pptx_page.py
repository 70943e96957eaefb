"""A page of a deck being written: boxes in inches of a 13.333 x 7.5 slide, scaled to the slide of the template."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from dashboard.briefing import palette
from dashboard.briefing import pptx_xml as xml
from dashboard.briefing.drawingml import SLIDE, Style
from dashboard.briefing.drawingml_parts import shown_value
from dashboard.briefing.heat import class_of, limits
from dashboard.briefing.pptx_base import Base
from dashboard.briefing.safe_text import label
from dashboard.briefing.typefaces import REGULAR, SEMIBOLD, width
from dashboard.figures.spec import ChartSpec

Inches = tuple[float, float, float, float]
_WIDTH, _HEIGHT, _EMU, _POINTS = 13.333, 7.5, 914_400, 72
_FIRST_SHAPE = 2
_TABLE_SIZES = (14, 13, 12, 11, 10, 9, 8)
_CELL_SIDES, _CELL_EDGES = 0.14, 0.05
"""Inches: what stands left and right of the words of a cell, above and below."""
_NUMBERS_AT_MOST = 0.72
"""Share of a table's width that its numbers may take together."""
_LINES_OF_HEADS = 3
"""Lines that the words over a column of numbers take at most, where the width allows."""
_BROKEN = 1.1
"""How much more room words need that are broken over lines."""


class Page:
    """Shapes in drawing order, which is the order in which they are read aloud."""

    def __init__(self, base: Base) -> None:
        self.base, self.shapes = base, list[str]()
        self.scale, self.tall = base.width / (_WIDTH * _EMU), base.height / (_HEIGHT * _EMU)

    def _next(self) -> int:
        return _FIRST_SHAPE + len(self.shapes)

    def _box(self, box: Inches) -> xml.Box:
        left, top, wide, high = box
        return (
            round(left * _EMU * self.scale),
            round(top * _EMU * self.tall),
            round(wide * _EMU * self.scale),
            round(high * _EMU * self.tall),
        )

    def room(self, wide: float) -> float:
        """Inches on the template's slide that words may count on, whatever its typeface."""
        return wide * self.scale / self.base.letters

    def style(self, wide: float) -> Style:
        """Letters of charts on this slide: the same size, in a chart as wide and high as it stands here."""
        return replace(SLIDE, width=wide * self.scale * _POINTS, height=SLIDE.height * self.tall)

    def text_height(self, words: str, size: int, wide: float) -> float:
        """Inches of a 13.333 x 7.5 slide that a paragraph needs in a box so wide."""
        return text_height(words, size, self.room(wide)) / self.tall

    def title(self, words: str, box: Inches, name: str) -> None:
        size = _title_size(words, self.room(box[2]) * _POINTS)
        placed = self._box(box)
        self.shapes.append(xml.title(self._next(), words, placed, size, name=name, is_placeholder=self.base.has_title))

    def text(self, lines: Sequence[str], box: Inches, size: int, rgb: str = palette.INK, **look: Any) -> None:
        self.shapes.append(xml.text(self._next(), lines, self._box(box), size, rgb, **look))

    def bar(self, box: Inches) -> None:
        self.shapes.append(xml.bar(self._next(), self._box(box)))

    def rule(self, box: Inches) -> None:
        self.shapes.append(xml.bar(self._next(), self._box(box), f'<a:srgbClr val="{palette.LINE}"/>'))

    def chart(self, relation: str, box: Inches, *, name: str, alt: str) -> None:
        self.shapes.append(xml.chart(self._next(), relation, self._box(box), name=name, alt=alt))

    def table(
        self,
        rows: Sequence[Sequence[xml.Cell]],
        box: Inches,
        *,
        alt: str,
        sizes: Sequence[int] = (),
        roomy: float = 0.12,
    ) -> None:
        """Names on the left, numbers in columns as wide as they need; letters as large as the box allows. A row gains
        at most `roomy` inches of what is left.
        """
        sizes = sizes or _TABLE_SIZES
        room, high = self.room(box[2]), box[3] * self.tall
        tried = ((size, *_table_form(rows, size, room)) for size in sizes)
        fits = (form for form in tried if sum(form[2]) <= high)
        size, widths, heights = next(fits, (sizes[-1], *_table_form(rows, sizes[-1], room)))
        spare = min(roomy, max(0.0, high - sum(heights)) / len(rows))
        columns, lines = [
            [round(one * _EMU) for one in many]
            for many in ([one * self.base.letters for one in widths], [one + spare for one in heights])
        ]
        self.shapes.append(xml.table(self._next(), rows, columns, lines, self._box(box), size, alt=alt))

    def line_size(self, words: str, size: int, room: float) -> int:
        """Points, at most `size` and at least 10, at which the words stay on one line of `room` inches."""
        needed = width(words, size) / _POINTS
        return size if needed <= self.room(room) else max(10, int(size * self.room(room) / needed))

    def fitting(self, words: str, wide: float, high: float, sizes: Sequence[int]) -> int:
        """The first size at which the words fit into the box, else the last."""
        fits = (size for size in sizes if self.text_height(words, size, wide) <= high)
        return next(fits, sizes[-1])


def _table_form(rows: Sequence[Sequence[xml.Cell]], size: int, room: float) -> tuple[list[float], list[float]]:
    """Widths of columns and heights of rows in inches at a size of letters."""

    def wide(cell: xml.Cell) -> float:
        return width(cell.words, size, SEMIBOLD if cell.is_bold else REGULAR) / _POINTS

    numbers = _number_widths(rows, wide, room)
    squeezed = min(1.0, room * _NUMBERS_AT_MOST / sum(numbers)) if numbers else 1.0
    widths = [room - squeezed * sum(numbers), *(squeezed * one for one in numbers)]
    lines = [
        max(
            math.ceil(wide(cell) * 1.03 / (across - _CELL_SIDES * (1 + cell.depth)))
            for cell, across in zip(row, widths, strict=True)
        )
        for row in rows
    ]
    return widths, [max(1, count) * size * 1.2 / _POINTS + _CELL_EDGES for count in lines]


def _number_widths(rows: Sequence[Sequence[xml.Cell]], wide: Callable[[xml.Cell], float], room: float) -> list[float]:
    """Inches that the columns of numbers need, their heads on as few lines as half of the table's width allows."""
    found: list[float] = []
    for lines in range(1, _LINES_OF_HEADS + 1):
        found = [
            max(
                0.95,
                _CELL_SIDES + max((wide(row[at]) for row in rows[1:]), default=0),
                _CELL_SIDES + wide(rows[0][at]) * _BROKEN / lines,
            )
            for at in range(1, len(rows[0]))
        ]
        if sum(found) <= room / 2:
            break
    return found


def text_height(words: str, size: int, room: float) -> float:
    """Inches that a paragraph needs in a box of that width in inches, with the space after it."""
    lines = max(1, math.ceil(width(words, size) / (room * _POINTS) * 1.02))
    return (lines * size * 1.25 + 0.7 * size) / _POINTS


def _title_size(words: str, room: float) -> int:
    """Points: the largest that keeps the title on one line of `room` points, else on two."""
    on_one_line = (size for size in (28, 26, 24, 22) if width(words, size, SEMIBOLD) <= room)
    on_two_lines = (size for size in range(20, 15, -1) if width(words, size, SEMIBOLD) <= 2 * room * 0.94)
    return next(on_one_line, next(on_two_lines, 15))


def heat_cells(spec: ChartSpec) -> list[list[xml.Cell]]:
    """A heat map is a table on a slide: the number stands in each cell, so that it can be edited and read aloud."""
    bounds = limits(spec)
    head = [xml.Cell(label(words), "r", fill=palette.SUNKEN) for words in ("", *spec.labels)]
    rows = [head]
    for one in spec.series:
        cells = [xml.Cell(label(one.name), fill=palette.SUNKEN)]
        for at in range(len(spec.categories)):
            value = one.values[at]
            rgb = palette.SURFACE if value is None else palette.HEAT[class_of(value, bounds)]
            ink = palette.SURFACE if rgb == palette.HEAT[-1] else palette.INK
            cells.append(xml.Cell(shown_value(one, at, spec.language), "r", fill=rgb, rgb=ink))
        rows.append(cells)
    return rows
