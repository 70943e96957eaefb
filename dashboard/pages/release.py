"""One release: what it says, what would change or changed, what looks wrong, and the decision."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import dash
from dash import Input, Output, callback, dcc, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.api.visitor import remembered
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.ids import ids
from dashboard.names import person
from dashboard.release_effects import effects_of
from dashboard.views.changes import change_counts, change_list, chosen_changes
from dashboard.views.effects import effects_view
from dashboard.views.findings import finding_groups
from dashboard.views.gate import gate
from dashboard.views.parts import decision_form, empty, link_button, page_head, section, table, text_field
from dashboard.views.questions import headings_section, questions_section
from dashboard.views.sheet import sheet_picture
from dashboard.views.watermark import unaccepted_mark
from data.findings import Severity
from data.settings import settings
from data.store import RecordedFinding, Release
from data.store.errors import StoreError
from data.wording import say
from loaders.release import Preview, heading_questions, open_questions, preview

dash.register_page(__name__, path_template="/so-lieu/ban/<release_id>", name="data_pages.release.title", order=42)

ID = ids("release")


def layout(release_id: str = "", **query: str) -> html.Div:
    lang, asked = language(), store()
    try:
        release = asked.release(int(release_id))
        seen = preview(asked, release.id)
    except (StoreError, ValueError) as error:
        words = error.message(lang) if isinstance(error, StoreError) else say("data_pages.release.unknown", lang)
        return html.Div(
            [page_head(say("data_pages.release.eyebrow", lang), say("data_pages.release.title", lang)), empty(words)]
        )
    if release.state == "staged" and not is_analyst():
        return gate(f"/so-lieu/ban/{release.id}", query.get("loi", ""), lang)
    findings = asked.findings(release.id)
    shown = chosen_changes(seen, query)
    return html.Div(
        [
            _head(release, seen, lang),
            *_message(query.get("loi", "")),
            *_banner(release, lang),
            change_counts(release, seen, query, lang),
            *_effects(release, lang),
            *headings_section(release, heading_questions(asked, release.id), lang),
            *questions_section(release, open_questions(asked, release.id), lang),
            html.Div(
                [
                    section(
                        say("data_pages.release.sheet", lang),
                        sheet_picture(asked, release, findings, query.get("trang", ""), lang),
                    ),
                    section(
                        say("data_pages.release.changes", lang),
                        change_list(release, seen, shown, query, lang),
                        note=formats.number(len(shown), 0, lang),
                        mark=help_mark("revision", lang),
                    ),
                ],
                className="two-columns",
            ),
            section(
                say("data_pages.release.findings", lang),
                _decision(release, findings, lang),
                note=formats.number(len(findings), 0, lang),
            ),
            section(say("data_pages.release.log", lang), _events(release.id, lang)),
        ],
        **(unaccepted_mark(lang) if release.state == "staged" else {}),
    )


def _head(release: Release, seen: Preview, lang: str) -> Component:
    state = say(f"data_pages.state.{release.state}", lang)
    if seen.nothing_changed:
        title = say("data_pages.release.nothing_changed", lang, file=release.file)
    else:
        title = say(
            "data_pages.release.finding", lang, file=release.file,
            new=formats.number(seen.counts["new"], 0, lang), revised=formats.number(seen.counts["revised"], 0, lang),
        )  # fmt: skip
    eyebrow = say(
        "data_pages.release.eyebrow_full",
        lang,
        state=state,
        day=formats.day(release.released, lang),
        by=person(release.uploaded_by, lang),
    )
    return page_head(
        eyebrow, title,
        *_next_waiting(release, lang),
        link_button(say("data_pages.release.original", lang), f"/so-lieu/ban/{release.id}/goc"),
        link_button(say("findings.list.download", lang), f"/so-lieu/ban/{release.id}/nhan-xet"),
        link_button(say("data_pages.release.all", lang), "/so-lieu"),
    )  # fmt: skip


def _next_waiting(release: Release, lang: str) -> list[Component]:
    """The oldest of the other releases that wait, so that a folder of workbooks is decided on one after the other."""
    others = [one for one in reversed(store().releases("staged")) if one.id != release.id]
    if not others or not is_analyst():
        return []
    words = say("data_pages.release.next", lang, count=len(others))
    return [link_button(words, f"/so-lieu/ban/{others[0].id}", is_main=release.state != "staged")]


def _message(words: str) -> list[Component]:
    return [html.P(words, className="failed", role="alert")] if words else []


def _banner(release: Release, lang: str) -> list[Component]:
    if release.state != "staged":
        return []
    words = html.Span(say("data_pages.release.banner", lang), className="chip chip-bad strong")
    return [html.P(words, className="chips")]


def _effects(release: Release, lang: str) -> list[Component]:
    """While a release waits: what it would change. Filled in after the page, since all campaigns are compared anew."""
    if release.state != "staged":
        return []
    waiting = html.P(say("data_pages.effects.working", lang), className="second")
    box = html.Div(waiting, id=ID("effects"), **{"aria-live": "polite"})
    return [section(say("data_pages.effects.title_all", lang), dcc.Store(id=ID("number"), data=release.id), box)]


@callback(Output(ID("effects"), "children"), Input(ID("number"), "data"))
def fill_effects(number: int) -> Any:
    """The effects of one waiting release; a sentence where somebody decided in the meantime."""
    lang, asked = language(), store()
    if not is_analyst():
        return empty(say("data_pages.analyst.only", lang))
    try:
        seen = preview(asked, number)
        found = effects_of(asked, number, seen.changes, default_area=settings().default_area, language=lang)
    except StoreError as error:
        return empty(error.message(lang))
    return effects_view(found, lang)


def _decision(release: Release, findings: Sequence[RecordedFinding], lang: str) -> Component:
    """Findings, a tick and a reason for each kind of warning, and the buttons that fit the state."""
    listed = finding_groups(findings, lang, is_open=release.state == "staged")
    if release.state == "staged":
        left = len({one.finding.code for one in findings if one.finding.severity == Severity.WARNING})
        words = say("data_pages.release.accept_count", lang, figures=formats.number(release.figures, 0, lang))
        hints = [say("data_pages.release.left", lang, count=left)] if left else []
        if settings().two_person_rule:
            hints.append(say("data_pages.release.second_person", lang, by=person(release.uploaded_by, lang)))
        accept = html.Form(
            [
                listed,
                html.Div(
                    [
                        text_field("person", say("data_pages.release.person", lang), remembered()),
                        html.Button(words, type="submit", className="control main-button"),
                        html.Span(" ".join(hints), className="small second"),
                    ],
                    className="decision sticky-decision",
                ),
            ],
            action=f"/so-lieu/ban/{release.id}/accept",
            method="POST",
        )
        return html.Div([accept, decision_form(release.id, "drop", remembered(), lang)])
    action = {"accepted": "roll_back", "rolled_back": "restore"}.get(release.state)
    return html.Div([listed, *([decision_form(release.id, action, remembered(), lang)] if action else [])])


def _events(release_id: int, lang: str) -> Component:
    rows = [
        [
            f"{formats.day(one.at.date(), lang)} {one.at:%H:%M}",
            say(f"data_pages.event.{one.action}", lang),
            person(one.by, lang),
            one.why or "…",
        ]
        for one in store().events(release_id)
    ]
    names = ("day", "step", "by", "why")
    return table(
        [say(f"data_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("data_pages.release.log", lang),
        text_columns=(0, 1, 2, 3),
    )
