"""The first start loads what it can and names what it cannot."""

from __future__ import annotations

import shutil
from pathlib import Path

from dashboard import first_start as first_start_module
from dashboard.first_start import first_start
from data.store import open_store
from loaders.isolation import TIMEOUT_SECONDS

SAMPLES = Path(__file__).parents[2] / "data" / "sample"


def test_a_sample_that_cannot_be_read_is_named_and_the_others_are_loaded(tmp_path, capsys) -> None:
    name = "2024-11-29-bieu-thang-11-2024.xlsx"
    shutil.copy(SAMPLES / name, tmp_path / name)
    (tmp_path / "2024-12-01-hong.xlsx").write_bytes(b"PK\x03\x04 cut off")
    with open_store(f"sqlite:///{tmp_path}/store.sqlite") as store:
        assert first_start(store, tmp_path) == 1
        assert [one.file for one in store.releases()] == [name]
    assert "2024-12-01-hong.xlsx: " in capsys.readouterr().err


def test_a_sample_is_waited_for_longer_than_an_upload(tmp_path, capsys, monkeypatch) -> None:
    assert first_start_module.PATIENCE_SECONDS > TIMEOUT_SECONDS
    monkeypatch.setattr(first_start_module, "PATIENCE_SECONDS", 0.0)
    shutil.copy(SAMPLES / "2024-11-29-bieu-thang-11-2024.xlsx", tmp_path)
    with open_store(f"sqlite:///{tmp_path}/store.sqlite") as store:
        assert first_start(store, tmp_path) == 0
    assert "mất hơn 0 giây" in capsys.readouterr().err
