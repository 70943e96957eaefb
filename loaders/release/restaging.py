"""A waiting release is read again: after an answer to one of its questions, for another area or day."""

from __future__ import annotations

from datetime import date

from data import originals
from data.store import Store
from data.store.steps import STAGED
from loaders.isolation import read_isolated
from loaders.release.areas import area_given
from loaders.release.labels import Answers
from loaders.release.understanding import understood


def restage(
    store: Store, release_id: int, *, by: str, why: str, area: str | None = None, released: date | None = None
) -> bool:
    """Read the kept workbook of a waiting release again, with all answers there are by now.

    `area` is that of a workbook that names none, `released` the day of publication; as before if left out.
    False where somebody decided on the release in the meantime or its workbook is gone. Raises UnknownRelease.
    """
    release = store.release(release_id)
    workbook = originals.original(release.sha256)
    if release.state != STAGED or workbook is None:
        return False
    place = area_given(store, release_id) if area is None else area
    day = released or release.released
    while True:
        aliases, headings = store.learned_aliases(), store.learned_headings()
        reading = read_isolated(workbook, release.file, learned=headings, area=place)
        figures, findings = understood(store, reading, day, Answers(aliases))
        if not store.restage(release_id, figures, released=day, findings=findings, by=by, why=why):
            return False
        if (store.learned_aliases(), store.learned_headings()) == (aliases, headings):
            return True  # else somebody answered another question while this one was worked in
