"""One release: what it says, what would change or changed, what looks wrong, and the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import dash
from dash import Input, Output, callback, dcc, html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst, is_hidden
from dashboard.api.visitor import remembered
from dashboard.components.help import help_mark
from dashboard.context import language, store
from dashboard.ids import ids
from dashboard.release_effects import effects_of
from dashboard.views.changes import KEPT, change_counts, change_list, chosen_changes
from dashboard.views.effects import effects_view
from dashboard.views.findings import finding_groups
from dashboard.views.gate import gate
from dashboard.views.parts import decision_form, empty, page_head, section, steps, table, text_field, to_data
from dashboard.views.questions import headings_section, questions_section
from dashboard.views.release_head import kinds_left, release_head
from dashboard.views.sheet import chosen_sheet, sheet_key, sheet_picture, sheet_tabs
from dashboard.views.sheet_states import Sheet, sheets_of
from dashboard.views.watermark import unaccepted_mark
from data.areas import default_area
from data.people import person
from data.settings import settings
from data.store import RecordedFinding, Release
from data.store.errors import StoreError
from data.wording import say
from loaders.release import Preview, heading_questions, open_questions, preview

dash.register_page(__name__, path_template="/so-lieu/ban/<release_id>", name="data_pages.release.title", order=42)

ID = ids("release")
ACCEPT, FINDINGS = "chap-nhan", "can-xem"


def layout(release_id: str = "", **query: str) -> html.Div:
    lang, asked = language(), store()
    try:
        release = asked.release(int(release_id))
        seen = preview(asked, release.id)
    except (StoreError, ValueError) as error:
        words = error.message(lang) if isinstance(error, StoreError) else say("data_pages.release.unknown", lang)
        return html.Div(
            [
                page_head(say("data_pages.release.eyebrow", lang), say("data_pages.release.title", lang)),
                empty(words, to_data(lang)),
            ]
        )
    if is_hidden(release):
        return gate(f"/so-lieu/ban/{release.id}", query.get("loi", ""), lang)
    findings = asked.findings(release.id)
    shown = chosen_changes(seen, query)
    sheets = sheets_of(asked, release, findings)
    missed = sum(one.count("not-understood") for one in sheets.values())
    return html.Div(
        [
            release_head(release, seen, findings, missed, lang),
            *_message(query.get("loi", "")),
            *_waiting(release, seen, lang),
            change_counts(release, seen, query, lang),
            *_effects(release, lang),
            *headings_section(release, heading_questions(asked, release.id), lang),
            *questions_section(release, open_questions(asked, release.id), lang),
            html.Div(
                [
                    section(say("data_pages.release.sheet", lang), *_sheet(release, sheets, query, lang)),
                    section(
                        say("data_pages.release.changes", lang),
                        change_list(release, seen, shown, query, lang),
                        mark=help_mark("revision", lang),
                    ),
                ],
                className="two-columns sheet-and-changes",
            ),
            section(
                say("data_pages.release.findings", lang),
                _decision(release, findings, lang),
                note=say("data_pages.release.findings_count", lang, count=formats.number(len(findings), 0, lang)),
                id=FINDINGS,
            ),
            *_acceptance(release, findings, lang),
            section(say("data_pages.release.log", lang), _events(release.id, lang)),
        ],
        **(unaccepted_mark(lang) if release.state == "staged" else {}),
    )


def _message(words: str) -> list[Component]:
    return [html.P(words, className="failed", role="alert")] if words else []


def _waiting(release: Release, seen: Preview, lang: str) -> list[Component]:
    """Where on its way a waiting release is, and that nothing uses it yet, or no longer."""
    if release.state == "rolled_back":
        out = html.Span(say("data_pages.release.out_of_force", lang), className="chip chip-warn strong")
        return [html.Div(out, className="chips on-its-way")]
    if release.state != "staged":
        return []
    words = html.Span(say("data_pages.release.banner", lang), className="chip chip-bad strong")
    return [html.Div([steps("preview", lang), words, *_same(seen, lang)], className="chips on-its-way")]


def _same(seen: Preview, lang: str) -> list[Component]:
    """The release in force that says the same, such as that of the workbook before it was saved anew."""
    same = seen.release.same_as
    if same is None:
        return []
    words = say("data_pages.release.same_as", lang, file=store().release(same).file)
    return [html.A(words, href=f"/so-lieu/ban/{same}", className="chip chip-warn")]


def _sheet(release: Release, sheets: Mapping[str, Sheet], query: Mapping[str, str], lang: str) -> list[Component]:
    """Tabs, and the place of the picture: the original is opened in a process of its own, after the page is there."""
    chosen = chosen_sheet(sheets, query.get("trang", ""))
    if chosen is None:
        return [html.P(say("data_pages.sheet.none", lang), className="second")]
    kept = {name: query[name] for name in KEPT if query.get(name) and name != "trang"}
    row = query.get("dong", "")
    place = {"release": release.id, "sheet": chosen.name, "row": int(row) if row.isdigit() else 0}
    waiting = html.P(say("data_pages.sheet.waiting", lang), className="second")
    return [
        sheet_tabs(release, sheets, chosen.name, kept, lang),
        dcc.Store(id=ID("place"), data=place),
        html.Div(waiting, id=ID("sheet"), className="sheet-place"),
        sheet_key(lang),
    ]


@callback(Output(ID("sheet"), "children"), Input(ID("place"), "data"))
def fill_sheet(place: dict[str, Any]) -> Any:
    """The sheet as it stands, coloured; a sentence where the release has gone in the meantime."""
    lang, asked = language(), store()
    try:
        release = asked.release(int(place["release"]))
        if is_hidden(release):
            return empty(say("data_pages.analyst.only", lang))
        sheet = sheets_of(asked, release, asked.findings(release.id))[str(place["sheet"])]
    except (StoreError, KeyError, TypeError, ValueError):
        return empty(say("data_pages.release.unknown", lang))
    return sheet_picture(release, sheet, max(int(place["row"]), 0), lang)


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
        found = effects_of(asked, number, seen.changes, default_area=default_area(), language=lang)
    except StoreError as error:
        return empty(error.message(lang))
    return effects_view(found, lang)


def _decision(release: Release, findings: Sequence[RecordedFinding], lang: str) -> Component:
    """Findings, a tick and a reason for each kind of warning, and the buttons that fit the state."""
    listed = finding_groups(findings, lang, waiting=release.id if release.state == "staged" else None)
    if release.state == "staged":
        name = text_field("person", say("data_pages.release.person", lang), remembered())
        return html.Form(
            [listed, html.Div(name, className="decision")],
            id=ACCEPT,
            action=f"/so-lieu/ban/{release.id}/accept",
            method="POST",
        )
    action = {"accepted": "roll_back", "rolled_back": "restore"}.get(release.state) if is_analyst() else None
    return html.Div([listed, *([_step(release, action, lang)] if action else [])])


def _acceptance(release: Release, findings: Sequence[RecordedFinding], lang: str) -> list[Component]:
    """The button that accepts, in sight on the whole page, with what is left to do; and the way to drop it instead."""
    if release.state != "staged":
        return []
    left = kinds_left(findings)
    words = say("data_pages.release.accept_count", lang, figures=formats.number(release.figures, 0, lang))
    hints: list[Component] = []
    if left:
        hints.append(html.A(say("data_pages.release.left", lang, count=left), href=f"#{FINDINGS}", className="small"))
    if settings().two_person_rule:
        second = say("data_pages.release.second_person", lang, by=person(release.uploaded_by, lang))
        hints.append(html.Span(second, className="small second"))
    button = html.Button(words, type="submit", form=ACCEPT, className="control main-button")
    summary = html.Summary(say("data_pages.release.drop_instead", lang))
    return [
        html.Div([button, *hints], className="decision sticky-decision"),
        html.Details([summary, _step(release, "drop", lang)], className="other-decision"),
    ]


def _step(release: Release, action: str, lang: str) -> Component:
    words = say(f"data_pages.release.{action}", lang)
    return decision_form(f"/so-lieu/ban/{release.id}/{action}", words, remembered(), lang)


def _events(release_id: int, lang: str) -> Component:
    rows = [
        [
            formats.moment(one.at, lang),
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
