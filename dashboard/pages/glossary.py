"""`Giải thích từ ngữ`: what the words of the figures mean and how each is computed."""

from __future__ import annotations

import dash
from dash import html

from dashboard.components.help import PAGE
from dashboard.context import language
from dashboard.views.parts import page_head
from data.wording import all_wording, say

dash.register_page(__name__, path=PAGE, name="glossary.title", order=91)


def layout(**_: str) -> html.Div:
    lang = language()
    return html.Div(
        [
            page_head(say("glossary.eyebrow", lang), say("glossary.title", lang)),
            html.P(say("glossary.about", lang), className="second glossary-about"),
            html.P(html.Button(say("tour.again", lang), className="control", **{"data-action": "tour"})),
            html.Dl([_entry(term, lang) for term in terms(lang)], className="glossary"),
        ]
    )


def terms(lang: str) -> list[str]:
    """Codes of the explained words, in the order of the wording."""
    return [
        key.split(".")[2] for key in all_wording(lang) if key.startswith("glossary.terms.") and key.endswith("term")
    ]


def _entry(term: str, lang: str) -> html.Div:
    key = f"glossary.terms.{term}"
    how = say("glossary.how", lang, how=say(f"{key}.how", lang))
    meaning = [html.P(say(f"{key}.meaning", lang)), html.P(how, className="second")]
    return html.Div([html.Dt(say(f"{key}.term", lang)), html.Dd(meaning)], id=term)
