"""What a briefing holds, as plain data: sections of paragraphs, charts and tables, each under a lasting id.

The ids stay the same from month to month, so that what a person wrote can be carried over. All renderers read this.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.figures.spec import ChartSpec
from dashboard.origins import Origin
from data.period import Period


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`automatic` is the sentence made from the figures; `text` differs from it where a person rewrote it."""

    id: str
    text: str
    automatic: str = ""
    lead: str = ""

    @property
    def is_edited(self) -> bool:
        return bool(self.automatic) and self.text != self.automatic


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One number beside a chart on a slide: what it is, the number as read, and which it is (`same_month`)."""

    label: str
    shown: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class ChartBlock:
    """`lineage` are lines that say from which workbook, sheet and cell the newest figures came, `origins` the same as
    data."""

    id: str
    spec: ChartSpec
    key_figures: tuple[KeyFigure, ...] = ()
    lineage: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()


Cell = str | float | None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """Rows of text and numbers; `decimals` for each column, `depths` and `totals` for each row."""

    id: str
    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    decimals: tuple[int, ...]
    unit: str = ""
    source: str = ""
    depths: tuple[int, ...] = ()
    totals: tuple[bool, ...] = ()

    def depth(self, row: int) -> int:
        return self.depths[row] if row < len(self.depths) else 0

    def is_total(self, row: int) -> bool:
        return self.totals[row] if row < len(self.totals) else False


Block = Paragraph | ChartBlock | TableBlock


@dataclass(frozen=True, slots=True)
class Section:
    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Briefing:
    template: str
    period: Period
    area: str
    title: str
    subtitle: str
    department: str
    superior: str
    place: str
    sections: tuple[Section, ...]
    source: str
    released: date | None = None
    language: str = "vi"
    appendix: tuple[TableBlock, ...] = ()
    signer_title: str = ""

    def blocks(self) -> Iterator[Block]:
        for section in self.sections:
            yield from section.blocks

    @property
    def charts(self) -> list[ChartBlock]:
        return [block for block in self.blocks() if isinstance(block, ChartBlock)]

    @property
    def paragraphs(self) -> list[Paragraph]:
        return [block for block in self.blocks() if isinstance(block, Paragraph)]

    @property
    def tables(self) -> list[TableBlock]:
        return [block for block in self.blocks() if isinstance(block, TableBlock)]
