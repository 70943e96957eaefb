"""A workbook's way into the database: staged, previewed, accepted, rolled back, restored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from data import originals
from data.period import Period
from data.settings import settings
from data.store import Store, open_store
from data.store.errors import AlreadyLoaded, ReasonNeeded, WrongState
from loaders import load_command, release
from loaders.__main__ import main
from loaders.workbook import UnreadableWorkbook
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store

AUGUST: list[list[object]] = [
    ["10. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng tháng 8 năm 2024"],
    [],
    ["", "Sơ bộ tháng 7 năm 2024 (Tỷ đồng)", "Ước tính tháng 8 năm 2024 (Tỷ đồng)"],
    ["TỔNG SỐ", 1012.5, 1030.0],
    ["Bán lẻ hàng hóa", 805.25, 820.0],
    ["Dịch vụ lưu trú, ăn uống", 127.25, 130.0],
    ["Du lịch lữ hành", 21.0, 21.5],
    ["Dịch vụ khác", 59.0, 58.5],
]
JULY_2024 = Period.parse("2024-07")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


@pytest.fixture
def july(tmp_path: Path) -> Path:
    return written(tmp_path / "2024-07-29-bieu-thang-7.xlsx", RETAIL_ROWS)


@pytest.fixture
def august(tmp_path: Path) -> Path:
    return written(tmp_path / "2024-09-06-bieu-thang-8.xlsx", AUGUST)


def written(path: Path, rows: list[list[object]]) -> Path:
    path.write_bytes(xlsx(rows))
    return path


def load(store: Store, path: Path, by: str = "An") -> int:
    return release.accept(store, release.stage(store, path, by=by).id, by=by)


def totals(store: Store, as_of: date | None = None) -> dict[str, tuple[float, str]]:
    series = store.find_series(table="retail_sales", measures=["value"])
    total = next(one for one in series if one.label == "TỔNG SỐ")
    return {str(f.period): (f.value, f.status) for f in store.figures([total.id], as_of=as_of)}


def test_the_newest_month_is_an_estimate_and_the_one_before_is_revised(store: Store, july: Path, august: Path) -> None:
    load(store, july)
    load(store, august)
    assert totals(store) == {
        "2024-06": (1000.5, "preliminary"),
        "2024-07": (1012.5, "preliminary"),
        "2024-08": (1030.0, "estimate"),
    }
    assert totals(store, date(2024, 8, 1))["2024-07"] == (1010.25, "estimate")


def test_staging_keeps_the_original_and_shows_nothing(store: Store, july: Path) -> None:
    staged = release.stage(store, july, by="An")
    kept = originals.original(staged.sha256)
    assert kept is not None and kept.read_bytes() == july.read_bytes()
    assert (staged.released, staged.uploaded_by, store.find_series()) == (date(2024, 7, 29), "An", [])
    assert release.stage(store, july, by="Bình") == staged


def test_the_preview_tells_new_revised_unchanged_and_missing(store: Store, july: Path, august: Path) -> None:
    first = load(store, july)
    compared = release.preview(store, release.stage(store, august, by="An").id)

    assert compared.compared_with == first
    assert compared.counts == {"new": 5, "revised": 5, "unchanged": 0, "missing": 5}
    biggest = compared.select(["revised"], largest_first=True)[0]
    assert (biggest.series.label, biggest.difference, biggest.cell) == ("Dịch vụ lưu trú, ăn uống", 2.25, "B6")
    assert [c.new and c.new.value for c in compared.page(0, kinds=["new"], text="tổng số")] == [1030.0]
    pages = [compared.page(number, 4) for number in range(5)]
    assert [c for page in pages for c in page] == list(compared.changes)


@pytest.mark.parametrize(("year", "is_told"), [(2023, True), (2018, True), (2017, False)])
def test_rows_are_missed_where_the_release_before_is_not_long_gone(
    store: Store, july: Path, tmp_path: Path, year: int, is_told: bool
) -> None:
    before = release.stage(store, july, by="An", released=date(year, 7, 29))
    reasons = {str(one.id): "thử" for one in before.warnings}
    release.accept(store, before.id, by="An", reasons=reasons)
    short = written(tmp_path / "2024-09-06-bieu-thang-8.xlsx", AUGUST[:5])
    codes = [one.finding.code for one in release.stage(store, short, by="An").findings]
    assert ("coverage_shrank" in codes) is is_told


def test_the_same_file_again_is_refused_and_says_when_it_came(store: Store, july: Path) -> None:
    number = load(store, july)
    with pytest.raises(AlreadyLoaded) as known:
        release.stage(store, july, by="Bình")
    assert known.value.release_id == number and "Không có gì thay đổi" in known.value.message()


def test_other_bytes_with_equal_figures_change_nothing(store: Store, july: Path, tmp_path: Path) -> None:
    first = load(store, july)
    copy = written(tmp_path / "2024-07-29-ban-sao.xlsx", [*RETAIL_ROWS, [], ["Nguồn: Tổng cục Thống kê"]])
    staged = release.stage(store, copy, by="An")
    assert staged.same_as == first
    assert release.preview(store, staged.id).nothing_changed


def test_a_roll_back_needs_a_reason_and_can_be_undone(store: Store, july: Path, august: Path) -> None:
    load(store, july)
    number = load(store, august)
    with pytest.raises(ReasonNeeded):
        release.roll_back(store, number, by="An", why="")
    after = totals(store)
    release.roll_back(store, number, by="An", why="nhầm tệp")
    assert totals(store) == {"2024-06": (1000.5, "preliminary"), "2024-07": (1010.25, "estimate")}
    release.restore(store, number, by="An", why="đúng tệp")
    assert totals(store) == after


def test_a_dropped_release_cannot_be_accepted(store: Store, july: Path) -> None:
    staged = release.stage(store, july, by="An")
    release.drop(store, staged.id, by="Bình", why="chưa đủ")
    with pytest.raises(WrongState, match="Bình"):
        release.accept(store, staged.id, by="An")


def test_the_origin_names_cell_heading_and_row_as_they_stood(store: Store, july: Path) -> None:
    load(store, july)
    series = next(s for s in store.find_series(measures=["value"]) if s.label == "TỔNG SỐ")
    figure = store.figure(series.id, JULY_2024)
    assert figure is not None
    lineage = store.origin(figure.id)
    assert (lineage.file, lineage.sheet, lineage.cell) == (july.name, "Tongmuc", "C4")
    assert "Ước tính tháng 7 năm 2024" in " ".join(lineage.headings)
    assert lineage.item == "TỔNG SỐ"


def test_a_figure_that_contradicts_itself_is_told_by_both_cells(store: Store, tmp_path: Path) -> None:
    rows = [*RETAIL_ROWS, [], *[[*row] for row in RETAIL_ROWS]]
    rows[len(RETAIL_ROWS) + 4] = ["TỔNG SỐ", 1000.5, 1099.0, 109.5]
    staged = release.stage(store, written(tmp_path / "2024-07-29-hai-bang.xlsx", rows), by="An")
    told = [one.finding for one in staged.warnings if one.finding.code == "contradicting_cells"]
    assert [(f.cell, f.parameters["chosen_cell"], f.parameters["value"]) for f in told] == [("C13", "C4", 1099.0)]
    release.accept(store, staged.id, by="An", reasons={one.finding.code: "đã hỏi" for one in staged.warnings})
    assert totals(store)["2024-07"] == (1010.25, "estimate")
    lineage = store.origin(f"{store.find_series(measures=['value'])[0].id}:2024-06:{staged.id}")
    assert lineage.other_cells


def test_a_file_that_is_no_workbook_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    text = tmp_path / "2024-07-29.xlsx"
    text.write_text("không phải sổ tính", encoding="utf-8")
    with pytest.raises(UnreadableWorkbook):
        release.stage(store, text, by="An")
    with pytest.raises(release.NothingToLoad):
        release.stage(store, written(tmp_path / "2024-07-29-khac.xlsx", [["Danh bạ"], ["An", 1], ["Bình", 2]]), by="An")
    assert store.releases() == [] and not (tmp_path / "originals").exists()


def test_the_command_loads_once_and_says_so(
    july: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    command = ["load", str(july), "--database", f"sqlite:///{tmp_path / 'c.sqlite'}", "--by", "An"]
    assert main([*command, "--dry-run"]) == 0
    assert "Không có gì được nạp" in capsys.readouterr().out
    assert main(command) == 0
    assert "15 số liệu mới" in capsys.readouterr().out
    assert main(command) == 0
    assert "Không có gì thay đổi" in capsys.readouterr().out
    with open_store(command[3]) as store:
        assert [one.state for one in store.releases()] == ["accepted"]


def test_the_command_goes_on_after_a_file_that_cannot_be_read(
    july: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    missing = tmp_path / "khong-co.xlsx"
    status = main(["load", str(missing), str(july), "--database", f"sqlite:///{tmp_path / 'c.sqlite'}"])
    out = capsys.readouterr().out
    assert status == load_command.UNREADABLE
    assert "khong-co.xlsx: không mở được" in out and "15 số liệu mới" in out
    assert "Traceback" not in out


def test_a_wrong_database_address_is_told_in_vietnamese(july: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["load", str(july), "--database", "mysql://nobody@nowhere/x"]) == load_command.UNREADABLE
    assert "Không mở được cơ sở dữ liệu" in capsys.readouterr().out


def test_under_the_two_person_rule_the_command_leaves_the_release_waiting(
    store: Store, july: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "two_person_rule", True)
    outcome = load_command.load_file(store, july, by="An")
    assert "một người khác, có ghi tên, ngoài An" in outcome.line
    assert [one.state for one in store.releases()] == ["staged"]
    release.accept(store, store.releases()[0].id, by="Bình")
    assert totals(store)["2024-07"] == (1010.25, "estimate")


def test_the_reading_of_many_workbooks_in_any_order_is_the_same(
    store: Store, july: Path, august: Path, tmp_path: Path
) -> None:
    load(store, august)
    load(store, july)
    with open_store(f"sqlite:///{tmp_path / 'ordered.sqlite'}") as ordered:
        load(ordered, july)
        load(ordered, august)
        for day in (None, date(2024, 8, 1), date(2024, 9, 6)):
            assert totals(store, day) == totals(ordered, day)
    assert store.damages() == []
