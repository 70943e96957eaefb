"""The findings of a release as they are written down, replaced while it waits, and ticked when it is accepted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import orjson
from sqlalchemy import Connection, text

from data.findings import Finding, Severity


def _finding_row(release_id: int, finding: Finding) -> dict[str, object]:
    return {
        "id": release_id,
        "code": finding.code,
        "severity": str(finding.severity),
        "sheet": finding.sheet,
        "cell": finding.cell,
        "parameters": orjson.dumps(dict(finding.parameters), default=str).decode(),
    }


def replace_findings(connection: Connection, release_id: int, findings: Iterable[Finding]) -> None:
    """A finding that stays keeps its number, since somebody may be ticking it on an open page just now."""
    columns = "code, severity, sheet, cell, parameters"
    stored = connection.execute(
        text(f"SELECT id, {columns} FROM finding WHERE release_id = :id ORDER BY id DESC"), {"id": release_id}
    ).all()
    numbers: dict[tuple[object, ...], list[int]] = {}
    for number, *said in stored:
        numbers.setdefault(tuple(said), []).append(number)
    added = []
    for finding in findings:
        row = _finding_row(release_id, finding)
        same = numbers.get(tuple(row[name] for name in columns.split(", ")))
        if same:
            same.pop()
        else:
            added.append(finding)
    insert_findings(connection, release_id, added)  # first, so that no number is given away twice
    for number in (one for left in numbers.values() for one in left):
        connection.execute(text("DELETE FROM finding WHERE id = :id"), {"id": number})


def insert_findings(connection: Connection, release_id: int, findings: Iterable[Finding]) -> None:
    rows = [_finding_row(release_id, one) for one in findings]
    if rows:
        connection.execute(
            text(
                "INSERT INTO finding (release_id, code, severity, sheet, cell, parameters, reason, ticked_by)"
                " VALUES (:id, :code, :severity, :sheet, :cell, :parameters, '', '')"
            ),
            rows,
        )


def tick(connection: Connection, release_id: int, by: str, reasons: Mapping[str, str]) -> None:
    """Write down why findings may pass, by code or number; a reason for one goes before that for all of its code."""
    for name, reason in sorted(reasons.items(), key=lambda given: given[0].isdecimal()):
        which = "id = :name" if name.isdecimal() else "code = :name AND severity = :warning"
        connection.execute(
            text(f"UPDATE finding SET reason = :reason, ticked_by = :by WHERE release_id = :id AND {which}"),
            {
                "reason": reason, "by": by, "id": release_id, "warning": str(Severity.WARNING),
                "name": int(name) if name.isdecimal() else name,
            },
        )  # fmt: skip


def unexplained(connection: Connection, release_id: int) -> int:
    """How many warnings of a release nobody has given a reason for."""
    sql = "SELECT count(*) FROM finding WHERE release_id = :id AND severity = :warning AND trim(reason) = ''"
    return int(connection.execute(text(sql), {"id": release_id, "warning": str(Severity.WARNING)}).scalar_one())
