"""What a visitor sees when something went wrong: what to do, while the rest of the page stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dash import html

from dashboard.charts import area_name
from dashboard.formats import day, month_short, within_sentence
from dashboard.selection import Selection
from data.settings import settings
from data.wording import say


def failure_notice(language: str) -> html.Div:
    """One line and a way on; shown above the page, which keeps its last good state."""
    return html.Div(
        [
            html.Strong(say("dashboard.failed.title", language)),
            " ",
            say("dashboard.failed.what_to_do", language),
            " ",
            html.A(say("dashboard.failed.again", language), href=""),
        ],
        className="failed",
        role="alert",
    )


def nothing_of_month(chosen: Selection, path: str, months: Sequence[int], language: str) -> html.Div:
    """A month between others for which nothing is loaded, and the way to the nearest that has figures."""
    asked = chosen.month or 0
    nearest = min(months, key=lambda month: abs(month - asked))
    words = say("dashboard.overview.not_loaded", language, month=month_short(asked, language))
    button = say("dashboard.overview.nearest", language, month=month_short(nearest, language))
    return empty_state(f"{words}.", button, chosen.address(path, month=nearest))


def nothing_words(chosen: Selection, language: str, theme: str = "") -> str:
    """What is missing: figures of that area by that day, of one theme of it, of all of it, or everything."""
    area = area_name(chosen.area, language)
    if chosen.day:
        return say("dashboard.overview.nothing_by_day", language, day=day(chosen.day), area=area)
    if theme:
        name = within_sentence(say(f"dashboard.theme.{theme}.name", language))
        return say("dashboard.overview.nothing_of_theme", language, theme=name, area=area)
    if chosen.area != settings().default_area:
        return say("dashboard.overview.nothing_of_area", language, area=area)
    return say("dashboard.overview.nothing", language)


def nothing_loaded(chosen: Selection, path: str, language: str, told: str = "") -> html.Div:
    """What to do where there is nothing, after what is `told` of it: newer figures, or an upload."""
    before = f"{told}. " if told else ""
    if chosen.day:
        newest = replace(chosen, as_of=None, recorded=None).address(path)
        later = say("dashboard.overview.empty_by_day", language)
        return empty_state(before + later, say("charts.as_of.newest", language), newest)
    is_default = chosen.area == settings().default_area
    words, button = (
        say(f"dashboard.overview.{key}", language) for key in ("empty" if is_default else "empty_area", "upload")
    )
    shown = empty_state(before + words, button, "/so-lieu/tai-len")
    if not is_default:
        form = html.A(say("dashboard.yearly.template", language), href=chosen.address("/so-lieu/bieu-mau"))
        shown.children.append(form)
    return shown


def empty_state(sentence: str, button: str = "", href: str = "") -> html.Div:
    """What is missing, in one sentence, and the one thing to do about it."""
    children = [html.P(sentence)]
    if button:
        children.append(html.A(button, href=href, className="control main-button"))
    return html.Div(children, className="empty")
