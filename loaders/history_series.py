"""What the words over (or beside) a series of a history file say: its name, unit, comparison, status, area."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from data.catalogue_words import read_words
from data.observation import Comparison, Measure
from data.period import Period
from loaders.areas import area_of
from loaders.grid import Grid
from loaders.headings import Context, Heading, read_heading, unit_of
from loaders.tables import table_of
from loaders.text import bare_label, fold, tidy

_CATALOGUE = Path(__file__).resolve().parent.parent / "data" / "catalogue" / "history.yaml"
_EQUALS_100 = re.compile(
    r"(ky goc|thang truoc|cung ky(?: nam truoc)?|cung thang nam truoc|thang 12 nam truoc|nam truoc"
    r"|(?:nam )?(?:19|20)\d\d) ?= ?100"
)
_UNIT_IN_BRACKETS = re.compile(r"\(([^()]*)\)\s*$")


@cache
def history_words() -> dict[str, Any]:
    words: dict[str, Any] = read_words(_CATALOGUE)
    return words


@cache
def _attribute_patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [
        (name, re.compile("|".join(f"(?:{t})" for t in texts))) for name, texts in history_words()["attributes"].items()
    ]


def attribute_named(label: str) -> str:
    """Which attribute of a series a heading's label announces (`Đơn vị tính` -> `unit`), or empty."""
    folded = fold(label).strip(" :.")
    return next((name for name, pattern in _attribute_patterns() if folded and pattern.fullmatch(folded)), "")


def anchor_of(grid: Grid, row: int, column: int) -> tuple[int, int]:
    """The cell that holds the text of a merged area, or the cell itself."""
    for r0, c0, r1, c1 in grid.merged:
        if r0 <= row <= r1 and c0 <= column <= c1:
            return r0, c0
    return row, column


_ANY_MONTH = (2001, 7)


@dataclass
class Described:
    """The words that describe one series, by attribute; `year` where a heading gives the year of its column."""

    year: int = 0
    lead_text: str = ""
    texts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, attribute: str, text: str) -> None:
        """Take a heading's text in; what stands over the periods themselves names the series as well."""
        if (found := tidy(text)) and attribute != "code":
            self.texts.setdefault("item" if attribute == "period" else attribute, []).append(found)

    @property
    def has_words(self) -> bool:
        return bool(self.texts) or bool(self.year)

    @property
    def all_texts(self) -> tuple[str, ...]:
        return tuple(text for texts in self.texts.values() for text in texts)

    def _joined(self, attribute: str) -> str:
        return tidy(" ".join(self.texts.get(attribute, [])))

    @property
    def heading_text(self) -> str:
        """All that the series says of itself, as one heading is read."""
        comparison = self._joined("comparison")
        if comparison and not re.search(r"^so\b|compared|versus", fold(comparison)):
            comparison = "so với " + comparison
        base = self._joined("base")
        parts = [
            self._joined("item"),
            self._joined("measure"),
            comparison,
            base and f"kỳ gốc {base}",
            self._joined("status"),
        ]
        return tidy(" ".join(p for p in parts if p))

    @property
    def names(self) -> list[str]:
        """The names in the heading from outermost inwards, without the words that are no name."""
        pieces = [tidy(p) for text in _joined_when_broken(self.texts.get("item", [])) for p in text.split(" > ")]
        names = [name for piece in pieces if (name := _name_in(piece))]
        parents = [bare_label(p) for text in self.texts.get("parent", []) for p in text.split(" > ")]
        unique = list(dict.fromkeys([*parents, *names]))
        return [name for name in unique if name]

    @property
    def unit(self) -> str:
        if written := self._joined("unit"):
            return written
        for text in reversed(self.texts.get("item", [])):
            match = _UNIT_IN_BRACKETS.search(text)
            if match and unit_of(match[1]):
                return tidy(match[1])
        return ""

    @property
    def area(self) -> str:
        written = self._joined("area")
        return area_of(written) or written


def _joined_when_broken(texts: list[str]) -> list[str]:
    """Pieces of one name cut over rows: a piece in lower case goes on where the one above stopped."""
    joined: list[str] = []
    for text in texts:
        if joined and text[:1].islower():
            joined[-1] += " " + text
        else:
            joined.append(text)
    return joined


@cache
def _not_a_name() -> list[re.Pattern[str]]:
    return [re.compile(p) for p in history_words()["not_a_name"]]


def _name_in(text: str) -> str:
    """The part of a heading that names the series; cut where its folded form says something else."""
    kept = bare_label(text)
    for pattern in _not_a_name():
        folded = fold(kept)
        match = pattern.search(folded)
        if match and len(folded) == len(kept):
            kept = tidy(kept[: match.start()] + kept[match.end() :])
    return kept.strip(" :;,–-()") if any(c.isalpha() for c in kept) else ""


def read_series(
    described: Described, table: str, title: str, context: Context
) -> tuple[Heading, str, str, tuple[str, ...]]:
    """(heading without its period, table, item, parents) of a series.

    A name such as `Xuất khẩu` over columns of a trade table says which table the column is of.
    """
    names = described.names
    tables = [table_of(name) for name in names]
    table = next((named for named in tables if named), table)
    own_names = [name for name, named in zip(names, tables, strict=True) if named != table]
    if own_names and fold(own_names[-1]) in history_words()["overall"]:
        own_names.pop()  # `Chỉ số chung` is of the group over it
    item = own_names[-1] if own_names else history_words()["total_item"].get(table, "")
    text = _EQUALS_100.sub(r"so voi \1", fold(described.heading_text))
    own = context._replace(table=table)
    if not own.year:
        own = own._replace(year=_ANY_MONTH[0], month=_ANY_MONTH[1])  # periods stand in cells of their own
    heading = read_heading(text, own)
    if heading.problem in ("no_comparison", "unknown_comparison"):
        wider = read_heading(text + " " + _comparison_of_title(title), own)
        heading = wider if wider.comparison is not Comparison.NONE else heading
    return heading, table, item, tuple(own_names[:-1])


def _comparison_of_title(title: str) -> str:
    """`... (năm 2015 = 100)` and `... so với cùng kỳ năm trước`, as the words of a heading."""
    folded = fold(title)
    if match := _EQUALS_100.search(folded):
        reference = match[1]
        return f"so voi {'ky goc ' if reference[-4:].isdigit() else ''}{reference}"
    at = folded.find("so voi")
    return folded[at:] if at >= 0 else ""


def comparison_for(heading: Heading, period: Period) -> Comparison:
    """The comparison with the year before, of a month or of a longer period."""
    yearly = (Comparison.SAME_MONTH_PREVIOUS_YEAR, Comparison.SAME_PERIOD_PREVIOUS_YEAR)
    if heading.comparison in yearly:
        return yearly[0] if period.months == 1 else yearly[1]
    if heading.comparison is Comparison.DECEMBER_PREVIOUS_YEAR and period.months > 1:
        return Comparison.SAME_PERIOD_PREVIOUS_YEAR
    return heading.comparison


def measure_of(heading: Heading, table: str) -> Measure:
    if heading.measure is not None:
        return heading.measure
    return Measure.INDEX if table.endswith("_index") else Measure.VALUE
