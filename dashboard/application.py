"""Assembles the Dash application round a store."""

from __future__ import annotations

import importlib
import logging
import pkgutil
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

import dash
import flask
import orjson
from dash import Dash, _callback
from flask_compress import Compress

from dashboard.compression import TightScripts
from dashboard.context import LANGUAGE_COOKIE, STORE_KEY, language, visitor_theme
from dashboard.figures import house_style
from dashboard.safety import add_headers, answer_impossible_requests
from dashboard.theme import PALETTE
from data.settings import settings
from data.wording import LANGUAGES, all_wording, say

if TYPE_CHECKING:
    from data.store import Store

IMMUTABLE = "public, max-age=31536000, immutable"
ONE_YEAR = 31_536_000
log = logging.getLogger(__name__)

NOT_NEEDED = ("deps/polyfill@", "dash_table/")
"""Scripts that Dash sends to everyone: for browsers of 2015, and for a table that no page has; 38 KB compressed."""

_INDEX = """<!DOCTYPE html>
<html lang="{language}" data-mantine-color-scheme="{theme}" data-ag-theme-mode="{theme}">
<head>{metas}
<meta name="color-scheme" content="light dark"><title>{title}</title>
<link rel="icon" type="image/svg+xml" href="{icon}">{css}
<script>try{{localStorage.setItem('mantine-color-scheme-value','{theme}')}}catch(e){{}}window.themePalette={palette};</script>
</head><body>{app_entry}{config}{scripts}{renderer}<noscript>{noscript}</noscript></body></html>"""


class Application(Dash):
    """Dash with a page shell in the visitor's language and theme."""

    def interpolate_index(self, **parts: Any) -> str:
        """The page shell; `html lang` and the colour scheme are right before any script runs."""
        parts = {name: value for name, value in parts.items() if name in _PARTS}
        lang = language()
        return _INDEX.format(
            **{**parts, "title": say("dashboard.product", lang)},
            language=lang,
            theme=visitor_theme(),
            icon=self.get_asset_url("favicon.svg"),
            palette=orjson.dumps(PALETTE).decode(),
            noscript=say("dashboard.needs_script", lang),
        )

    def _generate_scripts_html(self) -> str:
        """The scripts of the shell without those that nothing here uses."""
        scripts = super()._generate_scripts_html().split("\n")
        return "\n".join(one for one in scripts if not any(name in one for name in NOT_NEEDED))


_PARTS = ("metas", "css", "app_entry", "config", "scripts", "renderer")


def create_app(store: Store) -> Dash:
    """The application that answers from `store`. Pages and plain routes register themselves when imported."""
    server = flask.Flask("dashboard")
    server.config.update(
        {
            STORE_KEY: store,
            "SECRET_KEY": settings().secret_key,
            "COMPRESS_ALGORITHM": ["br", "zstd", "gzip"],
            "COMPRESS_BR_LEVEL": 4,  # tighter would take as long as many an answer itself
            "COMPRESS_LEVEL": 4,
        }
    )
    app = Application(
        "dashboard",
        server=server,
        use_pages=True,
        pages_folder="",
        assets_folder="assets",
        assets_ignore=r".*\.md$",
        assets_path_ignore=["on-demand"],
        title=say("dashboard.product"),
        update_title="",
        suppress_callback_exceptions=True,
        include_pages_meta=False,
        on_error=_log_failure,
    )
    house_style.register()
    _offer_callbacks()
    _register_routes(server)
    answer_impossible_requests(server)
    server.after_request(_finish)
    server.extensions["tight_scripts"] = TightScripts(server, settings().originals.parent / "compressed")
    Compress(server)

    from dashboard.navigation import frame

    app.layout = frame
    return app


@cache
def _page_callbacks() -> tuple[list[Any], dict[str, Any], list[Any]]:
    """What the page modules register on import, kept, since Dash takes it away for its first application."""
    import dashboard.pages

    for module in sorted(pkgutil.iter_modules(dashboard.pages.__path__), key=lambda m: m.name):
        page = importlib.import_module(f"dashboard.pages.{module.name}")
        if page.__name__ in dash.page_registry:
            dash.page_registry[page.__name__].update(layout=page.layout, title=_title_of(page.__name__))
    return (
        list(_callback.GLOBAL_CALLBACK_LIST),
        dict(_callback.GLOBAL_CALLBACK_MAP),
        list(_callback.GLOBAL_INLINE_SCRIPTS),
    )


def _title_of(module: str) -> Callable[..., str]:
    """The title of a page in the browser's tab, from the wording key that its page registered as its name."""

    def title(**_: str) -> str:
        lang, name = language(), str(dash.page_registry[module]["name"])
        product = say("dashboard.product", lang)
        return f"{say(name, lang)} · {product}" if name in all_wording(lang) else product

    return title


def _offer_callbacks() -> None:
    """Give this application the callbacks of all pages, also when another one in this process had them before."""
    listed, mapped, scripts = _page_callbacks()
    _callback.GLOBAL_CALLBACK_LIST[:] = [dict(one) for one in listed]
    _callback.GLOBAL_CALLBACK_MAP.clear()
    _callback.GLOBAL_CALLBACK_MAP.update({key: dict(value) for key, value in mapped.items()})
    _callback.GLOBAL_INLINE_SCRIPTS[:] = scripts


def _register_routes(server: flask.Flask) -> None:
    import dashboard.api

    for module in sorted(pkgutil.iter_modules(dashboard.api.__path__), key=lambda m: m.name):
        blueprint = getattr(importlib.import_module(f"dashboard.api.{module.name}"), "blueprint", None)
        if blueprint is not None:
            server.register_blueprint(blueprint)


def _finish(response: flask.Response) -> flask.Response:
    """Headers of every answer: safety, caching by fingerprint, and the language that the address asked for."""
    add_headers(response)
    path, query = flask.request.path, flask.request.query_string
    if (path.startswith("/assets/") and (b"m=" in query or "/fonts/" in path)) or (
        path.startswith("/_dash-component-suites/") and response.status_code == 200
    ):
        response.headers["Cache-Control"] = IMMUTABLE
    wanted = flask.request.args.get("lang")
    if wanted in LANGUAGES and response.mimetype == "text/html":
        response.set_cookie(LANGUAGE_COOKIE, wanted, max_age=ONE_YEAR, samesite="Lax")
    return response


def _log_failure(error: Exception) -> Any:
    """A failed callback leaves what was on the screen and says so in the log."""
    log.exception("callback failed", exc_info=error)
    from dashboard.components.failure import failure_notice

    dash.set_props("failure", {"children": failure_notice(language())})
    return dash.no_update
