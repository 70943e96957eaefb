"""Views under a name: the form that keeps and shares the one on the screen, and the list of those that were kept."""

from __future__ import annotations

from datetime import date

from dash import dcc, html
from dash.development.base_component import Component

from dashboard.components.drawing import Drawing, text
from dashboard.explorer.selection import selection_in
from dashboard.formats import day
from dashboard.views.parts import section
from data.store import SavedView
from data.wording import say

SAVE = "/kham-pha/goc-nhin"


def share_menu(newest: date | None, person: str, language: str) -> Drawing:
    """Copying the address and keeping the view, each either always with the newest figures or as known on a day.

    The script fills in the address of the moment, and offers its day of the figures where it has one.
    """

    def said(key: str, **more: str) -> str:
        return text(say(f"explorer.saved.{key}", language, **more))

    frozen = (
        f'<label><input type="radio" name="day" value="{newest.isoformat()}"> {said("frozen", day=day(newest))}</label>'
        if newest
        else ""
    )
    return Drawing(
        f'<details class="share-menu"><summary class="control main-button">{said("share")}</summary>'
        f'<form class="share-panel" method="post" action="{SAVE}" data-share>'
        f'<input type="hidden" name="address" value=""><fieldset><legend>{said("figures")}</legend>'
        f'<label hidden data-as-shown><input type="radio" name="day" value=""> {said("as_shown")}</label>'
        f'<label><input type="radio" name="day" value="" checked> {said("rolling")}</label>{frozen}</fieldset>'
        f'<button type="button" class="control" data-action="copy-address" data-done="{said("copied")}"'
        f' data-failed="{said("copy_failed")}" aria-live="polite">{said("copy")}</button>'
        f'<label class="share-name">{said("name")}<input class="control" name="name" maxlength="120" required></label>'
        f'<label class="share-name">{said("person")}<input class="control" name="person" maxlength="80"'
        f' value="{text(person)}"></label>'
        f'<label><input type="checkbox" name="shared" value="1"> {said("for_all")}</label>'
        f'<button type="submit" class="control main-button">{said("save")}</button></form></details>',
        className="share-place",
    )


def saved_list(views: list[SavedView], language: str) -> list[Component]:
    """Nothing where nothing was kept."""
    if not views:
        return []
    items = [html.Li([dcc.Link(one.name, href=one.address), Drawing(_about(one, language))]) for one in views]
    return [section(say("explorer.saved.title", language), html.Ul(items, className="link-list saved-views"))]


def _about(one: SavedView, language: str) -> str:
    """Whose it is and how it holds its figures; an own one can be renamed and deleted."""

    def said(key: str, **more: str) -> str:
        return text(say(f"explorer.saved.{key}", language, **more))

    chosen = selection_in(one.address)
    kept = said("kept_rolling")
    if chosen.as_of or chosen.recorded:
        kept = said("kept_recorded" if chosen.recorded else "kept_frozen", day=day(chosen.recorded or chosen.as_of))
    whose = said("own") if one.is_own and not one.is_shared else said("shared_by", by=one.by)
    about = f' <span class="small quiet">{kept} · {whose}</span>'
    if not one.is_own:
        return about
    path = f"{SAVE}/{one.id}"
    return (
        f'{about} <details class="rename"><summary class="small">{said("rename")}</summary>'
        f'<form method="post" action="{path}/doi-ten"><input class="control" name="name" required maxlength="120"'
        f' value="{text(one.name)}" aria-label="{said("name")}">'
        f'<button class="control">{said("rename")}</button></form></details>'
        f'<form class="delete" method="post" action="{path}/xoa"><button class="plain-button"'
        f' aria-label="{said("delete")}: {text(one.name)}">{said("delete")}</button></form>'
    )
