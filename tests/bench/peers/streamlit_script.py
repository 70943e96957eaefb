"""What a person writes with Streamlit: read the workbook, take one table, draw it. Run without its server."""

import sys

import pandas as pd
import streamlit as st

sheets = pd.read_excel(sys.argv[1], sheet_name=None, header=None, engine="openpyxl")
table = next(sheet for sheet in sheets.values() if len(sheet) > 10)
names, values = table[0].astype(str), pd.to_numeric(table.iloc[:, -1], errors="coerce")
st.bar_chart(pd.DataFrame({"value": values.to_list()}, index=names).dropna())
