"""Official workbooks, where they lie beside the project: totals, nothing contradictory, nothing left out."""

from __future__ import annotations

import csv
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pytest

from loaders.grid import Grid, column_letters
from loaders.history import find_history
from loaders.outcome import Reading
from loaders.reading import read_workbook
from loaders.tables import Segment
from loaders.workbook import open_workbook

SHARED = Path(__file__).resolve().parents[3] / "shared"
NATIONAL = sorted((SHARED / "workbooks" / "national").glob("*")) if SHARED.is_dir() else []
EVERY = 13

pytestmark = pytest.mark.skipif(not NATIONAL, reason="the official workbooks (../shared/workbooks) are not here")


@pytest.fixture(scope="module")
def readings() -> list[Reading]:
    return [read_workbook(path) for path in NATIONAL[::EVERY]]


def test_the_retail_totals_are_those_read_by_hand(readings: list[Reading]) -> None:
    with (SHARED / "facts" / "retail-total-by-release.csv").open(encoding="utf-8", newline="") as file:
        by_hand = list(csv.DictReader(file))
    seen = 0
    for reading in readings:
        found = {(o.origin.sheet.strip(), o.origin.cell.rstrip("0123456789"), o.value) for o in reading.observations}
        for line in (line for line in by_hand if line["file"] == reading.name):
            column = column_letters(int(line["col"]) - 1)
            assert (line["sheet"].strip(), column, float(line["value"])) in found, (line, reading.name)
            seen += 1
    assert seen > len(readings)


def test_every_figure_of_the_known_tables_is_understood(readings: list[Reading]) -> None:
    missing = [(r.name, f.sheet, f.cell, f.missing) for r in readings for f in r.not_understood]
    assert [one for one in missing if one[-1] != "unreadable_number"] == []  # `115..5` in July 2004


def test_no_series_has_two_values_for_one_period(readings: list[Reading]) -> None:
    for reading in readings:
        values: dict[tuple[object, ...], set[float]] = defaultdict(set)
        for o in reading.observations:
            key = (
                o.origin.sheet,
                o.table,
                o.item,
                o.parents,
                o.area,
                o.measure,
                o.index_of,
                o.comparison,
                o.period,
                o.unit,
            )
            values[key].add(round(o.value, 6))
        assert [key for key, found in values.items() if len(found) > 1] == [], reading.name


def test_a_ratio_called_an_index_looks_like_one(readings: list[Reading]) -> None:
    """Of indices on the same period a year before, nine in ten lie between 40 and 250."""
    values = [
        o.value for r in readings for o in r.observations if o.measure == "index" and "previous_year" in o.comparison
    ]
    assert sum(40 <= v <= 250 for v in values) > 0.9 * len(values)


@pytest.mark.parametrize("year", ["2015", "2024"])
def test_the_cells_labelled_by_hand_are_read_as_labelled(year: str) -> None:
    tool = SHARED / "tools" / "score_reading.py"
    root = Path(__file__).resolve().parents[2]
    command = [sys.executable, str(tool), str(SHARED / "workbooks" / "national"), "--only", year, "--least", "0.995"]
    scored = subprocess.run([*command, "--show", "5"], cwd=root, capture_output=True, text=True, check=False)
    assert scored.returncode == 0, scored.stdout


def sheets(name: str) -> dict[str, Grid]:
    return {grid.name: grid for grid in open_workbook(SHARED / "workbooks" / "other" / name).grids()}


def test_a_foreign_history_with_periods_across_is_found_in_six_blocks() -> None:
    grid = sheets("indec-cpi.xls")["Índices aperturas"]
    blocks = find_history(grid, Segment("consumer_price_index", "", 0, grid.n_rows - 1))
    assert [(block.is_down, len(block.periods)) for block in blocks] == [(False, 67)] * 6
    assert str(next(iter(blocks[0].periods.values()))[0].of_year(0)) == "2016-12"


def test_a_foreign_history_with_periods_down_is_found_with_its_series() -> None:
    grid = sheets("ons-retail-sales-pounds.xlsx")["ValNSAT"]
    (block,) = find_history(grid, Segment("retail_sales", "", 0, grid.n_rows - 1))
    assert (block.is_down, len(block.series), len(block.periods)) == (True, 14, 460)
    assert block.series[1].names == ["All retailing including automotive fuel"]


@pytest.mark.parametrize("name", ["indec-cpi.xls", "ons-retail-sales-pounds.xlsx"])
def test_statistics_of_another_country_are_not_taken_for_ours(name: str) -> None:
    reading = read_workbook(SHARED / "workbooks" / "other" / name)
    assert not reading.observations
    assert "nothing_known" in [finding.code for finding in reading.findings]
