"""`Tải lên`: drop workbooks; each is read, checked and shown before anything counts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import dash
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.api.visitor import remembered
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.views.area_choice import area_choice
from dashboard.views.data_tabs import data_tabs
from dashboard.views.gate import gate
from dashboard.views.parts import STEPS, page_head, section, steps, table, text_field
from data.findings import Severity
from data.people import person
from data.store import Release
from data.wording import say
from loaders.release import without_warnings

dash.register_page(__name__, path="/so-lieu/tai-len", name="data_pages.upload.title", order=41)

EXAMPLE_DAY = date(2024, 12, 6)
_MESSAGES = {"xong": "strong", "loi": "failed"}


def layout(**query: str) -> html.Div:
    lang = language()
    if not is_analyst():
        return gate("/so-lieu/tai-len", query.get("loi", ""), lang)
    waiting = store().releases("staged")
    parts = [
        page_head(say("data_pages.upload.eyebrow", lang), say("data_pages.upload.title", lang)),
        data_tabs("upload", lang),
        steps("upload", lang),
        *[html.P(query[name], role="status", className=look) for name, look in _MESSAGES.items() if query.get(name)],
        _fields(lang),
        _zone(lang),
        html.P(id="upload-summary", className="strong", role="status"),
        html.Ul(id="upload-list", className="upload-list", **{"aria-live": "polite"}),
    ]
    if waiting:
        title, mark = say("data_pages.upload.waiting", lang), help_mark("release", lang)
        parts.append(section(title, _waiting(waiting, lang), *_clean(lang), mark=mark, id="upload-waiting"))
    parts.append(section(say("data_pages.upload.how", lang), _how(lang)))
    return html.Div(parts)


def _zone(lang: str) -> Component:
    """Where files are dropped or picked, with the words that the browser shows while they are read."""
    return html.Div(
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
            "data-waiting": say("data_pages.upload.in_line", lang),
            "data-done": say("data_pages.upload.done", lang),
            "data-next": say("data_pages.upload.first", lang),
            "data-known": say("data_pages.upload.known", lang),
            "data-every": say("data_pages.upload.every", lang),
        },
    )


def _fields(lang: str) -> Component:
    """Who uploads, and what the workbooks may not say themselves."""
    return html.Div(
        [
            dmc.TextInput(
                id="upload-person", label=say("data_pages.release.person", lang), value=remembered(), size="sm"
            ),
            dmc.TextInput(
                id="upload-released",
                label=say("data_pages.upload.released", lang),
                placeholder=formats.day(EXAMPLE_DAY, lang),
                size="sm",
            ),
            *area_choice(lang),
        ],
        className="decision",
    )


def _how(lang: str) -> Component:
    """What happens to a workbook, for somebody who does this for the first time."""
    told = [
        html.Li([html.H3(say(f"data_pages.steps.{name}", lang)), html.P(say(f"data_pages.upload.about_{name}", lang))])
        for name in STEPS
    ]
    return html.Ol(told, className="how-steps")


def _waiting(releases: Sequence[Release], lang: str) -> html.Div:
    """Oldest publication first, as they are best decided on, with the number of warnings of each."""
    rows = [
        [
            html.A(one.file, href=f"/so-lieu/ban/{one.id}"),
            formats.day(one.released, lang),
            formats.number(one.figures, 0, lang),
            formats.number(_warnings(one), 0, lang),
            person(one.uploaded_by, lang),
        ]
        for one in reversed(releases)
    ]
    names = ("file", "released", "figures", "warnings", "uploaded_by")
    headings = [say(f"data_pages.columns.{n}", lang) for n in names]
    return table(headings, rows, caption=say("data_pages.upload.waiting", lang), text_columns=(0, 4))


def _warnings(release: Release) -> int:
    return sum(one.finding.severity == Severity.WARNING for one in store().findings(release.id))


def _clean(lang: str) -> list[html.Form]:
    """One button for all that nothing speaks against, as when years of workbooks come in a folder."""
    clean = without_warnings(store())
    if len(clean) < 2:
        return []
    words = say("data_pages.upload.accept_clean", lang, count=len(clean))
    return [
        html.Form(
            [
                text_field("person", say("data_pages.release.person", lang), remembered()),
                html.Button(words, type="submit", className="control"),
            ],
            action="/so-lieu/cho-quyet-dinh/accept",
            method="POST",
            className="decision",
        )
    ]
