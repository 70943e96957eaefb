"""Forms to fill in: the sample workbooks, in the layouts that a department receives and keeps."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import dash
from dash import html

from dashboard import formats
from dashboard.api.originals import SAMPLES, sample_files
from dashboard.context import language
from dashboard.views.data_tabs import data_tabs
from dashboard.views.parts import page_head, table
from data.wording import say
from loaders.workbook import open_workbook

dash.register_page(__name__, path="/so-lieu/bieu-mau", name="data_pages.home.templates", order=44)


def layout(**_query: str) -> html.Div:
    lang = language()
    rows = [
        [
            html.A(path.name, href=f"/so-lieu/bieu-mau/{path.relative_to(SAMPLES).as_posix()}", className="breakable"),
            ", ".join(_sheets(path)),
            f"{formats.number(path.stat().st_size / 1024, 0, lang)} KB",
        ]
        for path in sample_files()
    ]
    headings = [say(f"data_pages.columns.{name}", lang) for name in ("file", "sheets", "size")]
    return html.Div(
        [
            page_head(say("data_pages.home.templates_eyebrow", lang), say("data_pages.home.templates_title", lang)),
            data_tabs("templates", lang),
            html.P(say("data_pages.home.templates_note", lang), className="second block-line"),
            table(headings, rows, caption=say("data_pages.home.templates", lang), text_columns=(0, 1)),
        ]
    )


@lru_cache(maxsize=64)
def _sheets(path: Path) -> tuple[str, ...]:
    """Names of the sheets; the forms belong to the project, so that they are opened here."""
    return tuple(grid.name for grid in open_workbook(path).grids())
