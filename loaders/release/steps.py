"""Decisions about a release. Each is one transaction; a second person who comes too late is told who was faster."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NewType

from data.findings import Severity
from data.store import Release, Store
from data.store.errors import ReasonNeeded

ReleaseId = NewType("ReleaseId", int)


def accept(store: Store, staged_id: int, *, by: str, reasons: Mapping[str, str] | None = None) -> ReleaseId:
    """Bring a staged release into force. `reasons` tells by number or code of a finding why it may pass.

    Raises WrongState (somebody decided before), SecondPersonNeeded (two-person rule), UnknownRelease.
    """
    store.accept(staged_id, by=by, reasons=reasons)
    return ReleaseId(staged_id)


def without_warnings(store: Store) -> list[Release]:
    """Waiting releases that nothing speaks against, by date of publication."""
    waiting = reversed(store.releases("staged"))
    return [one for one in waiting if all(f.finding.severity == Severity.NOTE for f in store.findings(one.id))]


def drop(store: Store, staged_id: int, *, by: str, why: str = "") -> None:
    """Decide against a staged release. It stays on record; the same file can be staged again."""
    store.drop(staged_id, by=by, why=why)


def roll_back(store: Store, release_id: int, *, by: str, why: str) -> int:
    """Take a release out of force; what earlier releases said shows again. Returns the versions taken away.

    Raises ReasonNeeded without a reason, WrongState where it is not in force.
    """
    _demand(why)
    return store.roll_back(release_id, by=by, why=why)


def restore(store: Store, release_id: int, *, by: str, why: str) -> int:
    """Undo a roll-back. Returns the versions that came back. Raises as `roll_back` does."""
    _demand(why)
    return store.restore(release_id, by=by, why=why)


def _demand(why: str) -> None:
    if not why.strip():
        raise ReasonNeeded()
