"""`python app.py`: what prevents a start is told in one sentence."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

import app
from data.settings import Settings, settings
from data.wording import say


@pytest.fixture(autouse=True)
def fresh_settings() -> object:
    settings.cache_clear()
    yield
    settings.cache_clear()


def refused(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    monkeypatch.setattr(sys, "argv", ["app.py", *arguments])
    assert app.main() == app.FAILED
    return capsys.readouterr().err.strip()


def test_a_port_in_use_is_named_with_the_way_out(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = refused(monkeypatch, capsys, "--host", "127.0.0.1", "--port", str(port))
    assert said == say("settings.port_taken", host="127.0.0.1", port=port)


def test_a_setting_that_means_nothing_is_named_with_what_was_found(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INDUSTRY_TRADE_PORT", "tám nghìn")
    monkeypatch.setenv("INDUSTRY_TRADE_THREADS", "0")
    said = refused(monkeypatch, capsys)
    assert "INDUSTRY_TRADE_PORT" in said and "“tám nghìn”" in said
    assert "INDUSTRY_TRADE_THREADS" in said and "“0”" in said


def test_a_file_that_is_no_database_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "figures.sqlite"
    file.write_text("something else")
    said = refused(monkeypatch, capsys, "--port", "0", "--database", f"sqlite:///{file}")
    assert file.name in said and "Traceback" not in said


def test_a_default_area_that_nobody_knows_is_named_at_the_start(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("INDUSTRY_TRADE_DEFAULT_AREA", "Hà Nộ")
    assert "“Hà Nộ”" in refused(monkeypatch, capsys, "--port", "0")


def test_a_port_beyond_all_ports_is_told_by_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", "--port", "99999"])
    with pytest.raises(SystemExit):
        app.main()
    assert "65535" in capsys.readouterr().err


@pytest.mark.parametrize("number", ["0", "-3", "65", "eight"])
def test_a_server_without_threads_is_told_by_the_command_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    monkeypatch.setattr(sys, "argv", ["app.py", "--port", "0", "--threads", number])
    with pytest.raises(SystemExit):
        app.main()
    assert "from 1 to 64" in capsys.readouterr().err


def test_the_server_listens_to_this_machine_alone_unless_told_otherwise() -> None:
    assert Settings.model_fields["host"].default == "127.0.0.1"
