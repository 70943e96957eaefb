"""From a workbook to a staged release: read in isolation, keep the original, set the figures aside for a decision."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data import originals
from data.findings import Finding, Severity
from data.store import RecordedFinding, SeriesKey, StatedFigure, Store, UploadedFile
from data.wording import DEFAULT_LANGUAGE, say
from loaders.checks import check
from loaders.corrections import explain
from loaders.fractions_as_percent import as_shown
from loaders.isolation import read_isolated
from loaders.reading import Reading
from loaders.release.figures import stated_figures
from loaders.release.headings import OF_HEADINGS, unknown_headings
from loaders.release.labels import Answers, unknown_labels
from loaders.release.memory import Memory


class NothingToLoad(Exception):
    """The workbook opened, but holds no figure that can be stored; `findings` say what was seen."""

    def __init__(self, *, file: str, findings: list[Finding]) -> None:
        super().__init__(file)
        self.file, self.findings = file, findings

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        return say("releases.load.nothing_to_load", language, file=self.file)


class ReleaseDateNeeded(Exception):
    """Neither the name nor the sheets tell the publication date; the analyst has to give it."""

    def __init__(self, *, file: str) -> None:
        super().__init__(file)
        self.file = file

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        return say("releases.load.date_needed", language, file=self.file)


@dataclass(frozen=True, slots=True)
class StagedRelease:
    """A release that waits for a decision. `same_as` is a release in force that says exactly the same."""

    id: int
    file: str
    sha256: str
    released: date
    figures: int
    findings: tuple[RecordedFinding, ...]
    uploaded_by: str
    same_as: int | None = None

    @property
    def warnings(self) -> tuple[RecordedFinding, ...]:
        return tuple(one for one in self.findings if one.finding.severity == Severity.WARNING)


def stage(
    store: Store, path: Path | str, *, by: str, released: date | None = None, name: str | None = None
) -> StagedRelease:
    """Read a workbook and keep its figures out of sight until somebody accepts them.

    `released` overrides the publication date that the workbook tells; `name` is the name that the file had with the
    person who sent it. The same file staged before answers at once with the release that waits already.

    Raises UnreadableWorkbook, NothingToLoad, ReleaseDateNeeded (nothing is stored), AlreadyLoaded.
    """
    path = Path(path)
    content = path.read_bytes()
    waiting = store.release_of_file(hashlib.sha256(content).hexdigest())
    if waiting is not None:
        return staged(store, waiting)
    file_name = name or path.name
    reading = read_isolated(path, file_name, learned=store.learned_headings())
    if not reading.observations and not any(one.missing in OF_HEADINGS for one in reading.not_understood):
        raise NothingToLoad(file=file_name, findings=list(reading.findings))
    day = released or reading.released
    if day is None:
        raise ReleaseDateNeeded(file=file_name)
    figures, findings = understood(store, reading, day, Answers(store.learned_aliases()))
    file = UploadedFile(file_name, originals.keep(content), len(content), _moment(reading))
    return staged(store, store.stage(file, figures, released=day, by=by, findings=findings))


def understood(store: Store, reading: Reading, day: date, answers: Answers) -> tuple[list[StatedFigure], list[Finding]]:
    """The figures of a workbook published on that day, and everything about it that somebody should look at."""
    reading.observations = as_shown(reading.observations)
    keys: dict[int, SeriesKey] = {}
    figures, contradictions = stated_figures(reading.observations, answers.code, keys)
    questions = [*unknown_headings(reading, day), *unknown_labels(reading.observations, answers)]
    doubts = _doubts(store, reading, keys, day)
    return figures, [*reading.findings, *_not_understood(reading), *questions, *contradictions, *doubts]


def staged(store: Store, release_id: int) -> StagedRelease:
    """The staged release of that number, also after a restart. Raises UnknownRelease."""
    one = store.release(release_id)
    return StagedRelease(
        id=one.id,
        file=one.file,
        sha256=one.sha256,
        released=one.released,
        figures=one.figures,
        findings=tuple(store.findings(one.id)),
        uploaded_by=one.uploaded_by,
        same_as=store.same_content(one.id),
    )


def _doubts(store: Store, reading: Reading, keys: dict[int, SeriesKey], day: date) -> list[Finding]:
    """What looks wrong in itself or beside what was released until that day."""
    memory = Memory(store, keys, (one.period for one in reading.observations), day)
    doubts = check(reading.observations, memory, titles={sheet.name: sheet.title for sheet in reading.sheets})
    return explain(doubts, reading)


def _moment(reading: Reading) -> datetime | None:
    return datetime.fromisoformat(reading.modified) if reading.modified else None


def _not_understood(reading: Reading) -> Iterator[Finding]:
    for one in reading.not_understood:
        if isinstance(one.value, str) or one.missing in OF_HEADINGS:
            continue  # the cell has a finding of its own, or its heading is a question
        parameters: dict[str, str | float | int] = {
            "value": one.value,
            "table": one.table,
            "missing": one.missing,
            "item": one.item,
            "heading": one.heading,
        }
        yield Finding("figure_not_understood", Severity.WARNING, one.sheet, one.cell, parameters)
