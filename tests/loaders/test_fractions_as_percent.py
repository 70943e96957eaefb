"""Whether a column holds fractions that its number format shows as percent."""

from __future__ import annotations

import pytest

from loaders.fractions_as_percent import are_shown_as_percent
from loaders.rows import Row


class Formats:
    """A sheet of which only the number formats by row are asked."""

    def __init__(self, *by_row: str) -> None:
        self._by_row = by_row

    def number_format(self, row: int, _column: int) -> str:
        return self._by_row[row]


@pytest.mark.parametrize(
    ("values", "formats", "is_shown"),
    [
        ((1.133, 0.98), ("0.0%", "0%"), True),
        ((1.133, 0.98), ("0.0%", "General"), False),
        ((20.0, -20.0), ("0%", "0%"), True),
        ((1.133, 20.1), ("0%", "0%"), False),
        ((1.133, -20.1), ("0%", "0%"), False),
    ],
)
def test_all_cells_show_percent_and_none_is_larger_than_a_fraction_can_be(
    values: tuple[float, ...], formats: tuple[str, ...], is_shown: bool
) -> None:
    cells = [(Row(i, "Gạo", (), "Cả nước", "%", ("Gạo",)), value) for i, value in enumerate(values)]
    assert are_shown_as_percent(Formats(*formats), 3, cells) is is_shown  # type: ignore[arg-type]
