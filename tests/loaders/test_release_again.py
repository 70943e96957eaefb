"""The same workbook comes again: while its release waits, after it was accepted, as a trial, saved anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from data import originals
from data.settings import settings
from data.store import Store
from data.store.errors import AlreadyLoaded
from loaders import release
from loaders.__main__ import main
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


@pytest.fixture
def july(tmp_path: Path) -> Path:
    return written(tmp_path / "2024-07-29-bieu-thang-7.xlsx", RETAIL_ROWS)


def written(path: Path, rows: list[list[object]]) -> Path:
    path.write_bytes(xlsx(rows))
    return path


def load(store: Store, path: Path) -> int:
    return release.accept(store, release.stage(store, path, by="An").id, by="An")


def test_a_waiting_release_takes_the_day_that_is_named_later(store: Store, july: Path) -> None:
    waiting = release.stage(store, july, by="An")
    before = store.as_if_accepted(waiting.id).releases("accepted")[0]
    corrected = release.stage(store, july, by="Bình", released=date(2024, 8, 6))

    assert (corrected.id, corrected.released, corrected.uploaded_by) == (waiting.id, date(2024, 8, 6), "An")
    assert [(one.action, one.by, one.why) for one in store.events(waiting.id)][1:] == [
        ("relabelled", "Bình", "06/08/2024")
    ]
    after = store.as_if_accepted(waiting.id).releases("accepted")[0]
    assert (before.released, after.released) == (date(2024, 7, 29), date(2024, 8, 6))
    assert release.stage(store, july, by="An").released == date(2024, 8, 6)


@pytest.mark.parametrize("damage", [lambda kept: kept.unlink(), lambda kept: kept.write_bytes(b"PK")])
def test_the_same_file_again_mends_its_lost_or_damaged_original(
    store: Store, july: Path, damage: Callable[[Path], object]
) -> None:
    waiting = release.stage(store, july, by="An")
    kept = originals.original(waiting.sha256)
    assert kept is not None
    damage(kept)
    release.stage(store, july, by="An")
    assert originals.is_intact(waiting.sha256)

    release.accept(store, waiting.id, by="An")
    damage(kept)
    with pytest.raises(AlreadyLoaded) as mended:
        release.stage(store, july, by="An")
    with pytest.raises(AlreadyLoaded) as whole:
        release.stage(store, july, by="An")
    assert originals.is_intact(waiting.sha256) and "đã được lưu lại" in mended.value.message()
    assert "lưu lại" not in whole.value.message()


def test_a_dry_run_leaves_a_release_that_waits_to_whoever_staged_it(
    store: Store, july: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    waiting = release.stage(store, july, by="Bình")
    trial = ["load", str(july), "--database", f"sqlite:///{store.database.file}", "--released", "2024-08-06"]
    assert main([*trial, "--dry-run"]) == 0
    assert "đang chờ quyết định (lần nạp số 1, Bình tải lên)" in capsys.readouterr().out
    assert [(one.state, one.released) for one in store.releases()] == [("staged", waiting.released)]


def test_a_dry_run_of_several_workbooks_compares_each_with_those_before_and_leaves_no_trace(
    store: Store, july: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    revised = [row if row[:1] != ["TỔNG SỐ"] else ["TỔNG SỐ", 1000.5, 1012.5, 109.5] for row in RETAIL_ROWS]
    folder = written(tmp_path / "2024-08-06-bieu-sua.xlsx", revised).parent
    for is_ruled in (False, True):
        monkeypatch.setattr(settings(), "two_person_rule", is_ruled)
        command = ["load", str(july), str(folder / "2024-08-06-bieu-sua.xlsx"), "--dry-run"]
        assert main([*command, "--database", f"sqlite:///{store.database.file}"]) == 0
        out = capsys.readouterr().out
        assert "15 số liệu mới" in out and ("0 số liệu mới, 1 điều chỉnh, 14 không đổi" in out) is not is_ruled
    assert store.releases() == [] and not (tmp_path / "originals").exists()


def test_the_command_says_which_release_says_the_same(
    store: Store, july: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    number = load(store, july)
    copy = written(tmp_path / "2024-07-29-ban-sao.xlsx", [*RETAIL_ROWS, [], ["Nguồn: Tổng cục Thống kê"]])
    assert main(["load", str(copy), "--database", f"sqlite:///{store.database.file}"]) == 0
    assert f"Giống hệt lần nạp số {number} đang dùng" in capsys.readouterr().out
