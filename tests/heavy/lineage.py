"""Fifty figures and fifty computed numbers by lot: the cells that their lineage names, read anew, hold what is said;
old and new workbooks come back with the cell marked."""

from __future__ import annotations

import random
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import openpyxl

from dashboard.derivations.derivation import Derivation
from dashboard.derivations.explained import explain
from dashboard.derivations.model import Explained
from data.store import Figure, Lineage, Series, Store, open_store
from indicators.registry import TRANSFORMATIONS
from loaders.isolation import mark_isolated, neighbourhood_isolated
from loaders.workbook import open_workbook
from tests.heavy.workbooks import prepared

DRAWN, MARKED = 50, 12
KEYS = ("mom", "yoy", "ytd", "ytd_yoy", "dec", "index_growth", "cpi_average", "share")


def run(folder: Path, chance: random.Random) -> list[tuple[str, bool, str]]:
    """Each trial as (name, passed, what was seen), in a database of all national workbooks."""
    with open_store(f"sqlite:///{folder / 'lineage.sqlite'}") as store:
        for one in sorted(prepared(), key=lambda p: (p.released, p.file.name)):
            one.load(store)
        return trials(store, {one.file.name: one.path for one in prepared()}, chance)


def trials(store: Store, paths: Mapping[str, Path], chance: random.Random) -> list[tuple[str, bool, str]]:
    return [_stored(store, paths, chance), _computed(store, paths, chance), _marked(store, paths, chance)]


def drawn(store: Store, chance: random.Random) -> tuple[Series, Figure]:
    known = store.all_series()
    while True:
        figures = store.figures([chance.choice(sorted(known))])
        if figures:
            figure = chance.choice(figures)
            return known[figure.series_id], figure


@cache
def _cells(path: Path, sheet: str) -> dict[str, object]:
    grid = next(one for one in open_workbook(path).grids() if one.name == sheet)
    return {grid.address(r, c): grid.value(r, c) for r in range(grid.n_rows) for c in range(grid.n_cols)}


def _stored(store: Store, paths: Mapping[str, Path], chance: random.Random) -> tuple[str, bool, str]:
    wrong, kinds = [], {"level": 0, "rate": 0}
    for _ in range(DRAWN):
        series, figure = drawn(store, chance)
        lineage = store.origin(figure.id)
        shown = _cells(paths[lineage.file], lineage.sheet).get(lineage.cell)
        kinds["level" if series.measure in ("value", "volume") else "rate"] += 1
        if not _same(shown, figure.value):
            wrong.append(f"{lineage.file} {lineage.sheet}!{lineage.cell}: {shown!r} is not {figure.value}")
    seen = "; ".join(wrong) or f"all cells hold the figure ({kinds['level']} levels, {kinds['rate']} rates)"
    return "origin of 50 random figures", not wrong, seen


def _computed(store: Store, paths: Mapping[str, Path], chance: random.Random) -> tuple[str, bool, str]:
    wrong: list[str] = []
    counted: dict[str, int] = {}
    while sum(counted.values()) < DRAWN:
        key = min(KEYS, key=lambda one: (counted.get(one, 0), chance.random()))
        found = _one_computed(store, key, chance)
        counted[key] = counted.get(key, 0) + 1
        for given in found.inputs:
            assert given.figure is not None and given.place is not None
            place = given.place
            shown = _cells(paths[place.file], place.sheet).get(place.cell)
            if not _same(shown, given.figure.value):
                wrong.append(f"{key} {place.file} {place.sheet}!{place.cell}: {shown!r} is not {given.figure.value}")
    seen = "; ".join(wrong) or ", ".join(f"{key} {count}" for key, count in sorted(counted.items()))
    return "inputs of 50 random computed numbers", not wrong, seen


def _one_computed(store: Store, key: str, chance: random.Random) -> Explained:
    need = TRANSFORMATIONS[key].needs[0]
    fits = {
        "levels": lambda s: s.measure == "value",
        "part": lambda s: s.measure == "value" and s.item != "total",
        "index": lambda s: s.measure == "index" and s.comparison == "same_month_previous_year",
        "year_on_year": lambda s: s.table == "consumer_price_index" and s.comparison == "same_month_previous_year",
    }[need]
    chosen = [s for s in store.all_series().values() if fits(s)]
    while True:
        series = chance.choice(chosen)
        months = [f.period for f in store.figures([series.id], months=1)]
        totals = store.find_series(table=series.table, items=["total"], areas=[series.area], measures=["value"])
        inputs = (series.id, *(one.id for one in totals[:1])) if key == "share" else (series.id,)
        if months and len(inputs) == len(TRANSFORMATIONS[key].needs):
            found = explain(store, Derivation(key, chance.choice(months), inputs))
            if found is not None:
                return found


def _marked(store: Store, paths: Mapping[str, Path], chance: random.Random) -> tuple[str, bool, str]:
    """Half of them old .xls: the workbook opens at the cell with its value, and its surroundings show the cell."""
    wrong, kinds = [], {".xls": 0, ".xlsx": 0}
    while sum(kinds.values()) < MARKED:
        _, figure = drawn(store, chance)
        lineage = store.origin(figure.id)
        path = paths[lineage.file]
        if kinds.get(path.suffix.lower(), MARKED) >= MARKED // 2:
            continue
        kinds[path.suffix.lower()] += 1
        if problem := _marking_problem(path, lineage):
            wrong.append(f"{lineage.file} {lineage.sheet}!{lineage.cell}: {problem}")
    seen = "; ".join(wrong) or f"{kinds['.xls']} .xls and {kinds['.xlsx']} .xlsx"
    return "workbooks with the cell marked", not wrong, seen


def _marking_problem(path: Path, lineage: Lineage) -> str:
    book = openpyxl.load_workbook(BytesIO(mark_isolated(path, lineage.sheet, lineage.cell, "x")), data_only=False)
    sheet = book.active
    if sheet is None or sheet.title != lineage.sheet:
        return "opens at another sheet"
    if not any(cell.comment for row in sheet.iter_rows() for cell in row):
        return "bears no mark"
    found = neighbourhood_isolated(path, lineage.sheet, lineage.cell, headings=lineage.headings, labels=lineage.labels)
    framed = [cell for _, cells in found.rows for cell in cells if cell.is_marked]
    number = framed[0].number if framed and framed[0].number is not None else framed[0].text if framed else None
    return "" if len(framed) == 1 and _same(number, lineage.figure.value) else f"shows {number!r}"


def _same(shown: object, value: float) -> bool:
    if isinstance(shown, int | float):
        return abs(shown - value) <= 1e-9 * abs(value)
    return str(shown).strip().replace(",", ".").replace(" ", "") == f"{value:g}"
