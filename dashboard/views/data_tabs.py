"""The way between the pages about data."""

from __future__ import annotations

from dash import html

from data.wording import say

TABS = {
    "status": "/so-lieu",
    "upload": "/so-lieu/tai-len",
    "compare": "/so-lieu/so-sanh",
    "first_estimates": "/so-lieu/dieu-chinh",
    "templates": "/so-lieu/bieu-mau",
}


def data_tabs(current: str, lang: str) -> html.Nav:
    links = [
        html.A(
            say(f"data_pages.tabs.{name}", lang),
            href=path,
            className="theme-tab on" if name == current else "theme-tab",
            **({"aria-current": "page"} if name == current else {}),
        )
        for name, path in TABS.items()
    ]
    return html.Nav(links, className="theme-tabs", **{"aria-label": say("data_pages.tabs.title", lang)})
