"""Observations of one workbook become figures of known series, each once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import lru_cache

from data.catalogue import catalogue
from data.findings import Finding, Severity
from data.observation import Observation
from data.period import Period
from data.store import SeriesKey, StatedFigure
from data.store.versions import SAME_VALUE

ItemCode = Callable[[str, tuple[str, ...], str, str], str]
"""(table, parents, label, area) -> code of the item in the catalogue, or a provisional one."""


def stated_figures(
    observations: Iterable[Observation], item_code: ItemCode, keys: dict[int, SeriesKey] | None = None
) -> tuple[list[StatedFigure], list[Finding]]:
    """Each figure once, in the order of the workbook, and a finding where two cells contradict each other.

    A figure that stands in two cells keeps both addresses. Where the cells differ the first one counts, but one that
    states its status goes before one that does not. `keys` receives the series of each observation by its `id`.
    """
    groups: dict[tuple[SeriesKey, Period], list[Observation]] = {}
    for one in observations:
        key = _key(one, item_code)
        groups.setdefault((key, one.period), []).append(one)
        if keys is not None:
            keys[id(one)] = key
    figures, findings = [], []
    for (key, period), same in groups.items():
        chosen = min(enumerate(same), key=lambda pair: (not pair[1].status, pair[0]))[1]
        others = [one for one in same if one is not chosen]
        findings += [_contradiction(chosen, one, period) for one in others if not _agree(chosen, one)]
        figures.append(
            StatedFigure(
                key=key, period=period, value=chosen.value, status=str(chosen.status), item=chosen.item,
                parents=chosen.parents, origin=chosen.origin,
                other_cells=tuple(f"{one.origin.sheet}!{one.origin.cell}" for one in others),
            )
        )  # fmt: skip
    return figures, findings


def _key(one: Observation, item_code: ItemCode) -> SeriesKey:
    return SeriesKey(
        table=one.table,
        item=item_code(one.table, one.parents, one.item, one.area),
        area=one.area,
        measure=str(one.measure),
        index_of=str(one.index_of),
        comparison=str(one.comparison),
        base=one.base,
        unit=_unit_of_series(one.unit),
    )


@lru_cache(maxsize=256)
def _unit_of_series(unit: str) -> str:
    return catalogue().unit_of_series(unit)


def _agree(a: Observation, b: Observation) -> bool:
    near = abs(a.value - b.value) <= SAME_VALUE * max(abs(a.value), abs(b.value))
    return near and (a.status == b.status or not (a.status and b.status))


def _contradiction(chosen: Observation, other: Observation, period: Period) -> Finding:
    return Finding(
        "contradicting_cells",
        Severity.WARNING,
        other.origin.sheet,
        other.origin.cell,
        {
            "item": other.item,
            "period": str(period),
            "value": other.value,
            "status": str(other.status),
            "chosen_sheet": chosen.origin.sheet,
            "chosen_cell": chosen.origin.cell,
            "chosen_value": chosen.value,
            "chosen_status": str(chosen.status),
        },
    )
