"""One sheet as a grid of cells: raw values, readable text, and the facts of style that meaning hangs on."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from functools import cache
from typing import NamedTuple, Protocol

from loaders.legacy_text import is_legacy_font, read_without_font, to_unicode

Value = str | float | bool | date | None
Area = tuple[int, int, int, int]
Address = tuple[int, int]

_EXACT_WHOLE_NUMBERS = 1e15


class Style(NamedTuple):
    """How a cell is written; `number_format` is the format code, `General` where none is set."""

    font: str = ""
    bold: bool = False
    indent: int = 0
    number_format: str = "General"


PLAIN = Style()


class SheetFacts(Protocol):
    """What the fast cell reader leaves out of one sheet, found only when it is asked for. (row, column) from 0."""

    @property
    def has_legacy_fonts(self) -> bool: ...
    @property
    def errors(self) -> dict[Address, str]: ...
    @property
    def formulas_without_value(self) -> AbstractSet[Address]: ...
    @property
    def hidden_rows(self) -> AbstractSet[int]: ...
    @property
    def hidden_columns(self) -> AbstractSet[int]: ...
    def style(self, row: int, column: int) -> Style: ...


class NoFacts:
    """For a format whose styles are not read (.xlsb), and for grids made by hand."""

    has_legacy_fonts = False
    errors: dict[Address, str] = {}  # noqa: RUF012 - never written to
    formulas_without_value: AbstractSet[Address] = frozenset()
    hidden_rows: AbstractSet[int] = frozenset()
    hidden_columns: AbstractSet[int] = frozenset()

    def style(self, row: int, column: int) -> Style:
        return PLAIN


class Grid:
    """A sheet. Rows and columns count from 0; `address` gives the name that a person knows, such as `B10`."""

    def __init__(
        self,
        *,
        name: str,
        rows: Sequence[Sequence[object]],
        start: Address = (0, 0),
        merged: Sequence[Area] = (),
        hidden: bool = False,
        facts: SheetFacts | None = None,
    ) -> None:
        self.name = name
        self.hidden = hidden
        self._rows = _from_the_corner(rows, *start)
        self._facts: SheetFacts = facts or NoFacts()
        self.style = self._facts.style
        self._has_legacy_fonts: bool | None = None
        self._texts: dict[Address, str] = {}
        self._filled: list[list[tuple[int, Value]] | None] = [None] * len(self._rows)
        self.n_rows = len(self._rows)
        self.n_cols = max(map(len, self._rows), default=0)
        self.merged = [clipped for area in merged if (clipped := self._clip(area))]

    def _clip(self, area: Area) -> Area | None:
        """A merged area within the used cells: a hostile one may span the whole sheet."""
        top, left, bottom, right = area
        bottom, right = min(bottom, self.n_rows - 1), min(right, self.n_cols - 1)
        return (top, left, bottom, right) if top <= bottom and left <= right else None

    def value(self, row: int, column: int) -> Value:
        """The stored value; None for an empty cell and for one outside the sheet."""
        if row < 0 or column < 0:
            return None
        try:
            found = self._rows[row][column]
        except IndexError:
            return None
        return None if found == "" else found  # type: ignore[return-value]

    def filled(self, row: int) -> list[tuple[int, Value]]:
        """(column, stored value) of each cell of a row that holds more than blanks, from left to right."""
        if not 0 <= row < self.n_rows:
            return []
        cells = self._filled[row]
        if cells is None:
            cells = self._filled[row] = [
                (column, value)  # type: ignore[misc]
                for column, value in enumerate(self._rows[row])
                if type(value) is float
                or not (value == "" or value is None or (type(value) is str and value.isspace()))
            ]
        return cells

    def first_values(self) -> list[Value]:
        """The stored value of each row in column A, or in column B where A holds none."""
        return [next(filter(None, row[:2]), None) for row in self._rows]  # type: ignore[misc]

    def number(self, row: int, column: int) -> float | None:
        """The number of a numeric cell; None for text, dates, truth values and what is not finite."""
        found = self.value(row, column)
        if type(found) is float:
            return found if found - found == 0 else None
        return float(found) if type(found) is int else None

    def text(self, row: int, column: int) -> str:
        """Text in Unicode NFC with its leading blanks; a whole number without its `.0`; empty for no value."""
        text = self._texts.get((row, column))
        if text is None:
            text = self._texts[row, column] = self._read_text(row, column)
        return text

    def _read_text(self, row: int, column: int) -> str:
        found = self.value(row, column)
        if type(found) is not str:
            return _plain_text(found)
        if found.isascii():
            return found
        text, hangs_on_font = read_without_font(found)
        if hangs_on_font and self._in_legacy_fonts():
            font = self.style(row, column).font
            return to_unicode(found, font) if is_legacy_font(font) else text
        return text

    def _in_legacy_fonts(self) -> bool:
        if self._has_legacy_fonts is None:
            self._has_legacy_fonts = self._facts.has_legacy_fonts
        return self._has_legacy_fonts

    def font(self, row: int, column: int) -> str:
        return self.style(row, column).font

    def bold(self, row: int, column: int) -> bool:
        return self.style(row, column).bold

    def indent(self, row: int, column: int) -> int:
        return self.style(row, column).indent

    def number_format(self, row: int, column: int) -> str:
        return self.style(row, column).number_format

    def error(self, row: int, column: int) -> str:
        """The text of an error cell such as `#REF!`, else empty."""
        return self._facts.errors.get((row, column), "")

    @property
    def errors(self) -> dict[Address, str]:
        return self._facts.errors

    @property
    def formula_without_value(self) -> AbstractSet[Address]:
        return self._facts.formulas_without_value

    @property
    def hidden_rows(self) -> AbstractSet[int]:
        return self._facts.hidden_rows

    @property
    def hidden_columns(self) -> AbstractSet[int]:
        return self._facts.hidden_columns

    @staticmethod
    def address(row: int, column: int) -> str:
        return f"{column_letters(column)}{row + 1}"


def _from_the_corner(rows: Sequence[Sequence[object]], top: int, left: int) -> Sequence[Sequence[object]]:
    """The rows of a sheet whose first cell stands further down or to the right, with the empty ones before them."""
    if left:
        rows = [[""] * left + list(row) for row in rows]
    return [[]] * top + list(rows) if top else rows


@cache
def column_letters(column: int) -> str:
    """`A` for 0, `Z` for 25, `AA` for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _plain_text(found: object) -> str:
    if isinstance(found, bool) or found is None:
        return "" if found is None else str(found)
    if isinstance(found, int | float):
        whole = found - found == 0 and abs(found) < _EXACT_WHOLE_NUMBERS and found == int(found)
        return f"{found:.0f}" if whole else repr(found)
    if isinstance(found, datetime):
        return found.date().isoformat()
    return found.isoformat() if isinstance(found, date) else str(found)
