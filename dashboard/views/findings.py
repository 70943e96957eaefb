"""What looks wrong with a release: complaints of one kind together, each kind with a tick and a reason."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from data.findings import Severity
from data.people import person
from data.spoken import spoken
from data.store import RecordedFinding
from data.wording import say

LISTED = 60
"""Complaints of one kind that are listed on the page; the workbook with comments holds them all."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
_CHIPS = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.NOTE: "neutral"}


def finding_groups(findings: Sequence[RecordedFinding], lang: str, *, waiting: int | None = None) -> Component:
    """All complaints, the grave ones first; in a waiting release (its number) every kind of warning asks for a reason.

    Ticks and reasons stay with the browser until it is closed, so that a refusal or another page loses none of them.
    """
    if not findings:
        return html.P(say("data_pages.release.no_findings", lang))
    ordered = sorted(findings, key=_kind)
    groups = [list(same) for _, same in groupby(ordered, key=_kind)]
    return html.Ul([_group(one, lang, waiting) for one in groups], className="findings")


def _kind(one: RecordedFinding) -> tuple[int, str]:
    return _ORDER.index(one.finding.severity), one.finding.code


def _group(same: list[RecordedFinding], lang: str, waiting: int | None) -> html.Li:
    finding = same[0].finding
    asking = waiting if finding.severity == Severity.WARNING else None
    words = spoken(finding, lang)
    chip = html.Span(
        say(f"data_pages.severity.{finding.severity}", lang), className=f"chip chip-{_CHIPS[finding.severity]}"
    )
    example = say("data_pages.finding.example", lang) if len(same) > 1 else ""
    needed = say("data_pages.finding.needed", lang, expected=formats.within_sentence(words["expected"]))
    said: list[Component | str] = [example, html.B(words["found"]), " ", words["todo"]]
    said.append(html.Div(needed, className="small second"))
    parts: list[Component] = [chip, _where(same, lang), html.Div([*said, *_reasons(same, lang)])]
    if asking is not None:
        parts.append(_tick(asking, finding.code, lang, count=len(same)))
    if len(same) > 1:
        parts.append(_each(same, lang, asking))
    more = {"data-cell": f"{finding.sheet}!{finding.cell}"} if len(same) == 1 and finding.cell else {}
    return html.Li(parts, className="finding", **more)


def _where(same: list[RecordedFinding], lang: str) -> Component:
    if len(same) > 1:
        count = formats.number(len(same), 0, lang)
        return html.Span(say("data_pages.finding.places", lang, count=count), className="small strong")
    return html.Span(_place(same[0]), className="number small")


def _place(one: RecordedFinding) -> str:
    finding = one.finding
    return f"{finding.sheet}!{finding.cell}" if finding.cell else finding.sheet


def _reasons(same: list[RecordedFinding], lang: str) -> list[Component]:
    """Why they passed: once for each reason that was given."""
    given = dict.fromkeys((one.ticked_by, one.reason) for one in same if one.reason)
    return [
        html.P(say("data_pages.release.passed", lang, by=person(by, lang), reason=reason), className="small second")
        for by, reason in given
    ]


def _each(same: list[RecordedFinding], lang: str, asking: int | None) -> Component:
    """Every place of one kind on demand; one of them may have a reason of its own."""
    own = say("data_pages.finding.own_reason", lang)
    lines = [
        html.Li(
            [
                html.Span(_place(one), className="number small"),
                html.Span(spoken(one.finding, lang)["found"]),
                *([_reason(asking, str(one.id), own)] if asking is not None else []),
            ],
            **({"data-cell": _place(one)} if one.finding.cell else {}),
        )
        for one in same[:LISTED]
    ]
    if len(same) > LISTED:
        lines.append(html.Li(say("data_pages.finding.more", lang, count=len(same) - LISTED), className="second"))
    summary = html.Summary(say("data_pages.finding.each", lang))
    return html.Details([summary, html.Ul(lines, className="finding-places")], className="finding-each")


def _tick(release_id: int, code: str, lang: str, *, count: int) -> Component:
    label = say("data_pages.release.tick" if count == 1 else "data_pages.finding.tick_all", lang, count=count)
    field = {"input": {"name": f"tick.{code}", "required": True}}
    box = dmc.Checkbox(label=label, size="sm", attributes=field, **_kept(release_id, f"tick-{code}"))
    return html.Div(
        [box, _reason(release_id, code, say("data_pages.release.reason", lang), required=True)], className="tick"
    )


def _reason(release_id: int, name: str, words: str, *, required: bool = False) -> Component:
    return dmc.TextInput(
        name=f"reason.{name}",
        size="xs",
        placeholder=words,
        required=required,
        **{"aria-label": words},
        **_kept(release_id, f"reason-{name}"),
    )


def _kept(release_id: int, role: str) -> dict[str, str | bool]:
    """What makes the browser keep a field of one release."""
    return {"id": f"finding-{release_id}-{role}", "persistence": True, "persistence_type": "session"}
