from io import BytesIO

import openpyxl
import pytest

from data.settings import settings
from loaders.release import UnreadableWorkbook, stage
from loaders.release.commented import commented
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store


@pytest.fixture
def store(tmp_path, monkeypatch):
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    return new_store(tmp_path / "figures.sqlite")


@pytest.fixture
def release(store, tmp_path):
    """A workbook whose parts exceed their total, waiting for a decision."""
    rows = [list(row) for row in RETAIL_ROWS]
    rows[4][2] = 905.25
    path = tmp_path / "2024-07-29-bán lẻ.xlsx"
    path.write_bytes(xlsx(rows))
    return stage(store, path, by="Lan")


def test_the_workbook_of_a_release_comes_back_with_its_findings_as_comments(store, release):
    name, content = commented(store, release.id)
    book = openpyxl.load_workbook(BytesIO(content))
    assert name == "2024-07-29-bán lẻ-nhan-xet.xlsx"
    assert "các thành phần cộng lại được 1110,2," in book["Tongmuc"]["C4"].comment.text


def test_an_original_that_is_gone_is_a_finding(store, release, tmp_path):
    for path in (tmp_path / "originals").rglob("*"):
        if path.is_file():
            path.unlink()
    with pytest.raises(UnreadableWorkbook) as refused:
        commented(store, release.id)
    assert refused.value.finding.code == "missing_file"
