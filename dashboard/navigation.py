"""The frame round every page: header, navigation, language and theme switch, and the place of the page."""

from __future__ import annotations

import json
from dataclasses import dataclass

import dash
import dash_mantine_components as dmc
from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.drawing import Drawing
from dashboard.context import language, visitor_theme
from dashboard.theme import MANTINE
from data.settings import settings
from data.wording import LANGUAGES, say


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the navigation; `section` is the path that its pages share."""

    key: str
    path: str
    section: str


ENTRIES = (
    Entry("overview", "/", "/"),
    Entry("theme", "/chuyen-de/industry", "/chuyen-de"),
    Entry("explore", "/kham-pha", "/kham-pha"),
    Entry("campaigns", "/phong-trao", "/phong-trao"),
    Entry("data", "/so-lieu", "/so-lieu"),
    Entry("reports", "/bao-cao", "/bao-cao"),
    Entry("administration", "/quan-tri", "/quan-tri"),
)
MOST_ON_PHONE = 4
_MARK = (
    '<svg width="30" height="30" viewBox="0 0 30 30" aria-hidden="true">'
    '<rect x="1" y="5" width="15" height="5" rx="1" fill="var(--bandline)"/>'
    '<rect x="8" y="12.5" width="14" height="5" rx="1" fill="var(--primary)"/>'
    '<rect x="1" y="20" width="21" height="5" rx="1" fill="var(--s3)"/>'
    '<circle cx="26.3" cy="7.5" r="2.7" fill="none" stroke="var(--primary)" stroke-width="1.8"/></svg>'
)
TOUR_WORDS = ("label", "title", "invitation", "start", "later", "next", "back", "done", "end")
TOUR_STEPS = {
    "number": ".page .figure-link",
    "help": ".help",
    "search": ".search-open",
    "explore": 'a[href="/kham-pha"]',
    "tools": "[data-action=language]",
}
"""What each step points at; a step is left out where nothing of it is to be seen."""
_MAGNIFIER = (
    '<svg width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.8">'
    '<circle cx="6.8" cy="6.8" r="5"/><path d="m10.6 10.6 4.2 4.2"/></svg>'
)
_ARROW_OUT = (
    '<svg width="16" height="16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.6">'
    '<path d="M8 10V1.8M4.8 4.6 8 1.4l3.2 3.2M5 7H2.6v7.2h10.8V7H11"/></svg>'
)
_HALF_MOON = (
    '<svg width="16" height="16" aria-hidden="true"><circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor"'
    ' stroke-width="1.6"/><path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor"/></svg>'
)


def frame() -> Component:
    """The layout of the application, in the visitor's language."""
    lang = language()
    return dmc.MantineProvider(
        theme=MANTINE,
        defaultColorScheme=visitor_theme(),
        children=dmc.DatesProvider(
            settings={"locale": lang, "firstDayOfWeek": 1},
            children=html.Div(
                [
                    html.A(say("dashboard.skip", lang), href="#content", className="skip"),
                    _header(lang),
                    html.Div(id="failure", role="status"),
                    _connection(lang),
                    html.Main(dash.page_container, id="content", className="page", tabIndex=-1),
                    _phone_navigation(lang),
                    _drawer_words(lang),
                    _tour_words(lang),
                ]
            ),
        ),
    )


def _header(lang: str) -> html.Header:
    brand = dcc.Link(
        [Drawing(_MARK), html.Span([_name(lang), html.Small(settings().department)])],
        href="/",
        className="brand",
    )
    links = [_link(entry, lang) for entry in ENTRIES if entry.path in registered_paths()]
    return html.Header(
        [brand, html.Nav(links, className="nav", **{"aria-label": say("dashboard.navigation", lang)}), _tools(lang)],
        className="top",
    )


def _name(lang: str) -> str:
    """The name of the product, whose last two words stay together on a phone: `Công Thương` is one word."""
    start, _, end = say("dashboard.product", lang).rpartition(" ")
    return f"{start}\N{NO-BREAK SPACE}{end}"


