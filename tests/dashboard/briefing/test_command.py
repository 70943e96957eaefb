"""`python -m dashboard.briefing` writes files, and says in one sentence what it cannot write."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.briefing.__main__ import main
from data.period import Period
from data.store import open_store
from tests.dashboard.helpers import RETAIL, SAME, load, november, rate, stated

NOVEMBER = Period.parse("2024-11")


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., int]:
    """Runs the command on a database with figures until November 2024; files go to the folder `out`."""
    url = f"sqlite:///{tmp_path / 'figures.sqlite'}"
    with open_store(url) as opened:
        november(opened)
        earlier = [stated(rate(RETAIL, SAME), str(NOVEMBER.shift(-back)), 108.0) for back in range(2, 6)]
        load(opened, "2024-09-29", *earlier)
    common = ["--database", url, "--out", str(tmp_path / "out")]
    return lambda template, *arguments: main([template, *common, *arguments])


def test_the_files_of_all_formats_asked_for_are_written(run: Callable[..., int], tmp_path: Path) -> None:
    assert run("monthly", "--period", "2024-11", "--format", "pptx,docx", "--area", "toàn quốc") == 0
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".pptx"]


@pytest.mark.parametrize(
    ("template", "arguments", "said"),
    [
        ("monthly", ["--period", "1990-01"], "Chưa có số liệu của kỳ 1990-01"),
        ("monthly", ["--area", "Tây Nin"], "Không biết địa bàn “Tây Nin”"),
        ("monthly", ["--format", "exe"], "Không có định dạng exe"),
        ("monthly", ["--format", " , "], "Chưa chọn định dạng nào"),
        ("campaign", [], "cho biết mã của phong trào"),
        ("campaign", ["--campaign", "nobody"], "Không có phong trào nào mang mã “nobody”"),
        ("monthly", ["--keep", __file__], "không phải bản Word hoặc PowerPoint"),
        ("monthly", ["--keep", "nowhere.docx"], "Không đọc được tệp “nowhere.docx”"),
        ("monthly", ["--out", f"{__file__}/inside"], "Không ghi được tệp vào thư mục"),
        ("monthly", ["--area", "Tây Nin", "--language", "en"], "No area is called “Tây Nin”"),
    ],
)
def test_what_cannot_be_written_is_told_in_one_sentence(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str], template: str, arguments: list[str], said: str
) -> None:
    assert run(template, "--period", "2024-11", "--format", "docx", *arguments) == 2
    assert said in capsys.readouterr().err


def test_a_period_that_is_none_is_told_with_how_to_write_it(
    run: Callable[..., int], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        run("monthly", "--period", "never")
    assert "2024-Q3" in capsys.readouterr().err
