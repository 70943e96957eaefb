"""`Quản trị`: what the store holds and where, whether it is sound, its backup, and the settings in force."""

from __future__ import annotations

from typing import Any

import dash
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.analysts import is_analyst
from dashboard.context import language, store
from dashboard.views.gate import gate
from dashboard.views.parts import link_button, page_head, section, table
from data import maintenance, originals
from data.settings import PREFIX, settings
from data.store import Release
from data.wording import say

PATH = "/quan-tri"
SECRETS = ("secret_key", "analyst_code")
SHOWN = (
    "department", "superior", "default_area", "own_area", "office_template", "two_person_rule", "analyst_code",
    "campaign_editors", "database_url", "originals", "host", "port", "threads", "secret_key",
)  # fmt: skip
"""Settings in the order in which an office thinks of them."""

dash.register_page(__name__, path=PATH, name="dashboard.nav.administration", order=6)


def layout(**query: str) -> html.Div:
    lang = language()
    if not is_analyst():
        return gate(PATH, query.get("loi", ""), lang)
    releases = store().releases("staged", "accepted", "rolled_back")
    problem = [html.P(query["loi"], role="alert", className="failed")] if query.get("loi") else []
    return html.Div(
        [
            page_head(say("dashboard.nav.administration", lang), _finding(releases, lang)),
            *problem,
            html.Div(
                [
                    section(say("administration.store.title", lang), _facts(releases, lang)),
                    html.Div(
                        [
                            section(say("administration.check.title", lang), *_check("kiem-tra" in query, lang)),
                            section(say("administration.backup.title", lang), *_backup(lang)),
                        ]
                    ),
                ],
                className="two-columns",
            ),
            section(say("administration.settings.title", lang), *_settings(lang)),
        ]
    )


def _finding(releases: list[Release], lang: str) -> str:
    held = [one for one in releases if one.state == "accepted"]
    figures = formats.number(sum(one.figures for one in held), 0, lang)
    return say("administration.finding", lang, figures=figures, releases=formats.number(len(held), 0, lang))


def _facts(releases: list[Release], lang: str) -> Component:
    kept = {one.sha256 for one in releases if originals.is_kept(one.sha256)}
    recorded = [one.recorded for one in releases if one.recorded]
    facts = {
        "database": store().database.url.render_as_string(hide_password=True),
        "size": _size(lang),
        "waiting": formats.number(sum(one.state == "staged" for one in releases), 0, lang),
        "rolled_back": formats.number(sum(one.state == "rolled_back" for one in releases), 0, lang),
        "last": formats.moment(max(recorded), lang) if recorded else "…",
        "folder": str(settings().originals),
        "originals": formats.number(len(kept), 0, lang),
        "missing": formats.number(len({one.sha256 for one in releases} - kept), 0, lang),
    }
    parts: list[Component] = []
    for name, shown in facts.items():
        parts += [html.Dt(say(f"administration.store.{name}", lang)), html.Dd(shown, className="breakable")]
    return html.Dl(parts, className="facts")


def _size(lang: str) -> str:
    file = store().database.file
    if file is None or not file.exists():
        return "…"
    return f"{formats.number(file.stat().st_size / 2**20, 1, lang)} MB"


def _check(is_asked: bool, lang: str) -> list[Component]:
    """The check reads everything, so that it runs when it is asked for."""
    about = html.P(say("administration.check.about", lang), className="second")
    button = link_button(say("administration.check.run", lang), f"{PATH}?kiem-tra=1")
    if not is_asked:
        return [about, html.P(button, className="block-line")]
    found = maintenance.verify(store())
    numbers = {"figures": formats.number(found.figures, 0, lang), "releases": formats.number(found.releases, 0, lang)}
    key = "broken" if found.problems else "sound"
    words = say(f"releases.command.{key}", lang, **numbers, problems=len(found.problems))
    problems = [
        html.Li(say(f"releases.command.{code}", lang, **parameters), className="failed")
        for code, parameters in found.problems
    ]
    return [html.P(html.Strong(words), role="status"), html.Ul(problems), html.P(button, className="block-line")]


def _backup(lang: str) -> list[Component]:
    restore = html.P(
        [say("administration.backup.restore", lang), " ", html.Code("python -m data restore")],
        className="second block-line",
    )
    if not store().database.is_sqlite:
        return [html.P(say("administration.backup.server", lang), className="second")]
    button = html.Button(say("administration.backup.make", lang), type="submit", className="control")
    form = html.Form(button, action=f"{PATH}/sao-luu", method="POST", className="block-line")
    return [html.P(say("administration.backup.about", lang), className="second"), form, restore]


def _settings(lang: str) -> list[Component]:
    rows = [
        [html.Code(PREFIX + name.upper()), _value(name, lang), say(f"administration.settings.{name}", lang)]
        for name in SHOWN
    ]
    headings = [say(f"administration.settings.{name}", lang) for name in ("variable", "value", "meaning")]
    title = say("administration.settings.title", lang)
    about = html.P(say("administration.settings.about", lang), className="second block-line")
    return [about, table(headings, rows, caption=title, text_columns=(0, 1, 2), is_map=True)]


def _value(name: str, lang: str) -> Any:
    """The value in force; of a secret only whether there is one."""
    value = getattr(settings(), name)
    if name in SECRETS:
        is_set = bool(value) and name in settings().model_fields_set
        return say(f"administration.settings.{'is_set' if is_set else 'not_set'}", lang)
    if name == "database_url":
        return html.Span(store().database.url.render_as_string(hide_password=True), className="breakable")
    if isinstance(value, bool):
        return say(f"administration.settings.{'yes' if value else 'no'}", lang)
    return html.Span(str(value), className="breakable") if value not in ("", None) else "…"