def _tools(lang: str) -> html.Div:
    other = next(code for code in LANGUAGES if code != lang)
    return html.Div(
        [
            _search(lang),
            _share(lang),
            html.Button(
                other.upper(),
                className="plain-button",
                lang=other,
                title=say("dashboard.switch_language", other),
                **{
                    "data-action": "language",
                    "data-value": other,
                    "aria-label": say("dashboard.switch_language", other),
                },
            ),
            html.Button(
                Drawing(_HALF_MOON),
                className="plain-button",
                title=say("dashboard.switch_theme", lang),
                **{"data-action": "theme", "aria-label": say("dashboard.switch_theme", lang)},
            ),
        ],
        className="tools",
    )


def _tour_words(lang: str) -> html.Div:
    """The steps of the tour: words, and what each points at; its script is fetched on a first visit or when asked."""
    words = {name: say(f"tour.{name}", lang) for name in TOUR_WORDS}
    steps = [
        {"at": at, "title": say(f"tour.steps.{key}.title", lang), "text": say(f"tour.steps.{key}.text", lang)}
        for key, at in TOUR_STEPS.items()
    ]
    return html.Div(id="tour-words", hidden=True, **{"data-tour": json.dumps({**words, "steps": steps})})


def _drawer_words(lang: str) -> html.Div:
    """What the panel of a number says before the server answers; the panel itself is made by its script."""
    words = {f"data-{name}": say(f"lineage.drawer.{name}", lang) for name in ("label", "close", "loading", "failed")}
    return html.Div(id="drawer-words", hidden=True, **words)


def _search(lang: str) -> html.Button:
    """Opens the search of everything; the words of its window travel with the button."""
    words = ("label", "placeholder", "hint", "near", "nothing", "failed", "close")
    return html.Button(
        [Drawing(_MAGNIFIER), html.Span(say("search.open", lang), className="search-word"), html.Kbd("Ctrl K")],
        className="plain-button search-open",
        **{
            "data-action": "search",
            "data-search-words": "",
            "aria-label": say("search.label", lang),
            "aria-keyshortcuts": "Control+K",
            **{f"data-{name}": say(f"search.{name}", lang) for name in words},
        },
    )


def _share(lang: str) -> html.Button:
    """Copies the address of the page with all that was chosen on it; a phone offers its own ways to send it."""
    return html.Button(
        [Drawing(_ARROW_OUT), html.Span(say("dashboard.share.name", lang))],
        className="plain-button share-page",
        title=say("dashboard.share.hint", lang),
        **{
            "data-action": "share",
            "aria-label": say("dashboard.share.hint", lang),
            **{f"data-{name}": say(f"dashboard.share.{name}", lang) for name in ("newest", "kept", "failed")},
        },
    )


def _connection(lang: str) -> html.Div:
    """Shown by the browser while the server does not answer."""
    again = html.A(say("dashboard.failed.again", lang), href="")
    return html.Div(
        [html.Strong(), " ", again],
        id="connection",
        className="failed",
        role="alert",
        hidden=True,
        **{"data-words": say("dashboard.failed.no_answer", lang)},
    )


def _phone_navigation(lang: str) -> html.Nav:
    """The entries that fit the narrowest phone, and the others behind the last place."""
    links = [_link(entry, lang) for entry in ENTRIES if entry.path in registered_paths()]
    shown, others = links[:MOST_ON_PHONE], links[MOST_ON_PHONE:]
    if others:
        summary = html.Summary(say("dashboard.nav.more", lang))
        shown.append(html.Details([summary, html.Div(others, className="more-links")], className="more"))
    return html.Nav(shown, className="bottom", **{"aria-label": say("dashboard.navigation_phone", lang)})


def _link(entry: Entry, lang: str) -> dcc.Link:
    return dcc.Link(say(f"dashboard.nav.{entry.key}", lang), href=entry.path)


def registered_paths() -> set[str]:
    """Paths that some page answers; templates count with the default of their variables."""
    paths = {page["path"] for page in dash.page_registry.values()}
    return paths | {
        entry.path for entry in ENTRIES if any(_matches(page, entry) for page in dash.page_registry.values())
    }


def _matches(page: dict[str, str], entry: Entry) -> bool:
    template = page.get("path_template") or ""
    return bool(template) and template.split("<")[0].rstrip("/") == entry.section
