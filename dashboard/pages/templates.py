"""Forms to fill in: the sample workbooks, in the layouts that a department receives and keeps."""

from __future__ import annotations

import dash
from dash import html

from dashboard.api.originals import SAMPLES, sample_files
from dashboard.context import language
from dashboard.views.parts import page_head, table
from data.wording import say

dash.register_page(__name__, path="/so-lieu/bieu-mau", name="data_pages.home.templates", order=44)


def layout(**_query: str) -> html.Div:
    lang = language()
    rows = [
        [
            html.A(path.name, href=f"/so-lieu/bieu-mau/{path.relative_to(SAMPLES).as_posix()}"),
            f"{path.stat().st_size // 1024} KB",
        ]
        for path in sample_files()
    ]
    headings = [say("data_pages.columns.file", lang), say("data_pages.columns.size", lang)]
    return html.Div(
        [
            page_head(say("data_pages.upload.eyebrow", lang), say("data_pages.home.templates", lang)),
            html.P(say("data_pages.home.templates_note", lang), className="second"),
            table(headings, rows, caption=say("data_pages.home.templates", lang)),
        ]
    )
