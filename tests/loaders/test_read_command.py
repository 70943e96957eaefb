"""`python -m loaders read`: the columns of the contract, its exit codes, and every figure accounted for."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from datetime import date
from io import StringIO
from pathlib import Path

import pytest

from loaders.__main__ import main
from loaders.read_command import COLUMNS
from tests.loaders.workbooks import RETAIL_ROWS, RETAIL_TITLE, retail_xlsx, xlsx

CONTRACT = "file,sheet,cell,table,item,parent,area,measure,index_of,comparison,period,base,unit,value,status,note"


def put(folder: Path, name: str, content: bytes) -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def printed(capfd: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(capfd.readouterr().out)))


def test_the_columns_are_those_of_the_contract(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", retail_xlsx())]) == 0
    assert capfd.readouterr().out.splitlines()[0] == CONTRACT
    assert ",".join(COLUMNS) == CONTRACT


def test_a_figure_is_printed_with_its_meaning(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", retail_xlsx())])
    (line,) = [row for row in printed(capfd) if row["cell"] == "C5"]
    assert line == {
        "file": "2024-07-29-Bieu.xlsx",
        "sheet": "Tongmuc",
        "cell": "C5",
        "table": "retail_sales",
        "item": "Bán lẻ hàng hóa",
        "parent": "",
        "area": "Cả nước",
        "measure": "value",
        "index_of": "",
        "comparison": "none",
        "period": "2024-07",
        "base": "",
        "unit": "Tỷ đồng",
        "value": "805.25",
        "status": "estimate",
        "note": "",
    }


def test_each_number_of_a_known_table_is_printed_once(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    rows = [*RETAIL_ROWS[:2], ["", 2024, 2024, 2024, ""], *RETAIL_ROWS[2:], [], ["", 7, "", "", 9.5]]
    main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", xlsx(rows))])
    cells = [row["cell"] for row in printed(capfd)]
    numbers = [(r, c) for r, row in enumerate(rows) for c, value in enumerate(row) if isinstance(value, int | float)]
    assert sorted(cells) == sorted(f"{'ABCDE'[c]}{r + 1}" for r, c in numbers)


def test_a_figure_that_is_not_understood_says_what_was_missing(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = [["Chỉ số sản xuất công nghiệp"], ["", "Tháng 7 năm 2024"], ["Toàn ngành", 108.5], ["Khai khoáng", 95.5]]
    assert main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", xlsx(rows)), "--language", "vi"]) == 1
    lines = printed(capfd)
    assert [line["table"] for line in lines] == ["", ""]
    assert "so với" in lines[0]["note"]


def test_a_cell_that_cannot_be_a_number_has_its_line_and_a_date_in_the_headings_has_one(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    rows = [
        *RETAIL_ROWS[:2],
        ["", date(2024, 7, 1)],
        *RETAIL_ROWS[2:4],
        ["Bán lẻ hàng hóa", "115..5", date(2024, 5, 1), 108.5],
    ]
    assert main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", xlsx(rows)), "--language", "vi"]) == 1
    lines = {line["cell"]: line for line in printed(capfd)}
    assert (lines["B6"]["table"], lines["B6"]["item"], lines["B6"]["value"]) == ("", "Bán lẻ hàng hóa", "115..5")
    assert "115..5" in lines["B6"]["note"]
    assert "2024-05-01" in lines["C6"]["note"]
    assert lines["D6"]["table"] == "retail_sales"
    assert (lines["B3"]["table"], lines["B3"]["value"]) == ("not_an_observation", "45474")


def test_json_adds_the_words_of_the_heading(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    main(["read", put(tmp_path, "2024-07-29-Bieu.xlsx", retail_xlsx()), "--format", "json"])
    lines = json.loads(capfd.readouterr().out)
    assert lines[0].keys() == {*COLUMNS, "heading"}
    assert lines[0]["heading"] == "Sơ bộ tháng 6 năm 2024 (Tỷ đồng)"


@pytest.mark.parametrize("content", [b"", b"Ngay,So lieu\n1,2\n", b"PK\x03\x04 broken"])
def test_a_file_that_cannot_be_opened_ends_with_2_and_the_others_are_read(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], content: bytes
) -> None:
    broken = put(tmp_path, "hong.xlsx", content)
    good = put(tmp_path, "2024-07-29-Bieu.xlsx", retail_xlsx())
    assert main(["read", broken, good]) == 2
    out, err = capfd.readouterr()
    assert "hong.xlsx" in err
    assert RETAIL_TITLE not in err
    assert len(out.splitlines()) > 10


def test_a_workbook_of_something_else_is_said_to_hold_nothing_known(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert (
        main(["read", put(tmp_path, "khac.xlsx", xlsx([["1. Số giờ nắng"], ["", "Láng"], ["Tháng 1", 50.5]], "Nang"))])
        == 1
    )
    assert "khac.xlsx" in capfd.readouterr().err


def test_a_missing_file_ends_with_2(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path / "khong-co.xlsx")]) == 2
    assert "khong-co.xlsx" in capfd.readouterr().err


def test_a_reader_that_has_seen_enough_ends_the_printing_quietly(tmp_path: Path) -> None:
    files = [put(tmp_path, f"bieu-{number}.xlsx", retail_xlsx()) for number in range(200)]
    command = [sys.executable, "-m", "loaders", "read", *files]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as reading:
        assert reading.stdout is not None and reading.stderr is not None
        assert reading.stdout.readline().decode().strip() == CONTRACT
        reading.stdout.close()
        assert reading.stderr.read() == b""


def test_a_folder_stands_for_its_workbooks(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "2024"
    folder.mkdir()
    put(folder, "2024-07-29-Bieu.xlsx", retail_xlsx())
    put(folder, "~$2024-07-29-Bieu.xlsx", b"what Excel leaves beside an open workbook")
    assert main(["read", str(folder)]) == 0
    assert {row["file"] for row in printed(capfd)} == {"2024-07-29-Bieu.xlsx"}


def test_a_folder_without_workbooks_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["read", str(tmp_path)]) == 2
    assert f'Không thấy sổ tính nào trong thư mục "{tmp_path.name}"' in capfd.readouterr().err


def test_a_folder_that_may_not_be_looked_into_is_told_beside_the_workbooks_of_others(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put(tmp_path, "2024-07-29-Bieu.xlsx", retail_xlsx())
    (tmp_path / "kin").mkdir()
    look = os.scandir

    def refuse(folder: str) -> object:
        if Path(folder).name == "kin":
            raise PermissionError(13, "Permission denied", folder)
        return look(folder)

    monkeypatch.setattr(os, "scandir", refuse)  # whoever runs the tests may be allowed everything
    assert main(["read", str(tmp_path)]) == 2
    out, err = capfd.readouterr()
    assert '"kin"' in err and "2024-07-29-Bieu.xlsx" in out
