"""What a reading brings along when it starts, in a process of its own."""

from __future__ import annotations

import subprocess
import sys

from data.settings import PROJECT

SLOW = {
    "data.catalogue",
    "dash",
    "flask",
    "loaders.history_reading",
    "loaders.side_ods",
    "loaders.side_xls",
    "lxml",
    "numpy",
    "olefile",
    "openpyxl",
    "pandas",
    "pydantic",
    "sqlalchemy",
    "yaml",
}
READING = "data/sample/2024-11-29-bieu-thang-11-2024.xlsx"


def test_reading_a_workbook_and_drawing_a_chart_start_without_what_takes_long():
    script = (
        "import sys, pathlib, tests.bench.peers.ours as ours;"
        f"drawn = ours.figure(pathlib.Path({READING!r}));"
        "print(len(drawn)); print(*sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", script], cwd=PROJECT, capture_output=True, text=True, check=True)

    size, modules = done.stdout.splitlines()
    assert int(size) > 500
    assert SLOW & set(modules.split()) == set()
