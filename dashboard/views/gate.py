"""The page that stands in the place of one for analysts: what is asked for, and the field for it."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboard.views.parts import page_head
from data.wording import say


def gate(to: str, problem: str, lang: str) -> html.Div:
    """`to` is the page to go on to when the code is right."""
    field = dmc.PasswordInput(
        name="code", label=say("data_pages.analyst.code", lang), required=True, size="sm", className="text-field"
    )
    button = html.Button(
        say("data_pages.analyst.enter", lang), type="submit", name="to", value=to, className="control main-button"
    )
    return html.Div(
        [
            page_head(say("data_pages.upload.eyebrow", lang), say("data_pages.analyst.title", lang)),
            html.P(say("data_pages.analyst.only", lang), className="second"),
            *([html.P(problem, className="failed", role="alert")] if problem else []),
            html.Form([field, button], action="/chuyen-vien", method="POST", className="decision"),
        ]
    )
