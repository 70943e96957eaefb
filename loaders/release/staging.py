"""From a workbook to a staged release: read in isolation, keep the original, set the figures aside for a decision."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from data import originals
from data.findings import Finding, Severity
from data.store import RecordedFinding, Store, UploadedFile
from data.store.errors import AlreadyLoaded
from data.wording import DEFAULT_LANGUAGE, say
from loaders.isolation import TIMEOUT_SECONDS, read_isolated
from loaders.reading import Reading
from loaders.release.areas import area_given, own_area
from loaders.release.headings import OF_HEADINGS
from loaders.release.labels import Answers
from loaders.release.restaging import restage
from loaders.release.understanding import understood


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
    store: Store,
    path: Path | str,
    *,
    by: str,
    released: date | None = None,
    name: str | None = None,
    area: str | None = None,
    timeout: float = TIMEOUT_SECONDS,
) -> StagedRelease:
    """Read a workbook and keep its figures out of sight until somebody accepts them.

    `released` overrides the publication date that the workbook tells; `name` is the name that the file had with the
    person who sent it. `area` is that of a workbook that names none, the department's own if left out. The same file
    staged before answers at once with the release that waits already, read again if another `area` or day is named.
    Reading is given up after `timeout` seconds.

    Raises UnreadableWorkbook, NothingToLoad, ReleaseDateNeeded, UnknownArea (nothing is stored), AlreadyLoaded.
    """
    path, place = Path(path), own_area(area)
    content = path.read_bytes()
    known = _waiting(store, content)
    if known is not None:
        _correct(store, known, by=by, area=None if area is None else place, released=released)
        return staged(store, known)
    file_name = name or path.name
    reading = read_isolated(path, file_name, learned=store.learned_headings(), area=place, timeout=timeout)
    if not reading.observations and not any(one.missing in OF_HEADINGS for one in reading.not_understood):
        raise NothingToLoad(file=file_name, findings=list(reading.findings))
    day = released or reading.released
    if day is None:
        raise ReleaseDateNeeded(file=file_name)
    figures, findings = understood(store, reading, day, Answers(store.learned_aliases()))
    file = UploadedFile(file_name, originals.keep(content), len(content), _moment(reading))
    return staged(store, store.stage(file, figures, released=day, by=by, findings=findings))


def waiting(store: Store, path: Path | str) -> StagedRelease | None:
    """The release of the same file that waits already, as it is. Raises AlreadyLoaded."""
    found = _waiting(store, Path(path).read_bytes())
    return staged(store, found) if found is not None else None


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


def _waiting(store: Store, content: bytes) -> int | None:
    """The waiting release of a file; a kept workbook that was lost or damaged is put back. Raises AlreadyLoaded."""
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        found = store.release_of_file(sha256)
    except AlreadyLoaded as known:
        known.has_mended_original = not originals.is_intact(sha256)
        originals.keep(content)
        raise
    if found is not None:
        originals.keep(content)
    return found


def _correct(store: Store, release_id: int, *, by: str, area: str | None, released: date | None) -> None:
    """Read a waiting release again where an area or a day is named that is not its own."""
    own = store.release(release_id)
    named_area = area if area is not None and area != area_given(store, release_id) else None
    named_day = released if released != own.released else None
    if named_area is not None or named_day is not None:
        why = " · ".join([*([named_area] if named_area else []), *([f"{named_day:%d/%m/%Y}"] if named_day else [])])
        restage(store, release_id, by=by, why=why, area=named_area, released=named_day)


def _moment(reading: Reading) -> datetime | None:
    return datetime.fromisoformat(reading.modified) if reading.modified else None
