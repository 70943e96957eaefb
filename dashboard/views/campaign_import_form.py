"""The form that takes campaigns out of a spreadsheet: its file, or rows copied from it, with a heading row."""

from __future__ import annotations

import dash_mantine_components as dmc
from dash import html

from dashboard.api.visitor import remembered
from dashboard.components.drawing import Drawing, text
from dashboard.views.parts import text_field
from data.wording import say


def import_form(lang: str) -> html.Form:
    """A script sends it, so that the rows stay when one of them is wrong. The browser's own button would speak its own
    language, so that the label is the button and says the chosen name.
    """
    label = text(say("campaign_pages.import.file", lang))
    field = '<input type="file" name="sheet" accept=".xlsx,.xls,.xlsb,.ods" class="visually-hidden" data-named>'
    return html.Form(
        [
            Drawing(f'<label class="control file-field">{field}<span>{label}</span></label>'),
            dmc.Textarea(
                name="rows",
                label=say("campaign_pages.import.paste", lang),
                description=say("campaign_pages.import.hint", lang),
                autosize=True,
                minRows=4,
                maxRows=14,
                size="sm",
            ),
            html.Div(
                [
                    text_field("person", say("campaign_pages.fields.person", lang), remembered()),
                    html.Button(say("campaign_pages.import.button", lang), type="submit", className="control"),
                ],
                className="decision",
            ),
            html.P(className="failed", role="alert", hidden=True),
        ],
        action="/phong-trao/nhap",
        method="POST",
        encType="multipart/form-data",
        className="import-form",
        **{"data-by-field": ""},
    )
