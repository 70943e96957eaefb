"""Row labels that the catalogue lacks: each is a question to the analyst, and no question once it was answered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from data.catalogue import UnknownItem, catalogue
from data.catalogue_items import PROVISIONAL, ItemMatch, path_key
from data.findings import Finding, Severity
from data.observation import WHOLE_COUNTRY, Observation
from data.store import LearnedAlias, Store

UNKNOWN_LABEL = "unknown_label"
_BETWEEN_PARENTS = "\n"
"""Labels are read without line breaks, so that this parts the enclosing ones within one parameter of a finding."""


@dataclass(frozen=True, slots=True)
class Question:
    """A label that needs an answer, and the first cell where it stands. `parents` are outermost first.

    `area` is the only area whose figures bear the label; empty for the whole country, and for several.
    """

    table: str
    parents: tuple[str, ...]
    label: str
    sheet: str
    cell: str
    area: str = ""

    @property
    def path(self) -> str:
        return path_key(self.parents, self.label)


class Answers:
    """The catalogue together with what analysts answered; an answer for one area goes before one for all."""

    def __init__(self, aliases: Sequence[LearnedAlias] = ()) -> None:
        usable = [one for one in aliases if is_item(one.table, one.item)]
        self._everywhere = {(one.table, one.path): one.item for one in usable if not one.area}
        self._by_area = {
            area: self._everywhere | {(one.table, one.path): one.item for one in usable if one.area == area}
            for area in {one.area for one in usable if one.area}
        }

    def match(self, table: str, parents: tuple[str, ...], label: str, area: str = WHOLE_COUNTRY) -> ItemMatch:
        learned = self._by_area.get(area, self._everywhere)
        return catalogue().resolve_item(table, parents, label, area, learned=learned)

    def code(self, table: str, parents: tuple[str, ...], label: str, area: str) -> str:
        """Code of the item; an unknown label gets a provisional one and is never dropped."""
        return self.match(table, parents, label, area).code


def unknown_labels(observations: Iterable[Observation], answers: Answers) -> Iterator[Finding]:
    """One question for each label of each table that nobody has named, at the first cell where it stands."""
    asked: dict[tuple[str, str], list[Observation]] = {}
    for one in observations:
        if not answers.match(one.table, one.parents, one.item, one.area).is_known:
            asked.setdefault((one.table, path_key(one.parents, one.item)), []).append(one)
    for figures in asked.values():
        first, areas = figures[0], {one.area for one in figures}
        parameters = {
            "label": first.item,
            "table": first.table,
            "parents": _BETWEEN_PARENTS.join(first.parents),
            "guesses": _guesses(first.table, first.item),
            "area": first.area if len(areas) == 1 and first.area != WHOLE_COUNTRY else "",
        }
        yield Finding(UNKNOWN_LABEL, Severity.WARNING, first.origin.sheet, first.origin.cell, parameters)


def open_questions(store: Store, release_id: int) -> list[Question]:
    """What a release still asks about its labels, in the order of the workbook. Raises UnknownRelease."""
    return [
        Question(
            table=str(finding.parameters["table"]),
            parents=tuple(filter(None, str(finding.parameters["parents"]).split(_BETWEEN_PARENTS))),
            label=str(finding.parameters["label"]),
            sheet=finding.sheet,
            cell=finding.cell,
            area=str(finding.parameters.get("area", "")),
        )
        for finding in (one.finding for one in store.findings(store.release(release_id).id))
        if finding.code == UNKNOWN_LABEL
    ]


def is_item(table: str, code: str) -> bool:
    """Whether figures of that table can carry the code: that of an item, of a breakdown, or a provisional one."""
    if code.startswith(PROVISIONAL):
        return True
    try:
        catalogue().item(table, code)
    except UnknownItem:
        return False
    return True


def _guesses(table: str, label: str) -> str:
    found = catalogue().guess_item(table, label)
    return "; ".join(f"{one.name} ({one.code})" for one in found)
