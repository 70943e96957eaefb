"""Where the points of a chart come from, for files that leave the dashboard: the cell, or the formula."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dashboard.derivations.derivation import derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.derivations.formula_text import with_names, with_numbers
from dashboard.derivations.model import Explained
from dashboard.figures.spec import ChartSpec
from dashboard.figures.spec import Series as Drawn
from dashboard.formats import day, number
from data.store import FigurePlace, Store
from data.wording import say
from indicators.growth import PERCENT

MOST_POINTS = 400
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Origin:
    """One drawn value: a stored figure with its `place`, or a computed one that is `explained`."""

    name: str
    label: str
    value: float
    decimals: int
    unit: str
    released: date | None = None
    place: FigurePlace | None = None
    explained: Explained | None = None

    @property
    def is_index_less_100(self) -> bool:
        """Whether the cell holds an index, of which growth is shown."""
        return self.place is not None and abs(self.place.value - PERCENT - self.value) < SAME

    @property
    def unit_after(self) -> str:
        """The unit as it follows the number: `%` without a blank."""
        return self.unit if self.unit == "%" else f" {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Shown:
    """One value as it is shown, and its trace: the figure that it is, or the derivation of a computed one."""

    name: str
    label: str
    value: float
    decimals: int
    unit: str
    trace: str


def newest_origins(store: Store, spec: ChartSpec) -> tuple[Origin, ...]:
    """The newest value of each series over time; every value of a comparison."""
    return origins_of(store, [_shown(spec, one, at) for one in spec.series for at in _newest(spec, one)])


def all_origins(store: Store, spec: ChartSpec) -> tuple[Origin, ...]:
    """Every stored value and the newest of each computed series, newest first."""
    asked = []
    for one in spec.series:
        newest = set(_newest(spec, one))
        known = [at for at in range(len(one.values) - 1, -1, -1) if one.values[at] is not None]
        asked += [_shown(spec, one, at) for at in known if at in newest or "=" not in one.traces[at]]
    return origins_of(store, asked[:MOST_POINTS])


def origins_of(store: Store, asked: Sequence[Shown]) -> tuple[Origin, ...]:
    """The origins of the values that have one, in their order."""
    places = store.places(one.trace for one in asked if one.trace and "=" not in one.trace)
    days = {release: store.release(release).released for release in {_release(trace) for trace in places}}

    def found() -> Iterator[Origin]:
        for one in asked:
            common = (one.name, one.label, one.value, one.decimals, one.unit)
            if one.trace in places:
                yield Origin(*common, released=days[_release(one.trace)], place=places[one.trace])
            elif explained := _explained(store, one.trace):
                yield Origin(*common, explained=explained)

    return tuple(found())


def origin_words(one: Origin, language: str) -> str:
    """One line: what, the value, and where it stands or how it is computed."""
    what = f"{one.name}, {one.label}: {number(one.value, one.decimals, language)}{one.unit_after}"
    if one.place is not None:
        place = one.place
        return say(
            "briefing.lineage", language,
            what=what, file=place.file, sheet=place.sheet, cell=place.cell, day=day(one.released, language),
        )  # fmt: skip
    assert one.explained is not None
    cells = [f"{g.place.file} {g.place.sheet}!{g.place.cell}" for g in one.explained.inputs if g.place]
    formula = f"{with_names(one.explained, language)} = {with_numbers(one.explained, language)}"
    return say("briefing.lineage_computed", language, what=what, formula=formula, cells="; ".join(cells))


def _newest(spec: ChartSpec, one: Drawn) -> list[int]:
    known = [at for at, value in enumerate(one.values) if value is not None]
    return known[-1:] if spec.is_time else known


def _shown(spec: ChartSpec, one: Drawn, at: int) -> Shown:
    value = one.values[at]
    assert value is not None
    return Shown(one.name, spec.labels[at], value, one.decimals, one.unit, one.traces[at])


def _release(trace: str) -> int:
    return int(trace.rsplit(":", 1)[1])


def _explained(store: Store, trace: str) -> Explained | None:
    asked = derivation_of_query(trace) if "=" in trace else None
    found = explain(store, asked) if asked else None
    return found if found and found.months[-1].formula else None
