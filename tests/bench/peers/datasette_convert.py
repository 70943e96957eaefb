"""What a person writes with sqlite-utils: the cells of the workbook as rows of a database, one table a sheet."""

import sys
from pathlib import Path

import openpyxl
import sqlite_utils

book = openpyxl.load_workbook(sys.argv[1], read_only=True, data_only=True)
database = sqlite_utils.Database(sys.argv[2])
for index, sheet in enumerate(book):
    rows = [
        {"row": number, **{f"c{at}": value for at, value in enumerate(row)}}
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1)
        if any(value is not None for value in row)
    ]
    if rows:
        database[f"sheet_{index}"].insert_all(rows, pk="row", alter=True)
first = max(database.tables, key=lambda table: table.count)
print(f"/{Path(sys.argv[2]).stem}/{first.name}.json?_shape=array&_size=max")
