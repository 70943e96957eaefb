from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.findings import Finding, Severity
from data.observation import Comparison, Measure, Observation, Origin
from data.period import Period
from data.spoken import spoken
from loaders.corrections import FILE, BadCorrection, Correction, corrections, explain
from loaders.reading import Reading, SheetSummary, read_workbook

DECLARED = Correction(date(2003, 3, 31), "SP", "E11", 3981.7, "đảo chữ số", "digits swapped", 3891.7, ("E9",))
WARNING = Finding("months_cumulative", Severity.WARNING, "SP", "E11")
NATIONAL = Path(__file__).resolve().parents[3] / "shared" / "workbooks" / "national"


def reading(value: float, released: date = date(2003, 3, 31)) -> Reading:
    seen = Observation(
        "industrial_products", "Than", Measure.VOLUME, Comparison.NONE, Period.quarter(2003, 1), "Nghìn tấn", value,
        origin=Origin("SP", "E11"),
    )  # fmt: skip
    one = Reading("a.xls")
    one.released, one.observations, one.sheets = released, [seen], [SheetSummary("SP", (), "Sản phẩm", 1)]
    return one


def test_a_declared_mistake_turns_its_warnings_into_one_note():
    other = Finding("parts_total", Severity.WARNING, "SP", "E9")
    elsewhere = Finding("jump", Severity.WARNING, "SP", "B2")
    found = explain([WARNING, other, elsewhere], reading(3981.7), [DECLARED])
    assert [(f.code, f.severity) for f in found] == [("jump", Severity.WARNING), ("known_mistake", Severity.NOTE)]


def test_a_declared_mistake_that_the_publisher_repaired_is_reported():
    found = explain([], reading(3891.7), [DECLARED])
    assert [(f.code, f.severity, f.cell) for f in found] == [("correction_outdated", Severity.WARNING, "E11")]


def test_another_release_is_left_alone():
    assert explain([WARNING], reading(3981.7, date(2003, 4, 29)), [DECLARED]) == [WARNING]


def test_of_two_workbooks_of_one_day_the_named_one_is_meant():
    named = replace(DECLARED, file="Bieu0205")
    assert explain([WARNING], reading(3981.7), [named]) == [WARNING]
    assert [f.code for f in explain([WARNING], reading(3981.7), [replace(named, file="a.x")])] == ["known_mistake"]


def test_the_figure_itself_is_not_repaired():
    read = reading(3981.7)
    explain([WARNING], read, [DECLARED])
    assert read.observations[0].value == 3981.7


def test_a_declared_title_explains_the_stale_title():
    title = Correction(date(2003, 3, 31), "SP", "A1", "Sản phẩm", "năm cũ", "old year")
    stale = Finding("stale_title", Severity.WARNING, "SP")
    assert [f.code for f in explain([stale], reading(1), [title])] == ["known_mistake"]


def test_the_reason_is_told_in_both_languages():
    note = explain([], reading(3981.7), [DECLARED])[0]
    assert "đảo chữ số" in spoken(note, "vi")["found"]
    assert "digits swapped" in spoken(note, "en")["found"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("- released: 2003-03-31\n", "entry 1: lacks cell, en, says, sheet, vi"),
        ("- {released: x, sheet: a, cell: B1, says: 1, vi: a, en: b}\n", "entry 1: released is 'x'"),
        ("- {released: 2003-03-31, sheet: a, cell: B1, says: 1, vi: a, en: b, why: c}\n", "unknown keys why"),
        ("- 5\n", "entry 1: is no mapping"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_number(text, problem, tmp_path):
    path = tmp_path / "corrections.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadCorrection, match=problem):
        corrections(path)


@pytest.mark.parametrize("declared", corrections(), ids=lambda c: f"{c.released}-{c.sheet}-{c.cell}")
def test_each_declared_mistake_still_stands_in_the_workbook(declared):
    """Fails once the publisher repairs the cell: then the entry is to be deleted."""
    paths = sorted(NATIONAL.glob(f"{declared.released}*"))
    if not paths:
        pytest.skip("the shared workbooks are not at hand")
    found = explain([], read_workbook(paths[0]), [declared])
    assert [f.code for f in found] == ["known_mistake"], f"{FILE.name}: {declared}"
