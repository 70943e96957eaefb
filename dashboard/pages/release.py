"""One release: what it says, what would change or changed, what looks wrong, and the decision."""

from __future__ import annotations

from collections.abc import Sequence

import dash
import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.components.signs import status_sign
from dashboard.context import language, store
from dashboard.names import item_name
from dashboard.views.headline_changes import headline_changes
from dashboard.views.parts import decision_form, empty, link_button, page_head, section, short_period, table, text_field
from dashboard.views.questions import headings_section, questions_section
from dashboard.views.sheet import sheet_picture
from data.findings import Severity
from data.settings import settings
from data.spoken import spoken
from data.store import Change, RecordedFinding, Release
from data.store.errors import StoreError
from data.wording import say
from loaders.release import Preview, heading_questions, open_questions, preview

dash.register_page(__name__, path_template="/so-lieu/ban/<release_id>", name="data_pages.release.title", order=42)

PAGE_SIZE = 50
KINDS = ("revised", "new", "missing", "unchanged")


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
    findings = asked.findings(release.id)
    kind = query.get("loai", "")
    if kind not in KINDS:
        kind = "revised" if seen.counts["revised"] else "new"
    shown = seen.select([kind], text=query.get("tim", ""), table=query.get("bang") or None)
    return html.Div(
        [
            _head(release, seen, lang),
            *_message(query.get("loi", "")),
            _counts(release, seen, kind, lang),
            *_headlines(release, seen, lang),
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
                        _changes(release, shown, kind, query, lang),
                        note=formats.number(len(shown), 0, lang),
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
        ]
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
        by=release.uploaded_by,
    )
    return page_head(
        eyebrow, title,
        link_button(say("data_pages.release.original", lang), f"/so-lieu/ban/{release.id}/goc"),
        link_button(say("findings.list.download", lang), f"/so-lieu/ban/{release.id}/nhan-xet"),
        link_button(say("data_pages.release.all", lang), "/so-lieu"),
    )  # fmt: skip


def _message(words: str) -> list[Component]:
    return [html.P(words, className="failed", role="alert")] if words else []


def _headlines(release: Release, seen: Preview, lang: str) -> list[Component]:
    """While a release waits: what it would change on the first page."""
    if release.state != "staged":
        return []
    found = headline_changes(store(), seen, settings().default_area, lang)
    return [section(say("data_pages.headlines.title", lang), found)] if found else []


def _counts(release: Release, seen: Preview, kind: str, lang: str) -> Component:
    links = [
        html.A(
            [
                html.Span(formats.number(seen.counts[one], 0, lang), className="count number"),
                html.Span(say(f"data_pages.change.{one}", lang)),
            ],
            href=f"/so-lieu/ban/{release.id}?loai={one}",
            className="count-link",
            **({"aria-current": "true"} if one == kind else {}),
        )
        for one in KINDS
    ]
    return html.Nav(links, className="counts", **{"aria-label": say("data_pages.release.changes", lang)})


def _changes(release: Release, shown: Sequence[Change], kind: str, query: dict[str, str], lang: str) -> Component:
    """One page of the changes of one kind."""
    if not shown:
        return empty(say(f"data_pages.change.none_{kind}", lang))
    number = max(0, int(query.get("tr", "0"))) if query.get("tr", "0").isdigit() else 0
    page = shown[number * PAGE_SIZE : (number + 1) * PAGE_SIZE]
    rows = [
        [
            _name(one, lang),
            _meaning(one, lang),
            _value(one.old, lang),
            _value(one.new, lang),
            _difference(one, lang),
            f"{one.sheet}!{one.cell}",
        ]
        for one in page
    ]
    names = ("figure", "measure", "old", "new", "difference", "cell")
    keys = [f"{one.sheet}!{one.cell}" for one in page]
    body = table(
        [say(f"data_pages.columns.{n}", lang) for n in names], rows,
        caption=say("data_pages.release.changes", lang), text_columns=(0, 1, 5), row_keys=keys,
    )  # fmt: skip
    return html.Div([body, _pager(release, kind, number, len(shown), query, lang)], className="changes-box")


