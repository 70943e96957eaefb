"""`python -m data ...`: what each command prints, and how it says that something is wrong."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from data.__main__ import FAILED, main
from data.clock import day_of
from data.command_line import account
from data.commands.export import COLUMNS
from data.findings import Finding, Severity
from data.settings import settings
from data.store import Store
from data.wording import say as spoken_name
from tests.data.store_helpers import EXPORTS, file_of, load, say


@pytest.fixture
def url(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    load(store, "2024-07-29", say("2024-07", 100.0, cell="D7"), say("2024-07", 9.5, key=EXPORTS))
    load(store, "2024-09-06", say("2024-07", 101.25, "preliminary", cell="C7"))
    return f"sqlite:///{store.database.file}"


def printed(capsys: pytest.CaptureFixture[str], *command: str) -> str:
    assert main(list(command)) == 0
    return capsys.readouterr().out


def lines(capsys: pytest.CaptureFixture[str], *command: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(capsys, *command))))


def test_the_export_holds_what_is_in_force_with_its_cell(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    retail, exports = sorted(lines(capsys, "export", "--database", url), key=lambda one: one["table"], reverse=True)
    assert tuple(retail) == COLUMNS
    assert [retail[name] for name in ("item", "period", "value", "status", "released", "file", "sheet", "cell")] == [
        "TỔNG SỐ", "2024-07", "101.25", "preliminary", "2024-09-06", "2024-09-06.xlsx", "Bán lẻ", "C7",
    ]  # fmt: skip
    assert retail["recorded"].startswith("20") and exports["value"] == "9.5"


def test_the_export_as_of_a_date_holds_what_one_could_know(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = lines(capsys, "export", "--as-of", "2024-09-05", "--table", "retail_sales", "--database", url)
    assert [(one["value"], one["status"], one["cell"]) for one in found] == [("100.0", "estimate", "D7")]
    assert lines(capsys, "export", "--as-of", "2024-07-28", "--database", url) == []


def test_the_export_as_recorded_holds_what_the_database_held(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert lines(capsys, "export", "--recorded-as-of", "2020-01-01", "--database", url) == []
    today = day_of(datetime.now(UTC)).isoformat()
    recorded = lines(capsys, "export", "--recorded-as-of", today, "--database", url)
    assert recorded == lines(capsys, "export", "--database", url)


def test_the_export_can_be_limited_and_written_as_json(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads(printed(capsys, "export", "--table", "goods_exports", "--format", "json", "--database", url))
    assert [one["table"] for one in found] == ["goods_exports"]
    assert lines(capsys, "export", "--area", "Hà Nội", "--database", url) == []
    assert len(lines(capsys, "export", "--area", "cả nước", "--database", url)) == 2


def test_releases_are_listed_newest_first_and_shown_with_their_steps(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    listed = printed(capsys, "releases", "--database", url)
    assert listed.index("06/09/2024") < listed.index("29/07/2024")
    shown = printed(capsys, "show", "2", "--database", url)
    assert "chấp nhận  An" in shown and "Thiếu tệp gốc" in shown


def test_a_roll_back_and_its_undo_change_the_export(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    def retail() -> str:
        return lines(capsys, "export", "--table", "retail_sales", "--database", url)[0]["value"]

    assert "Đã rút lại" in printed(capsys, "rollback", "2", "--why", "nhầm", "--database", url)
    assert retail() == "100.0"
    assert "Đã khôi phục" in printed(capsys, "rollback", "2", "--undo", "--why", "đúng", "--database", url)
    assert retail() == "101.25"


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (["rollback", "2", "--why", " "], "lý do"),
        (["export", "--table", "retail"], "retail_sales"),
        (["export", "--area", "Hà Nộ"], "Không biết địa bàn “Hà Nộ”"),
        (["rollback", "9", "--why", "x"], "Không có lần nạp số 9"),
        (["show", "9"], "Không có lần nạp số 9"),
        (["rollback", "2", "--undo", "--why", "x"], "đã được An xử lý"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_vietnamese_line(
    url: str, capsys: pytest.CaptureFixture[str], command: list[str], told: str
) -> None:
    assert main([*command, "--database", url]) == FAILED
    said = capsys.readouterr()
    assert told in said.err and said.out == "" and len(said.err.splitlines()) == 1


def test_verify_fails_where_originals_are_missing(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--database", url]) == 1
    out = capsys.readouterr().out
    assert out.count("Thiếu tệp gốc") == 2 and "3 phiên bản" in out


def test_a_backup_is_written_and_restored(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "saved.zip"
    assert main(["backup", "--to", str(target), "--database", url]) == 1
    said = capsys.readouterr().out
    assert str(target) in said and said.count("Thiếu tệp gốc") == 2
    other = f"sqlite:///{tmp_path / 'other.sqlite'}"
    printed(capsys, "restore", str(target), "--database", other)
    assert len(lines(capsys, "export", "--database", other)) == 2


def test_a_backup_that_cannot_be_written_is_told(url: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").touch()
    assert main(["backup", "--to", str(tmp_path / "file" / "saved.zip"), "--database", url]) == FAILED
    assert "Không ghi được bản sao lưu" in capsys.readouterr().err
    assert list(tmp_path.glob("*.partial")) == []


def test_a_mistyped_database_is_told_and_not_made(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "figure.sqlite"
    assert main(["releases", "--database", f"sqlite:///{file}"]) == FAILED
    assert "Không có cơ sở dữ liệu" in capsys.readouterr().err and not file.exists()


def test_a_day_that_is_none_is_told_with_an_example(url: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--as-of", "31/02/2024", "--database", url])
    assert "2024-12-06" in capsys.readouterr().err


def test_findings_of_a_release_are_shown_in_words(store: Store, url: str, capsys: pytest.CaptureFixture[str]) -> None:
    finding = Finding("empty_file", Severity.WARNING, "Bán lẻ", "C7", {"file": "a.xlsx"})
    release = store.stage(
        file_of("a.xlsx"), [say("2024-09", 1.0)], released=date(2024, 9, 29), by="An", findings=[finding]
    )
    shown = printed(capsys, "show", str(release), "--database", url)
    assert 'Trang tính "Bán lẻ", ô C7  Cảnh báo: Tệp "a.xlsx" rỗng (0 byte).' in shown


def test_everything_is_printed_whatever_code_page_the_machine_has(url: str) -> None:
    old_windows = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "data", "export", "--database", url]
    printed = subprocess.run(command, capture_output=True, env=old_windows, check=True).stdout
    assert "TỔNG SỐ" in printed.decode("utf-8")


def test_a_system_that_knows_no_account_leaves_a_general_name(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown() -> str:
        raise KeyError("uid 1234")

    monkeypatch.setattr("getpass.getuser", unknown)
    assert account() == spoken_name("data_pages.upload.somebody")
