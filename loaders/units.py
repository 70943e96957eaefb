"""Units of levels: of the row, of a footnote to the row, of the heading, or of the whole table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from data.observation import Measure
from loaders.headings import Heading, unit_of
from loaders.rows import Row, Rows
from loaders.tables import known_tables
from loaders.text import fold, tidy

_MONEY = r"\bdong|usd|us\$|vnd|do la"
_PIECES = re.compile(r"chiec|\bunit|\bcai\b|\bbo\b|pcs|\bcon\b")
_LEAD = r"(?i)^.*?(?:đơn vị(?: tính)?\s*[:.]?|đvt\s*[:.]?|unit\s*:|ghi chú\s*:)"
_MARK = r"^\s*\(?\*+\)?\s*[:.]?\s*"
_NAME = r"(?i)^(?:số lượng|lượng|trị giá|giá trị|kim ngạch)\s*:?\s+(?=\S)"
_DEFAULT_VOLUME = "Nghìn tấn"


@lru_cache(maxsize=1024)
def is_money(unit: str) -> bool:
    return bool(re.search(_MONEY, fold(unit)))


@lru_cache(maxsize=1024)
def unit_pieces(text: str) -> tuple[str, ...]:
    """`Đơn vị tính: Nghìn tấn; Triệu USD` -> (`Nghìn tấn`, `Triệu USD`)."""
    bare = re.sub(_MARK, "", re.sub(_LEAD, "", text))
    pieces = [re.sub(_NAME, "", tidy(p).strip("().: ")) for p in re.split(r"(?i)[;,]| và ", bare)]
    return tuple(p[0].upper() + p[1:] for p in pieces if p)


@lru_cache(maxsize=4096)
def written_unit(heading: str) -> str:
    """The last unit in brackets in a heading, as written."""
    found = [m for m in re.findall(r"\(([^()]*)\)", heading) if unit_of(m)]
    return tidy(found[-1]) if found else ""


def level_unit(heading: Heading, table_unit: str, row: Row, measure: Measure, rows: Rows) -> str:
    """The unit of a level. `rows` are those of the block: a footnote may say the unit of the rows that it marks."""
    pieces = unit_pieces(table_unit)
    if heading.table in ("goods_exports", "goods_imports"):
        return _trade_unit(heading, pieces, row, measure, rows)
    if row.unit:
        return row.unit
    if written := written_unit(heading.text):
        return written
    return next((p for p in pieces if p != "%"), "") or heading.unit or known_tables()[heading.table].value_unit


def _trade_unit(heading: Heading, pieces: Sequence[str], row: Row, measure: Measure, rows: Rows) -> str:
    """A row's own unit is that of its value or of its volume: `Tấn` beside coffee, `1000 USD` beside garments."""
    if measure is Measure.VALUE:
        named = (row.unit, written_unit(heading.text), *pieces, *(other.unit for other in rows.rows))
        return next((unit for unit in named if is_money(unit)), "") or known_tables()[heading.table].value_unit
    if row.unit and not is_money(row.unit):
        return row.unit
    if named_piece := next((p for p in pieces[1:] if len(p) > 2 and f" {fold(p)}" in f" {fold(row.item)}"), ""):
        return named_piece  # `Nghìn tấn; triệu USD; chiếc` over a row `Nguyên chiếc`
    for note in rows.footnotes if row.marked else ():
        for piece in unit_pieces(note):
            if not is_money(piece) and _PIECES.search(fold(piece)):
                return piece
    named = (written_unit(heading.text), *pieces)
    return next((unit for unit in named if unit and not is_money(unit) and unit != "%"), _DEFAULT_VOLUME)
