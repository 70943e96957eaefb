"""Headings that were not understood: each is a question to the analyst, and no question once it was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from data.findings import Finding, Severity
from data.store import Store
from loaders.context import Context
from loaders.heading_answers import heading_shape, possible_answers
from loaders.headings import Heading, read_heading
from loaders.occasion import reference_month
from loaders.outcome import NotUnderstood, Reading

UNKNOWN_HEADING = "unknown_heading"
OF_HEADINGS = ("no_period", "no_comparison", "unknown_comparison")
"""What a heading may lack; other figures are not understood for what stands in their own cell."""

_BETWEEN = ";"


@dataclass(frozen=True, slots=True)
class HeadingQuestion:
    """A heading that needs an answer, the first cell beneath it, and how many figures wait for it.

    `answers` are those under which the heading can be read, the likeliest first; `area` is empty for the whole country.
    """

    table: str
    heading: str
    sheet: str
    cell: str
    figures: int
    area: str
    answers: tuple[str, ...]

    @property
    def shape(self) -> str:
        return heading_shape(self.heading)


def unknown_headings(reading: Reading, released: date) -> Iterator[Finding]:
    """One question for each heading of each table that could not be read."""
    groups: dict[tuple[str, str], list[NotUnderstood]] = {}
    for one in reading.not_understood:
        if one.missing in OF_HEADINGS:
            groups.setdefault((one.table, heading_shape(one.heading)), []).append(one)
    year, month = reference_month("", released, ())
    for (table, _), figures in groups.items():
        first = figures[0]
        answers = _answers(first.heading, Context(year, month, table), _meanings_beside(reading, first))
        parameters: dict[str, str | float | int] = {
            "heading": first.heading,
            "table": table,
            "area": first.area,
            "count": len(figures),
            "figures": _BETWEEN.join(f"{one.cell}={one.value}" for one in figures),
            "answers": _BETWEEN.join(answers),
        }
        yield Finding(UNKNOWN_HEADING, Severity.WARNING, first.sheet, first.cell, parameters)


def heading_questions(store: Store, release_id: int) -> list[HeadingQuestion]:
    """What a release still asks about its headings, in the order of the workbook. Raises UnknownRelease."""
    return [
        HeadingQuestion(
            table=str(finding.parameters["table"]),
            heading=str(finding.parameters["heading"]),
            sheet=finding.sheet,
            cell=finding.cell,
            figures=int(finding.parameters["count"]),
            area=str(finding.parameters["area"]),
            answers=tuple(filter(None, str(finding.parameters["answers"]).split(_BETWEEN))),
        )
        for finding in (one.finding for one in store.findings(store.release(release_id).id))
        if finding.code == UNKNOWN_HEADING
    ]


def waiting_figures(finding: Finding) -> list[tuple[str, float]]:
    """(cell, value) of each figure that waits for the answer to a question about its heading."""
    if finding.code != UNKNOWN_HEADING:
        return []
    pairs = (figure.split("=") for figure in str(finding.parameters["figures"]).split(_BETWEEN))
    return [(cell, float(value)) for cell, value in pairs]


def _answers(heading: str, context: Context, taken: set[tuple[object, ...]]) -> list[str]:
    """Answers under which the heading can be read, each meaning once; those that no column beside it has come first."""
    free: list[str] = []
    others: list[str] = []
    seen: set[tuple[object, ...]] = set()
    for answer, its_words in possible_answers().items():
        read = read_heading(f"{heading} {its_words}", context)
        meaning = _meaning(read)
        if not read.is_understood or meaning in seen:
            continue
        seen.add(meaning)
        (others if meaning in taken else free).append(answer)
    return [*free, *others]


def _meaning(heading: Heading) -> tuple[object, ...]:
    return heading.comparison, heading.period, heading.index_of


def _meanings_beside(reading: Reading, one: NotUnderstood) -> set[tuple[object, ...]]:
    of_sheet: Iterable[tuple[object, ...]] = (
        (o.comparison, o.period, o.index_of)
        for o in reading.observations
        if o.table == one.table and o.origin.sheet == one.sheet
    )
    return set(of_sheet)
