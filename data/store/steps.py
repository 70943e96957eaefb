"""The steps of a release: staged, accepted or dropped, rolled back, restored. Each is one transaction with a record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

import orjson
from sqlalchemy import Connection, text

from data.findings import Finding
from data.people import is_second_person
from data.settings import settings
from data.store.applying import replay
from data.store.content import Columns, Origins, columns_of, content_hash
from data.store.database import moment, now
from data.store.errors import AlreadyLoaded, ReasonsMissing, SecondPersonNeeded, UnknownRelease, WrongState
from data.store.model import StatedFigure
from data.store.release_findings import insert_findings, replace_findings, tick, unexplained
from data.store.series import SeriesQuestions, series_ids

STAGED, ACCEPTED, DROPPED, ROLLED_BACK = "staged", "accepted", "dropped", "rolled_back"
RELABELLED = "relabelled"


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A workbook as it came: its name, its hash and size in bytes, and when it says it was last saved."""

    name: str
    sha256: str
    size: int = 0
    modified: datetime | None = None


class ReleaseSteps(SeriesQuestions):
    """Part of `Store`."""

    def stage(
        self,
        file: UploadedFile,
        figures: Sequence[StatedFigure],
        *,
        released: date,
        by: str,
        findings: Iterable[Finding] = (),
    ) -> int:
        """Keep a workbook's figures out of sight until somebody decides; returns the release's number.

        A file that waits already gives the number that it has. Raises AlreadyLoaded for one that was accepted.
        """
        with self.database.write() as connection:
            waiting = _same_file(connection, file.sha256)
            if waiting is not None:
                return waiting
            ids = series_ids(connection, figures, released=released.toordinal())
            columns, ordered = columns_of(figures, ids)
            release_id = _insert_release(
                connection, file, released=released, by=by, content=content_hash(figures), figures=len(columns)
            )
            _insert_content(connection, release_id, columns, Origins.pack(ordered))
            insert_findings(connection, release_id, findings)
            _record(connection, release_id, by, STAGED)
            return release_id

    def restage(
        self,
        release_id: int,
        figures: Sequence[StatedFigure],
        *,
        released: date,
        findings: Iterable[Finding],
        by: str,
        why: str,
    ) -> bool:
        """Replace figures, day and findings of a release that still waits; file and who uploaded it stay.

        Returns false, and changes nothing, where somebody has decided by now.
        """
        with self.database.write() as connection:
            row = connection.execute(text("SELECT state FROM release WHERE id = :id"), {"id": release_id}).first()
            if row is None or row[0] != STAGED:
                return False
            day = released.toordinal()
            columns, ordered = columns_of(figures, series_ids(connection, figures, released=day))
            connection.execute(
                text("UPDATE release SET content_hash = :content, figures = :figures, released = :day WHERE id = :id"),
                {"content": content_hash(figures), "figures": len(columns), "day": day, "id": release_id},
            )
            connection.execute(text("DELETE FROM release_content WHERE release_id = :id"), {"id": release_id})
            _insert_content(connection, release_id, columns, Origins.pack(ordered))
            replace_findings(connection, release_id, findings)
            _record(connection, release_id, by, RELABELLED, why)
            return True

    def release_of_file(self, sha256: str) -> int | None:
        """The waiting release of a file; none for a file that is new or was dropped. Raises AlreadyLoaded."""
        with self.database.read() as connection:
            return _same_file(connection, sha256)

    def stage_columns(self, file: UploadedFile, columns: Columns, *, released: date, by: str) -> int:
        """Stage figures of known series without cells of origin, such as a bulk import from another system."""
        with self.database.write() as connection:
            release_id = _insert_release(
                connection, file, released=released, by=by, content=file.sha256, figures=len(columns)
            )
            _insert_content(connection, release_id, columns, Origins.pack(()))
            _record(connection, release_id, by, STAGED)
            return release_id

    def accept(self, release_id: int, *, by: str, reasons: Mapping[str, str] | None = None, why: str = "") -> int:
        """Bring a staged release into force; returns how many versions it added.

        `reasons` says, by number or code of a finding, why it may pass. Raises WrongState where somebody was faster,
        SecondPersonNeeded under the two-person rule, ReasonsMissing where a warning passes without a reason.
        """
        with self.database.write() as connection:
            tick(connection, release_id, by, reasons or {})
            added = bring_into_force(connection, release_id, by=by, why=why)
            uploader = _uploader(connection, release_id)
            if settings().two_person_rule and not is_second_person(by, uploader):
                raise SecondPersonNeeded(by=uploader)
            if left := unexplained(connection, release_id):
                raise ReasonsMissing(count=left)
            return added

    def drop(self, release_id: int, *, by: str, why: str = "") -> None:
        """Decide against a staged release; it stays on record."""
        with self.database.write() as connection:
            _move(connection, release_id, STAGED, DROPPED)
            _record(connection, release_id, by, DROPPED, why)

    def roll_back(self, release_id: int, *, by: str, why: str) -> int:
        """Take a release out of force; figures of earlier releases show again. Returns the versions taken away."""
        with self.database.write() as connection:
            _move(connection, release_id, ACCEPTED, ROLLED_BACK)
            return _come_into_force(connection, release_id, by, ROLLED_BACK, why, in_force=False)

    def restore(self, release_id: int, *, by: str, why: str) -> int:
        """Undo a roll-back. Returns the versions that came back."""
        with self.database.write() as connection:
            _move(connection, release_id, ROLLED_BACK, ACCEPTED)
            return _come_into_force(connection, release_id, by, "restored", why, in_force=True)