def _pager(release: Release, kind: str, number: int, total: int, query: dict[str, str], lang: str) -> Component:
    last = (total - 1) // PAGE_SIZE
    address = f"/so-lieu/ban/{release.id}?loai={kind}" + (f"&trang={query['trang']}" if query.get("trang") else "")
    words = say("data_pages.release.page", lang, page=number + 1, pages=last + 1)
    steps: list[Component] = [html.Span(words, className="small second")]
    if number > 0:
        steps.insert(0, link_button("‹", f"{address}&tr={number - 1}"))
    if number < last:
        steps.append(link_button("›", f"{address}&tr={number + 1}"))
    return html.Div(steps, className="pager")


def _name(one: Change, lang: str) -> str:
    area = "" if one.series.area == "Cả nước" else one.series.area
    return " · ".join(filter(None, (area, item_name(one.series, lang), short_period(one.period, lang))))


def _meaning(one: Change, lang: str) -> str:
    return say(f"data_pages.measure.{one.series.measure}.{one.series.comparison}", lang) + f", {one.series.unit}"


def _value(figure: object, lang: str) -> Component | str:
    if figure is None:
        return "…"
    value, status = figure.value, figure.status  # type: ignore[attr-defined]
    return html.Span(
        [formats.number(value, 1 if abs(value) >= 10 else 2, lang), " ", status_sign(status, lang, with_text=False)]
    )


def _difference(one: Change, lang: str) -> str:
    if one.difference is None:
        return "…"
    percent = f" ({formats.signed(one.percent, 1, lang)})" if one.percent is not None else ""
    return formats.signed(one.difference, 1, lang, "") + percent


def _decision(release: Release, findings: Sequence[RecordedFinding], lang: str) -> Component:
    """Findings with a tick and a reason each, and the buttons that fit the state."""
    lines = [_finding(one, release.state == "staged", lang) for one in findings]
    listed: Component = (
        html.Ul(lines, className="findings") if lines else html.P(say("data_pages.release.no_findings", lang))
    )
    if release.state == "staged":
        left = sum(one.finding.severity == Severity.WARNING for one in findings)
        words = say("data_pages.release.accept_count", lang, figures=formats.number(release.figures, 0, lang))
        hint = say("data_pages.release.left", lang, count=left) if left else ""
        accept = html.Form(
            [
                listed,
                html.Div(
                    [
                        text_field("person", say("data_pages.release.person", lang), remembered()),
                        html.Button(words, type="submit", className="control main-button"),
                        html.Span(hint, className="small second"),
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


def _finding(one: RecordedFinding, is_open: bool, lang: str) -> html.Li:
    finding = one.finding
    words = list(spoken(finding, lang).values())
    place = f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet
    parts: list[Component] = [
        html.Span(
            say(f"data_pages.severity.{finding.severity}", lang), className=f"chip chip-{_CHIPS[finding.severity]}"
        ),
        html.Span(place, className="number small"),
        html.Span([html.B(words[0]), " ", words[1], " ", words[2]], className="finding-words"),
    ]
    if one.reason:
        parts.append(
            html.Span(
                say("data_pages.release.passed", lang, by=one.ticked_by, reason=one.reason), className="small second"
            )
        )
    elif is_open and finding.severity == Severity.WARNING:
        parts.append(
            html.Span(
                [
                    dmc.Checkbox(
                        attributes={"input": {"name": f"tick.{one.id}"}},
                        label=say("data_pages.release.tick", lang),
                        size="sm",
                    ),
                    dmc.TextInput(
                        name=f"reason.{one.id}",
                        size="xs",
                        placeholder=say("data_pages.release.reason", lang),
                        **{"aria-label": say("data_pages.release.reason", lang)},
                    ),
                ],
                className="tick",
            )
        )
    return html.Li(parts, className="finding", **({"data-cell": place} if finding.cell else {}))


_CHIPS = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "neutral"}


def _events(release_id: int, lang: str) -> Component:
    rows = [
        [formats.day(one.at.date(), lang), say(f"data_pages.event.{one.action}", lang), one.by, one.why or "…"]
        for one in store().events(release_id)
    ]
    names = ("day", "step", "by", "why")
    return table(
        [say(f"data_pages.columns.{n}", lang) for n in names],
        rows,
        caption=say("data_pages.release.log", lang),
        text_columns=(0, 1, 2, 3),
    )
