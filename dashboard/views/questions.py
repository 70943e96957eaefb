"""Questions about labels and headings that are not known: one form each, with the likeliest answers first."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import urlencode

import dash_mantine_components as dmc
from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.api.visitor import remembered
from dashboard.charts import area_name
from dashboard.views.parts import section, text_field
from data.catalogue import catalogue
from data.store import Release
from data.wording import say
from loaders.release import NO_STATISTIC, SOMETHING_NEW, HeadingQuestion, Question, parts_of

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
    return [section(say("data_pages.question.title", lang), *words, body, note=_count(questions, lang))]


def headings_section(release: Release, questions: Sequence[HeadingQuestion], lang: str) -> list[Component]:
    """Nothing where the release asks nothing about its headings or somebody has decided on it."""
    if not questions or release.state != "staged":
        return []
    lines = [html.Li(_heading_form(release, one, lang), className="question") for one in questions[:AT_ONCE]]
    why = html.P(say("data_pages.question.heading_why", lang), className="second")
    note = _count(questions, lang)
    title = say("data_pages.question.heading_title", lang)
    return [section(title, why, html.Ul(lines, className="findings"), note=note)]


def _count(questions: Sequence[object], lang: str) -> str:
    return say("data_pages.question.count", lang, count=formats.number(len(questions), 0, lang))


def heading_choices(question: HeadingQuestion, lang: str) -> list[dict[str, object]]:
    """How the heading can be read, and that it holds no figures."""
    readings = [{"value": one, "label": _answer_words(one, lang)} for one in question.answers]
    none = [{"value": NO_STATISTIC, "label": say("reading.answers.none", lang)}]
    groups = {"heading_likely": readings, "none": none}
    return [
        {"group": say(f"data_pages.question.{name}", lang), "items": items} for name, items in groups.items() if items
    ]


def _answer_words(answer: str, lang: str) -> str:
    return ", ".join(say(f"reading.answers.{part}", lang) for part in parts_of(answer))


def _heading_form(release: Release, question: HeadingQuestion, lang: str) -> html.Form:
    count = say("data_pages.question.heading_figures", lang, count=formats.number(question.figures, 0, lang))
    place = f"{_table_name(question.table, lang)} · {question.sheet}!{question.cell} · {count}"
    address = urlencode({"bang": question.table, "tieu-de": question.shape})
    return _answer_form(
        [
            _asked(say("data_pages.question.heading_asked", lang, heading=question.heading), place),
            dmc.Select(
                name="answer",
                label=say("data_pages.question.heading_choose", lang),
                data=heading_choices(question, lang),
                size="sm",
                className="wide-field",
            ),
        ],
        f"/so-lieu/ban/{release.id}/cot?{address}",
        question.area,
        lang,
    )


def _answer_form(asked: Sequence[Component], action: str, area: str, lang: str) -> html.Form:
    """What is asked and its choices, for which area the answer holds, and who gives it."""
    who = text_field("person", say("data_pages.release.person", lang), remembered())
    button = html.Button(say("data_pages.question.answer", lang), type="submit", className="control")
    return html.Form([*asked, *_scope(area, lang), who, button], action=action, method="POST", className="decision")


def _scope(area: str, lang: str) -> list[Component]:
    """Whether the answer holds everywhere or for the area of the figures alone; no question for the whole country."""
    if not area:
        return []
    everywhere = {"value": "", "label": say("data_pages.question.everywhere", lang)}
    return [
        dmc.Select(
            name="area",
            label=say("data_pages.question.scope", lang),
            data=[everywhere, {"value": area, "label": area_name(area, lang)}],
            value="",
            allowDeselect=False,
            size="sm",
        )
    ]


def _table_name(table: str, lang: str) -> str:
    found = catalogue().tables[table]
    return found.en if lang == "en" else found.vi


def _asked(words: str, place: str) -> html.P:
    return html.P([html.B(words), html.Span(place, className="small second")], className="question-words")


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
    asked = say("data_pages.question.asked", lang, label=" › ".join((*question.parents, question.label)))
    place = f"{_table_name(question.table, lang)} · {question.sheet}!{question.cell}"
    return _answer_form(
        [
            _asked(asked, place),
            dmc.Select(
                name="code",
                label=say("data_pages.question.choose", lang),
                data=choices(question, lang),
                searchable=True,
                nothingFoundMessage=say("data_pages.question.not_found", lang),
                size="sm",
                className="wide-field",
            ),
        ],
        f"/so-lieu/ban/{release.id}/nhan?{urlencode({'bang': question.table, 'nhan': question.path})}",
        question.area,
        lang,
    )
