"""What accepting a release would change: sentences and charts of the pages and campaign statements, now and then."""

from __future__ import annotations

from dash import html
from dash.development.base_component import Component

from dashboard import formats
from dashboard.charts import area_title
from dashboard.components.before_after import before_after
from dashboard.names import subject
from dashboard.release_effects import Effects, SeriesChange, StatementChange, ThemeChange, Words
from dashboard.views.parts import empty, table
from dashboard.views.statement import theme_name
from data.period import MONTHS_IN_YEAR
from data.wording import say


def effects_view(found: Effects, lang: str) -> Component:
    """All of it, or one sentence where no page would change."""
    if not found:
        return empty(say("data_pages.effects.nothing", lang))
    parts: list[Component] = [
        html.P(say("data_pages.effects.key", lang, area=area_title(found.area, lang)), className="second")
    ]
    if found.title:
        parts += [_part("title", lang), _sentences([("", found.title)], lang)]
    if found.themes:
        parts += [_part("themes", lang), html.Div([_theme(one, lang) for one in found.themes], className="multiples")]
    if found.series:
        parts += [_part("series", lang), html.Div([_series(one, lang) for one in found.series], className="multiples")]
    parts.append(_part("statements", lang))
    if found.statements:
        parts.append(_sentences([(_campaign(one, lang), one.words) for one in found.statements], lang))
    else:
        parts.append(html.P(say("data_pages.effects.no_statement", lang), className="second"))
    return html.Div(parts, className="effects")


def _part(name: str, lang: str) -> Component:
    return html.H3(say(f"data_pages.effects.{name}", lang), className="strong")


def _theme(one: ThemeChange, lang: str) -> Component:
    words = one.words.after if one.words.before != one.words.after else say("data_pages.effects.same_words", lang)
    return before_after(theme_name(one.theme, lang), one.before, one.after, words=words, language=lang, is_rate=True)


def _series(one: SeriesChange, lang: str) -> Component:
    meaning = say(f"data_pages.measure.{one.series.measure}.{one.series.comparison}", lang)
    words = say("data_pages.effects.largest", lang, percent=formats.signed(one.largest, 1, lang))
    return before_after(
        f"{subject(one.series, lang)} · {meaning}, {formats.unit_name(one.series.unit, lang)}",
        one.before,
        one.after,
        words=words,
        language=lang,
        is_rate=False,
        gap=1 if one.months == 1 else MONTHS_IN_YEAR,
    )


def _campaign(one: StatementChange, lang: str) -> str:
    return f"{one.campaign.name_in(lang)} · {theme_name(one.theme, lang)}"


def _sentences(changes: list[tuple[str, Words]], lang: str) -> Component:
    none = say("data_pages.effects.none", lang)
    names = ["statement"] if any(name for name, _ in changes) else []
    headings = [say(f"data_pages.effects.{n}", lang) for n in (*names, "now", "then")]
    rows = [[*([name] if names else []), words.before or none, words.after or none] for name, words in changes]
    listed = table(headings, rows, caption=say("data_pages.effects.title_all", lang), text_columns=(0, 1, 2))
    return html.Div(listed, className="sentences" if names else "")
