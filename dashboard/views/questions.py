"""Questions about row labels that the catalogue lacks: one form each, with the items that are most alike first."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.views.parts import section, text_field
from data.catalogue import catalogue
from data.store import Release
from data.wording import say
from loaders.release import SOMETHING_NEW, Question

AT_ONCE = 20
"""Questions that are shown together; the next ones follow when these are answered."""


def questions_section(release: Release, questions: Sequence[Question], lang: str) -> list[Component]:
    """Nothing where the release asks nothing or somebody has decided on it."""
    if not questions or release.state != "staged":
        return []
    lines: list[Component] = [html.Li(_form(release, one, lang), className="question") for one in questions[:AT_ONCE]]
    words = [html.P(say("data_pages.question.why", lang), className="second")]
    if len(questions) > AT_ONCE:
        words.append(html.P(say("data_pages.question.more", lang, count=len(questions) - AT_ONCE), className="second"))
    body = html.Ul(lines, className="findings")
    return [section(say("data_pages.question.title", lang), *words, body, note=formats.number(len(questions), 0, lang))]


def choices(question: Question, lang: str) -> list[dict[str, object]]:
    """What the label may mean: the items most alike, something new, then all others, each found by name or code."""
    alike = [one.code for one in catalogue().guess_item(question.table, question.label)]
    others = [code for code in catalogue().items(question.table) if code not in alike]
    new = [{"value": SOMETHING_NEW, "label": say("data_pages.question.new", lang)}]
    groups = {
        "alike": [_choice(question.table, code, lang) for code in alike],
        "none": new,
        "others": [_choice(question.table, code, lang) for code in others],
    }
    return [
        {"group": say(f"data_pages.question.{name}", lang), "items": items} for name, items in groups.items() if items
    ]


def _choice(table: str, code: str, lang: str) -> dict[str, str]:
    """Names repeat within a table (`Dịch vụ khác` stands twice), so that the code tells them apart."""
    return {"value": code, "label": f"{catalogue().item_name(table, code, lang)} · {code}"}


def _form(release: Release, question: Question, lang: str) -> html.Form:
    table = catalogue().tables[question.table]
    asked = say("data_pages.question.asked", lang, label=" › ".join((*question.parents, question.label)))
    place = f"{table.en if lang == 'en' else table.vi} · {question.sheet}!{question.cell}"
    return html.Form(
        [
            html.P([html.B(asked), html.Span(place, className="small second")], className="question-words"),
            dmc.Select(
                name="code",
                label=say("data_pages.question.choose", lang),
                data=choices(question, lang),
                searchable=True,
                nothingFoundMessage=say("data_pages.question.not_found", lang),
                size="sm",
                className="wide-field",
            ),
            text_field("person", say("data_pages.release.person", lang), remembered()),
            html.Button(say("data_pages.question.answer", lang), type="submit", className="control"),
        ],
        action=f"/so-lieu/ban/{release.id}/nhan?{urlencode({'bang': question.table, 'nhan': question.path})}",
        method="POST",
        className="decision",
    )