def bring_into_force(connection: Connection, release_id: int, *, by: str, why: str = "") -> int:
    """Accept a staged release inside a transaction, whoever uploaded it and whatever was found; the versions it adds.

    Raises WrongState, UnknownRelease.
    """
    _move(connection, release_id, STAGED, ACCEPTED)
    connection.execute(
        text("UPDATE release SET accepted_by = :by, recorded = :at WHERE id = :id"),
        {"by": by, "at": now(), "id": release_id},
    )
    _name_series(connection, release_id)
    return _come_into_force(connection, release_id, by, ACCEPTED, why, in_force=True)


def _come_into_force(connection: Connection, release_id: int, by: str, action: str, why: str, *, in_force: bool) -> int:
    changed = replay(connection, release_id, in_force=in_force)
    _record(connection, release_id, by, action, why)
    connection.execute(text("UPDATE counter SET value = value + 1 WHERE name = 'version'"))
    return changed


def _same_file(connection: Connection, sha256: str) -> int | None:
    """The waiting release of the same file; AlreadyLoaded where it is in force or was rolled back."""
    rows = connection.execute(
        text("SELECT id, state, accepted_by, recorded FROM release WHERE sha256 = :sha AND state <> :dropped"),
        {"sha": sha256, "dropped": DROPPED},
    ).all()
    for release_id, state, by, at in rows:
        if state != STAGED:
            raise AlreadyLoaded(release_id=release_id, state=state, by=by, at=moment(at))
        return int(release_id)
    return None


def _move(connection: Connection, release_id: int, before: str, after: str) -> None:
    """Change the state if it still is `before`."""
    moved = connection.execute(
        text("UPDATE release SET state = :after WHERE id = :id AND state = :before"),
        {"after": after, "id": release_id, "before": before},
    )
    row = connection.execute(text("SELECT state, file FROM release WHERE id = :id"), {"id": release_id}).first()
    if row is None:
        raise UnknownRelease(release_id=release_id)
    if moved.rowcount != 1:
        last = connection.execute(
            text("SELECT by, at FROM release_event WHERE release_id = :id ORDER BY id DESC"), {"id": release_id}
        ).first()
        by, at = (last[0], moment(last[1])) if last else ("", "")
        raise WrongState(release_id=release_id, file=row[1], state=row[0], by=by, at=at)


def _uploader(connection: Connection, release_id: int) -> str:
    return str(connection.execute(text("SELECT uploaded_by FROM release WHERE id = :id"), {"id": release_id}).scalar())


def _insert_release(
    connection: Connection, file: UploadedFile, *, released: date, by: str, content: str, figures: int
) -> int:
    return int(
        connection.execute(
            text(
                "INSERT INTO release (state, released, recorded, file, sha256, size, modified, content_hash,"
                " uploaded_by, uploaded, accepted_by, figures) VALUES ('staged', :released, '', :file, :sha256, :size,"
                " :modified, :content, :by, :at, '', :figures) RETURNING id"
            ),
            {
                "released": released.toordinal(), "file": file.name, "sha256": file.sha256, "size": file.size,
                "modified": _utc(file.modified), "content": content, "by": by, "at": now(), "figures": figures,
            },
        ).scalar_one()
    )  # fmt: skip


def _utc(moment: datetime | None) -> str:
    """Sortable text; workbooks of the old format give no time zone and are taken as they are."""
    return moment.replace(tzinfo=None, microsecond=0).isoformat() if moment else ""


def _insert_content(connection: Connection, release_id: int, columns: Columns, origins: bytes) -> None:
    connection.execute(
        text("INSERT INTO release_content (release_id, figures, origins) VALUES (:id, :figures, :origins)"),
        {"id": release_id, "figures": columns.pack(), "origins": origins},
    )


def _record(connection: Connection, release_id: int, by: str, action: str, why: str = "") -> None:
    connection.execute(
        text('INSERT INTO release_event (release_id, at, "by", action, why) VALUES (:id, :at, :by, :action, :why)'),
        {"id": release_id, "at": now(), "by": by, "action": action, "why": why},
    )


def _name_series(connection: Connection, release_id: int) -> None:
    """Give each series the label of its newest release, whatever the order of loading."""
    packed, figures, released = connection.execute(
        text(
            "SELECT origins, c.figures, released FROM release_content c JOIN release r ON r.id = c.release_id"
            " WHERE r.id = :id"
        ),
        {"id": release_id},
    ).one()
    series, origins = Columns.unpack(figures).series.tolist(), Origins(packed)
    if not len(origins):
        return
    names = {one: origins.name(row) for row, one in reversed(list(enumerate(series)))}
    cursor = connection.connection.cursor()
    cursor.execute("SELECT id, label_released, label, parents FROM series")
    stored = {row[0]: row[1:] for row in cursor.fetchall() if row[0] in names}
    changes = []
    for one, (item, parents) in names.items():
        packed_parents = orjson.dumps(parents).decode()
        if (released, item, packed_parents) > tuple(stored[one]):
            changes.append({"id": one, "label": item, "parents": packed_parents, "released": released})
    if changes:
        connection.execute(
            text("UPDATE series SET label = :label, parents = :parents, label_released = :released WHERE id = :id"),
            changes,
        )
