"""A heading that the grammar cannot read: asked once, answered once, remembered for every later month."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.settings import settings
from data.store import Store
from data.store.errors import UnknownAnswer
from loaders import release
from loaders.heading_answers import answers_for, heading_shape
from loaders.release.headings import UNKNOWN_HEADING
from tests.loaders.workbooks import xlsx
from tests.prepared import new_store

INDEX = "industrial_production_index"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


def workbook(folder: Path, month: int, place: str = "") -> Path:
    """An index whose second column does not say what it is compared with."""
    rows: list[list[object]] = [
        [f"Chỉ số sản xuất công nghiệp {place} tháng {month} năm 2024"],
        ["", f"Tháng {month} năm 2024 so với tháng trước", f"Thực hiện tháng {month}/2024"],
        ["Toàn ngành công nghiệp", 101.5, 108.5],
        ["Khai khoáng", 99.5, 95.5],
    ]
    path = folder / f"2024-{month:02}-28-iip{place.replace(' ', '')}.xlsx"
    path.write_bytes(xlsx(rows, "IIP"))
    return path


def answer(store: Store, release_id: int, chosen: str, area: str = "") -> tuple[int, ...]:
    (asked,) = release.heading_questions(store, release_id)
    return release.answer_heading(
        store, release_id, table=asked.table, shape=asked.shape, answer=chosen, by="Bình", area=area
    )


def comparisons(store: Store, release_id: int) -> set[tuple[str, str]]:
    columns, _ = store.content(release_id)
    known = store.every_series()
    return {(known[s].measure, known[s].comparison) for s in columns.series.tolist()}


def test_a_heading_is_one_question_with_its_figures_counted_and_the_likeliest_answer_first(
    store: Store, tmp_path: Path
) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    (asked,) = release.heading_questions(store, staged.id)
    assert (asked.table, asked.heading, asked.cell, asked.figures) == (INDEX, "Thực hiện tháng 7/2024", "C3", 2)
    assert asked.answers[0] == "same_period"
    assert asked.answers.index("previous_month") > asked.answers.index("base_period")  # the column beside it is that
    assert [one.finding.code for one in staged.warnings].count("figure_not_understood") == 0


def test_an_answer_loads_the_figures_and_the_next_month_asks_nothing(store: Store, tmp_path: Path) -> None:
    july = release.stage(store, workbook(tmp_path, 7), by="An")
    assert july.figures == 2
    assert answer(store, july.id, "same_period") == (july.id,)
    assert release.heading_questions(store, july.id) == []
    assert comparisons(store, july.id) == {("index", "previous_month"), ("index", "same_month_previous_year")}

    august = release.stage(store, workbook(tmp_path, 8), by="An")
    assert (august.figures, release.heading_questions(store, august.id)) == (4, [])


def test_a_workbook_of_which_no_heading_is_understood_waits_for_answers(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "2024-07-28-iip.xlsx"
    title = "Chỉ số sản xuất công nghiệp tháng 7 năm 2024"
    path.write_bytes(xlsx([[title], ["", "Tháng 7 năm 2024"], ["Toàn ngành", 108.5], ["Khai khoáng", 95.5]]))
    staged = release.stage(store, path, by="An")
    assert staged.figures == 0
    answer(store, staged.id, "same_period")
    assert release.staged(store, staged.id).figures == 2


def test_a_column_that_holds_no_figures_is_set_aside_from_then_on(store: Store, tmp_path: Path) -> None:
    july = release.stage(store, workbook(tmp_path, 7), by="An")
    answer(store, july.id, release.NO_STATISTIC)
    assert release.staged(store, july.id).figures == 2
    assert UNKNOWN_HEADING not in [one.finding.code for one in store.findings(july.id)]


def test_an_answer_for_one_area_leaves_the_others_asking(store: Store, tmp_path: Path) -> None:
    here = release.stage(store, workbook(tmp_path, 7, "tỉnh Tây Ninh"), by="An")
    (asked,) = release.heading_questions(store, here.id)
    assert asked.area == "Tây Ninh"
    elsewhere = release.stage(store, workbook(tmp_path, 7, "tỉnh Bình Phước"), by="An")
    answer(store, here.id, "same_period", area="Tây Ninh")
    assert release.heading_questions(store, here.id) == []
    assert len(release.heading_questions(store, elsewhere.id)) == 1


def test_what_is_no_answer_is_refused_and_not_remembered(store: Store, tmp_path: Path) -> None:
    july = release.stage(store, workbook(tmp_path, 7), by="An")
    with pytest.raises(UnknownAnswer):
        answer(store, july.id, "whatever")
    assert store.learned_headings() == []


def test_the_newest_answer_counts_and_one_for_the_area_goes_before_one_for_all(store: Store) -> None:
    shape = heading_shape("Thực hiện tháng 7/2024")
    assert shape == heading_shape("Thực hiện tháng 12/2025")
    store.learn_heading(INDEX, shape, "base_period", by="An")
    store.learn_heading(INDEX, shape, "same_period", by="An")
    store.learn_heading(INDEX, shape, "december", by="An", area="Tây Ninh")
    learned = store.learned_headings()
    assert answers_for("Cả nước", learned) == {(INDEX, shape): "same_period"}
    assert answers_for("Tây Ninh", learned) == {(INDEX, shape): "december"}
