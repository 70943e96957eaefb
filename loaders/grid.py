"""One sheet as a grid of cells: raw values, readable text, and the facts of style that meaning hangs on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property

from loaders.legacy_text import to_unicode

Value = str | float | bool | date | None


@dataclass(slots=True)
class SideFacts:
    """What the fast cell reader leaves out, by (row, column) counted from 0."""

    fonts: dict[tuple[int, int], str] = field(default_factory=dict)
    bold: set[tuple[int, int]] = field(default_factory=set)
    indents: dict[tuple[int, int], int] = field(default_factory=dict)
    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas_without_value: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


class Grid:
    """A sheet. Rows and columns count from 0; `address` gives the name that a person knows, such as `B10`."""

    def __init__(
        self,
        *,
        name: str,
        rows: Sequence[Sequence[object]],
        start: tuple[int, int] = (0, 0),
        merged: Sequence[tuple[int, int, int, int]] = (),
        hidden: bool = False,
        side: Callable[[], SideFacts] = SideFacts,
    ) -> None:
        self.name = name
        self.hidden = hidden
        self.merged = list(merged)
        self._rows = rows
        self._top, self._left = start
        self._side = side
        self._texts: dict[tuple[int, int], str] = {}
        self.n_rows = self._top + len(rows)
        self.n_cols = self._left + max(map(len, rows), default=0)

    @cached_property
    def side(self) -> SideFacts:
        return self._side()

    def value(self, row: int, column: int) -> Value:
        r, c = row - self._top, column - self._left
        if r < 0 or c < 0 or r >= len(self._rows) or c >= len(self._rows[r]):
            return None
        found = self._rows[r][c]
        return None if found == "" else found  # type: ignore[return-value]

    def number(self, row: int, column: int) -> float | None:
        """The number of a numeric cell; None for text, dates and truth values."""
        found = self.value(row, column)
        return float(found) if isinstance(found, int | float) and not isinstance(found, bool) else None

    def text(self, row: int, column: int) -> str:
        """Text in Unicode NFC with its leading blanks; a whole number without its `.0`; empty for no value."""
        key = (row, column)
        if (known := self._texts.get(key)) is not None:
            return known
        found = self.value(row, column)
        if found is None:
            text = ""
        elif isinstance(found, str):
            text = found if found.isascii() else to_unicode(found, self.font(row, column) if _is_legacy(found) else "")
        elif isinstance(found, bool):
            text = str(found)
        elif isinstance(found, int | float):
            text = f"{found:.0f}" if float(found).is_integer() and abs(found) < 1e15 else repr(found)
        else:
            text = _date_text(found)
        self._texts[key] = text
        return text

    def font(self, row: int, column: int) -> str:
        return self.side.fonts.get((row, column), "")

    def bold(self, row: int, column: int) -> bool:
        return (row, column) in self.side.bold

    def indent(self, row: int, column: int) -> int:
        return self.side.indents.get((row, column), 0)

    def number_format(self, row: int, column: int) -> str:
        return self.side.formats.get((row, column), "General")

    def error(self, row: int, column: int) -> str:
        return self.side.errors.get((row, column), "")

    @property
    def formula_without_value(self) -> set[tuple[int, int]]:
        return self.side.formulas_without_value

    @property
    def hidden_rows(self) -> set[int]:
        return self.side.hidden_rows

    @property
    def hidden_columns(self) -> set[int]:
        return self.side.hidden_columns

    @staticmethod
    def address(row: int, column: int) -> str:
        letters = ""
        column += 1
        while column:
            column, rest = divmod(column - 1, 26)
            letters = chr(65 + rest) + letters
        return f"{letters}{row + 1}"


def _is_legacy(text: str) -> bool:
    """Only text without letters beyond Latin-1 needs its font to be known."""
    return not any("\u0100" <= c for c in text)


def _date_text(found: date) -> str:
    if isinstance(found, datetime):
        return found.date().isoformat()
    return found.isoformat() if isinstance(found, date) else str(found)
