"""Workbooks that name no area: asked for at upload, else the department's own; kept when they are read again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data.settings import settings
from data.store import Store
from loaders import release
from loaders.__main__ import main
from loaders.release.areas import area_given
from tests.loaders.workbooks import xlsx
from tests.prepared import new_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


def workbook(folder: Path) -> Path:
    rows: list[list[object]] = [
        ["Chỉ số sản xuất công nghiệp tháng 7 năm 2024"],
        ["", "Tháng 7 năm 2024 so với tháng trước", "Thực hiện tháng 7/2024"],
        ["Toàn ngành công nghiệp", 101.5, 108.5],
        ["Khai khoáng", 99.5, 95.5],
    ]
    path = folder / "2024-07-28-iip.xlsx"
    path.write_bytes(xlsx(rows, "IIP"))
    return path


def areas(store: Store, release_id: int) -> set[str]:
    columns, _ = store.content(release_id)
    known = store.every_series()
    return {known[s].area for s in columns.series.tolist()}


def test_the_department_s_own_area_is_that_of_its_workbooks(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "own_area", "tỉnh tây ninh")
    staged = release.stage(store, workbook(tmp_path), by="An")
    assert (areas(store, staged.id), area_given(store, staged.id)) == ({"Tây Ninh"}, "Tây Ninh")


def test_the_area_asked_for_goes_before_the_department_s_own(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings(), "own_area", "Tây Ninh")
    staged = release.stage(store, workbook(tmp_path), by="An", area="Cả nước")
    assert areas(store, staged.id) == {"Cả nước"}


def test_a_waiting_workbook_is_read_again_for_another_area(store: Store, tmp_path: Path) -> None:
    path = workbook(tmp_path)  # once: a workbook holds the second in which it was made
    first = release.stage(store, path, by="An", area="Tây Ninh")
    second = release.stage(store, path, by="An", area="Cà Mau")
    assert (second.id, areas(store, second.id)) == (first.id, {"Cà Mau"})


def test_an_answer_about_a_heading_leaves_the_area_as_it_was_given(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path), by="An", area="Tây Ninh")
    (asked,) = release.heading_questions(store, staged.id)
    release.answer_heading(store, staged.id, table=asked.table, shape=asked.shape, answer="same_period", by="Bình")
    assert release.heading_questions(store, staged.id) == []
    assert areas(store, staged.id) == {"Tây Ninh"}


def test_an_area_that_nobody_knows_is_refused_with_a_sentence(store: Store, tmp_path: Path) -> None:
    with pytest.raises(release.UnknownArea) as refused:
        release.stage(store, workbook(tmp_path), by="An", area="Tây Nguyên")
    assert "Tây Nguyên" in refused.value.message()
    assert store.releases() == []


def test_the_command_line_takes_the_area_too(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    path = str(workbook(tmp_path))
    main(["read", path, "--area", "Tây Ninh"])
    assert ",Tây Ninh," in capfd.readouterr().out
    assert main(["read", path, "--area", "Tây Nguyên"]) == 2
    assert main(["load", path, "--area", "Tây Ninh", "--dry-run", "--database", f"sqlite:///{tmp_path / 'x'}"]) == 1
    assert "Tây Ninh" in capfd.readouterr().out
