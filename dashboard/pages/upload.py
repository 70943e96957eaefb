"""`Tải lên`: drop workbooks; each is read, checked and shown before anything counts."""

from __future__ import annotations

import dash
import dash_mantine_components as dmc
from dash import html

from dashboard.api.visitor import remembered
from dashboard.context import language, store
from dashboard.pages.data_home import release_table
from dashboard.views.parts import page_head, section
from data.wording import say

dash.register_page(__name__, path="/so-lieu/tai-len", name="data_pages.upload.title", order=41)


def layout(**_query: str) -> html.Div:
    lang = language()
    waiting = store().releases("staged")
    zone = html.Div(
        [
            html.P(say("data_pages.upload.drop", lang), className="drop-words"),
            html.Div(
                [
                    html.Button(
                        say("data_pages.upload.pick", lang),
                        type="button",
                        className="control main-button",
                        **{"data-upload-pick": "files"},
                    ),
                    html.Button(
                        say("data_pages.upload.pick_folder", lang),
                        type="button",
                        className="control",
                        **{"data-upload-pick": "folder"},
                    ),
                ],
                className="controls",
            ),
            html.P(say("data_pages.upload.kinds", lang), className="small quiet"),
        ],
        id="upload-zone",
        className="drop-zone",
        **{
            "data-reading": say("data_pages.upload.reading", lang),
            "data-failed": say("data_pages.upload.failed", lang),
            "data-understood": say("data_pages.upload.understood", lang),
        },
    )
    name = remembered()
    fields = html.Div(
        [
            dmc.TextInput(id="upload-person", label=say("data_pages.release.person", lang), value=name, size="sm"),
            dmc.TextInput(
                id="upload-released", label=say("data_pages.upload.released", lang), placeholder="2024-12-06", size="sm"
            ),
        ],
        className="decision",
    )
    parts = [
        page_head(say("data_pages.upload.eyebrow", lang), say("data_pages.upload.title", lang)),
        fields,
        zone,
        html.Ul(id="upload-list", className="upload-list", **{"aria-live": "polite"}),
    ]
    if waiting:
        parts.append(section(say("data_pages.upload.waiting", lang), release_table(waiting, lang)))
    return html.Div(parts)
