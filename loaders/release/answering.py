"""Answers to questions about labels and headings: remembered, and applied to every release that waits and asks them."""

from __future__ import annotations

from data import originals
from data.catalogue_items import PROVISIONAL, path_key, provisional_code
from data.store import Store
from data.store.errors import OriginalMissing, UnknownAnswer
from data.store.steps import STAGED
from loaders.heading_answers import is_answer
from loaders.release.headings import heading_questions
from loaders.release.labels import is_item, open_questions
from loaders.release.restaging import restage

SOMETHING_NEW = "new"
"""The answer that a label is no item of the catalogue: it keeps its provisional code and is not asked about again."""


def answer_label(
    store: Store,
    staged_id: int,
    *,
    table: str,
    parents: tuple[str, ...],
    label: str,
    code: str,
    by: str,
    area: str = "",
) -> tuple[int, ...]:
    """Remember which item a label means, and read the waiting releases that ask about it again.

    `code` is that of an item or `SOMETHING_NEW`; the answer holds in `area`, or everywhere where that is empty. A
    release that was decided on is left alone; the answer then counts from the next workbook on. Returns the releases
    whose figures took the answer.

    Raises UnknownRelease, UnknownAnswer, OriginalMissing; nothing is remembered then.
    """
    release = store.release(staged_id)
    item = provisional_code(parents, label) if code == SOMETHING_NEW else code
    if code != SOMETHING_NEW and (code.startswith(PROVISIONAL) or not is_item(table, code)):
        raise UnknownAnswer(code=code)
    if release.state == STAGED and not originals.is_kept(release.sha256):
        raise OriginalMissing(file=release.file)
    path = path_key(parents, label)
    store.learn_alias(table, path, item, by=by, area=area)
    asking = [one.id for one in store.releases(STAGED) if one.id == staged_id or _asks(store, one.id, table, path)]
    why = f"{' › '.join((*parents, label))} → {item}"
    return tuple(one for one in asking if restage(store, one, by=by, why=why))


def answer_heading(
    store: Store, staged_id: int, *, table: str, shape: str, answer: str, by: str, area: str = ""
) -> tuple[int, ...]:
    """Remember what a heading means, as `answer_label` does for a label; `answer` may be `NO_STATISTIC`.

    Raises UnknownRelease, UnknownAnswer, OriginalMissing; nothing is remembered then.
    """
    release = store.release(staged_id)
    if not is_answer(answer):
        raise UnknownAnswer(code=answer)
    if release.state == STAGED and not originals.is_kept(release.sha256):
        raise OriginalMissing(file=release.file)
    store.learn_heading(table, shape, answer, by=by, area=area)
    asking = [
        one.id
        for one in store.releases(STAGED)
        if one.id == staged_id or (table, shape) in {(q.table, q.shape) for q in heading_questions(store, one.id)}
    ]
    return tuple(one for one in asking if restage(store, one, by=by, why=f"{shape} → {answer}"))


def _asks(store: Store, release_id: int, table: str, path: str) -> bool:
    return any((one.table, one.path) == (table, path) for one in open_questions(store, release_id))
