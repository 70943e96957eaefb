"""`Báo cáo`: choose a template, arrange what it holds, look at it, make the files, and do the same next month."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import parse_qsl

import dash
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.briefing.content import NothingToTell, UnknownCampaign
from dashboard.briefing.model import Briefing
from dashboard.briefing.produce import FORMATS
from dashboard.briefing.refresh import carry_over, changes
from dashboard.briefing.request import BadRequest, BriefingRequest, built, latest, next_period, request_of, with_period
from dashboard.briefing.saved import SavedBriefing, SavedBriefings, UnknownSaved
from dashboard.briefing.templates import names, template
from dashboard.charts import area_title
from dashboard.components.help import help_mark
from dashboard.components.moments import NEWEST, moment_choices
from dashboard.context import language, store
from dashboard.selection import areas_with_figures
from dashboard.views.briefing_content import block_name, content
from dashboard.views.parts import empty, link_button, page_head, section, table
from data.period import Period
from data.wording import say

dash.register_page(__name__, path="/bao-cao", name="dashboard.nav.reports", order=5)

PERIODS_OFFERED = {"month": 36, "quarter": 12, "year": 10}
MOST_CHANGES = 40


def layout(**query: str) -> html.Div:
    lang = language()
    eyebrow = say("briefing.page.eyebrow", lang)
    try:
        saved = SavedBriefings().get(query["luu"]) if query.get("luu") else None
        asked = _request(query, saved, lang)
    except (BadRequest, UnknownSaved):
        back = link_button(say("briefing.page.start", lang), "/bao-cao")
        return html.Div(
            [
                page_head(eyebrow, say("briefing.page.title", lang)),
                empty(say("briefing.errors.bad_request", lang), back),
            ]
        )
    briefing = _briefing(asked, saved)
    title = saved.name if saved else briefing.title if briefing else say("briefing.page.title", lang)
    side = [section(say("briefing.page.choose", lang), _chooser(asked, lang))]
    side += _files(briefing, asked, saved, lang) if briefing else []
    side.append(section(say("briefing.page.saved", lang), _saved_list(lang)))
    paper = _paper(briefing, asked, lang)
    return html.Div(
        [
            page_head(eyebrow, title),
            *_messages(query, lang),
            html.Div([html.Div(side, className="briefing-side"), html.Div(paper)], className="briefing-layout"),
        ],
        className="briefing",
    )


def _request(query: dict[str, str], saved: SavedBriefing | None, lang: str) -> BriefingRequest:
    """What the address says; of a saved briefing the newest period, which is the one click of next month."""
    if saved and not query.get("mau"):
        asked = request_of(dict(parse_qsl(saved.query)), lang)
        asked = replace(asked, saved=saved.id)
        newest, after = latest(store(), asked), next_period(replace(asked, period=Period.parse(saved.period)))
        is_due = newest is not None and after is not None and newest >= after
        return replace(asked, period=after if is_due else Period.parse(saved.period))
    return with_period(store(), request_of(query, lang))


def _messages(query: dict[str, str], lang: str) -> list[Component]:
    found = []
    if query.get("da-luu"):
        found.append(html.P(say("briefing.page.was_saved", lang), role="status", className="notice"))
    if query.get("sua", "").isdigit():
        found.append(
            html.P(say("briefing.page.edits_taken", lang, count=query["sua"]), role="status", className="notice")
        )
    if query.get("loi"):
        found.append(html.P(say("briefing.page.not_an_edition", lang), role="alert", className="failed"))
    return found


def _chooser(asked: BriefingRequest, lang: str) -> Component:
    """Template, period, area and campaign as a plain form."""
    areas = areas_with_figures(store())
    newest = latest(store(), asked)
    offered = _periods(newest, asked, lang)
    fields: list[Component] = [
        _select(
            "mau",
            say("briefing.page.template", lang),
            asked.template,
            [(key, say(template(key).name, lang)) for key in names()],
        ),
        _select("ky", say("briefing.page.period", lang), str(asked.period or ""), offered),
        _select(
            "vung", say("briefing.page.area", lang), asked.area, [(area, area_title(area, lang)) for area in areas]
        ),
    ]
    moments = moment_choices(store(), asked.moment, lang)
    fields.append(
        dmc.Select(
            name="ngay",
            label=say("explorer.as_of", lang),
            value=asked.moment or NEWEST,
            data=moments,
            size="sm",
            allowDeselect=False,
            searchable=True,
            className="briefing-field",
        )
    )
    if asked.plan.needs_campaign:
        campaigns = [(one.code, f"{one.code}. {one.name_in(lang)}") for one in store().campaigns()]
        fields.append(
            _select("phong-trao", say("briefing.page.campaign", lang), asked.campaign, [("", "…"), *campaigns])
        )
    fields.append(html.Button(say("briefing.page.show", lang), type="submit", className="control"))
    return html.Form(fields, action="/bao-cao", method="GET", className="briefing-form")


def _select(name: str, words: str, value: str, options: Sequence[tuple[str, str]]) -> Component:
    data = [{"value": key, "label": shown[:110]} for key, shown in dict(options).items()]
    if value and value not in dict(options):
        data.insert(0, {"value": value, "label": value})
    return dmc.Select(
        name=name, label=words, value=value, data=data, size="sm", allowDeselect=False, searchable=len(data) > 12,
        className="briefing-field",
    )  # fmt: skip


def _periods(newest: Period | None, asked: BriefingRequest, lang: str) -> list[tuple[str, str]]:
    if newest is None:
        return []
    kind = asked.plan.period
    step = {"month": 1, "quarter": 3, "year": 12}[kind]
    periods = [newest.shift(-step * back) for back in range(PERIODS_OFFERED[kind])]
    return [(str(period), formats.period_long(period, lang)) for period in periods]


def _briefing(asked: BriefingRequest, saved: SavedBriefing | None) -> Briefing | None:
    """The briefing that is asked for, with the sentences that people rewrote; None where there is nothing to tell."""
    try:
        briefing = built(store(), asked)
    except (NothingToTell, UnknownCampaign, BadRequest):
        return None
    return carry_over(briefing, saved.edited) if saved else briefing


def _files(briefing: Briefing, asked: BriefingRequest, saved: SavedBriefing | None, lang: str) -> list[Component]:
    """Making and keeping it, and of a kept one what is different and what people rewrote."""
    mark = help_mark("release", lang)
    parts: list[Component] = [section(say("briefing.page.produce", lang), _producer(asked, lang), mark=mark)]
    if saved:
        changed = _changes(briefing, saved, lang)
        parts.append(section(say("briefing.page.changes", lang), changed, note=_since(saved, lang)))
        parts.append(section(say("briefing.page.edited", lang), _edits(saved, lang)))
    return parts


def _paper(briefing: Briefing | None, asked: BriefingRequest, lang: str) -> list[Component]:
    """The briefing as it will read, or what is missing for it."""
    if briefing is not None:
        shown = content(briefing, asked, lang)
        return [section(say("briefing.page.content", lang), shown, note=briefing.subtitle)]
    if asked.plan.needs_campaign and all(one.code != asked.campaign for one in asked.known(store()).campaigns()):
        return [empty(say("briefing.page.choose_campaign", lang))]
    area = area_title(asked.area, lang)
    if asked.period is None:
        words = say("briefing.errors.no_months", lang, area=area)
    else:
        words = say("briefing.errors.nothing", lang, period=formats.period_long(asked.period, lang), area=area)
    return [empty(words, link_button(say("dashboard.nav.data", lang), "/so-lieu"))]


def _producer(asked: BriefingRequest, lang: str) -> Component:
    """A tick for each format; the script makes one file after another and shows how far it is."""
    query = asked.query()
    ticks = [_tick(form, query, lang) for form in FORMATS]
    return html.Div(
        [
            html.Div(ticks, className="briefing-ticks"),
            html.Button(say("briefing.page.make", lang), className="control main-button", **{"data-briefing": "make"}),
            html.Div(className="briefing-progress", role="status", **{"aria-live": "polite"}),
            html.P(say("briefing.page.renderer", lang), className="small quiet"),
            _keep_form(asked, lang),
        ],
        className="briefing-make",
        **{"data-query": query},
        **{f"data-{key}": say(f"briefing.page.{key}", lang) for key in ("working", "ready", "failed")},
    )  # fmt: skip


def _tick(form: str, query: str, lang: str) -> Component:
    name = say(f"briefing.page.format_{form}", lang)
    tick = dmc.Checkbox(checked=True, size="sm", **{"aria-label": name})
    return html.Div([tick, html.A(name, href=f"/bao-cao/tep/{form}?{query}", download="")], className="briefing-tick")


def _keep_form(asked: BriefingRequest, lang: str) -> Component:
    key = "keep_edition" if asked.saved else "keep"
    fields: list[Component] = [dmc.TextInput(name="chon", value=asked.query(), style={"display": "none"})]
    if not asked.saved:
        name = f"{say(asked.plan.name, lang)}, {area_title(asked.area, lang)}"
        fields.append(dmc.TextInput(name="ten", label=say("briefing.page.name", lang), value=name, size="sm"))
    fields.append(html.Button(say(f"briefing.page.{key}", lang), type="submit", className="control"))
    return html.Form(fields, action="/bao-cao/luu", method="POST", className="briefing-form")


def _since(saved: SavedBriefing, lang: str) -> str:
    return say("briefing.page.since", lang, period=formats.period_long(Period.parse(saved.period), lang))


def _changes(briefing: Briefing, saved: SavedBriefing, lang: str) -> Component:
    """What is different since the edition that was kept last."""
    found = changes(saved.state, briefing)
    if not found:
        return html.P(say("briefing.page.no_changes", lang), className="second")
    rows = [
        [say(f"briefing.page.change_{one.kind}", lang), block_name(one.id, lang), one.before or "…", one.after or "…"]
        for one in found[:MOST_CHANGES]
    ]
    headings = [say(f"briefing.page.column_{name}", lang) for name in ("change", "block", "before", "after")]
    return table(headings, rows, caption=say("briefing.page.changes", lang), text_columns=(0, 1, 2, 3))


def _edits(saved: SavedBriefing, lang: str) -> Component:
    """Paragraphs that people rewrote, and where to hand in the edition in which they did."""
    upload = html.Form(
        [
            html.Label(say("briefing.page.hand_in", lang), htmlFor="briefing-edition"),
            # Dash has no file field; this one is made by the script from the form's data.
            html.Div(**{"data-file-field": "tep", "data-accept": ".docx,.pptx", "data-id": "briefing-edition"}),
            html.Button(say("briefing.page.take", lang), type="submit", className="control"),
        ],
        action=f"/bao-cao/luu/{saved.id}/ban-sua", method="POST", encType="multipart/form-data",
        className="briefing-form",
    )  # fmt: skip
    kept = [
        html.Li([html.Span(identity, className="small quiet"), " ", text]) for identity, text in saved.edited.items()
    ]
    parts: list[Component] = [html.P(say("briefing.page.edited_about", lang), className="second"), upload]
    if kept:
        drop = html.Form(
            [html.Button(say("briefing.page.drop_edits", lang), type="submit", className="control")],
            action=f"/bao-cao/luu/{saved.id}/bo-sua",
            method="POST",
        )
        parts += [html.Ul(kept), drop]
    return html.Div(parts)


def _saved_list(lang: str) -> Component:
    known = SavedBriefings().all()
    if not known:
        return empty(say("briefing.page.none_saved", lang))
    rows = []
    for one in known:
        again = link_button(say("briefing.page.again", lang), f"/bao-cao?luu={one.id}", is_main=True)
        drop = html.Form(
            [html.Button(say("briefing.page.forget", lang), type="submit", className="control")],
            action=f"/bao-cao/luu/{one.id}/xoa",
            method="POST",
        )
        rows.append([one.name, formats.period_long(Period.parse(one.period), lang), str(len(one.edited)), again, drop])
    headings = [
        say(f"briefing.page.column_{name}", lang) for name in ("name", "last_edition", "edits", "again", "forget")
    ]
    return table(headings, rows, caption=say("briefing.page.saved", lang), text_columns=(0, 1, 3, 4))
