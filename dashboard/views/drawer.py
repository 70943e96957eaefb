"""The short lineage of one number as a piece of markup, for the panel beside a chart or table."""

from __future__ import annotations

from collections.abc import Iterable

from dashboard.analysts import origin_for_visitor
from dashboard.components.drawing import text
from dashboard.components.figures import figure_path
from dashboard.components.signs import status_svg
from dashboard.derivations.derivation import PATH, derivation_of
from dashboard.derivations.explained import explain
from dashboard.derivations.formula_text import exact, heading, result_text, with_names, with_numbers, words_of
from dashboard.derivations.model import Explained
from dashboard.figure_lineage import (
    certainty_of,
    decimals_of,
    expectation_of,
    growth_trace,
    out_of_use,
    value_with_unit,
)
from dashboard.formats import MINUS, day, number, period_long, signed
from dashboard.names import subject
from dashboard.views.derivation import same_release, why_shown
from data.store import Lineage, Store, Version
from data.store.errors import StoreError
from data.wording import say

MOST_INPUTS = 14


def drawer_markup(store: Store, query: dict[str, str], lang: str) -> str:
    """For `o=<figure id>` or the query of a derivation; a sentence where there is nothing to tell."""
    if "o" in query:
        try:
            return _of_figure(store, origin_for_visitor(store, query["o"]), lang)
        except StoreError as error:
            return _paragraph(error.message(lang))
        except (ValueError, KeyError):
            return _paragraph(say("data_pages.lineage.unknown", lang))
    asked = derivation_of(query)
    found = explain(store, asked) if asked else None
    return _of_computed(found, lang) if found and asked else _paragraph(say("lineage.computed.unknown", lang))


def _of_figure(store: Store, found: Lineage, lang: str) -> str:
    series, figure = found.series, found.figure
    status, is_stated = certainty_of(store, found)
    note = "" if is_stated else f' <span class="small quiet">{text(say("lineage.cell.inferred", lang))}</span>'
    meaning = say(f"data_pages.measure.{series.measure}.{series.comparison}", lang)
    facts = [
        ("file", text(found.file)),
        ("sheet", text(found.sheet)),
        ("cell", f'<b class="number">{text(found.cell)}</b>'),
        ("labels", text(" › ".join((*found.parents, found.item or series.label)))),
        ("headings", text(" / ".join(found.headings))),
        ("released", _link(day(figure.released, lang), f"/so-lieu/ban/{found.release.id}")),
    ]
    rows = [(say(f"data_pages.columns.{name}", lang), value) for name, value in facts]
    shown = value_with_unit(found, lang)
    if trace := growth_trace(found):
        meaning, shown = f"{meaning} {shown}", signed(figure.value - 100, decimals_of(found), lang)
        words = f"{signed(figure.value - 100, 2, lang)} = {exact(figure.value, lang)} {MINUS} 100"
        rows.append((say("lineage.cell.shown_as", lang), _figure_link(words, trace)))
    expectation, unused = expectation_of(store, found, lang), out_of_use(found, lang)
    return "".join(
        (
            _head(f"{subject(series, lang)}, {period_long(figure.period, lang)}", shown),
            f'<p class="chips"><span class="chip chip-bad strong">{text(unused)}</span></p>' if unused else "",
            f'<p class="second">{text(meaning)} · {_status(status, lang)}{note}</p>',
            _facts(rows),
            f"<h3>{text(say('lineage.drawer.earlier', lang))}</h3>",
            _versions(found, lang),
            f'<p class="expectation">{text(expectation)}</p>' if expectation else "",
            _foot(figure_path(figure.id), say("lineage.drawer.full", lang), _marked(found, lang)),
        )
    )


def _of_computed(found: Explained, lang: str) -> str:
    how = found.how.vi if lang == "vi" else found.how.en
    result = result_text(found.value, found, lang)
    title = heading(found, lang).rsplit(": ", 1)[0]
    is_single = found.months[-1].formula and not found.is_mean and not found.base
    numbers = f"{with_numbers(found, lang)} = {result}" if is_single else ""
    lines = [words_of(found, lang), with_names(found, lang)]
    download = _link(say("lineage.computed.download", lang), f"{PATH}.xlsx?{found.derivation.query}")
    return "".join(
        (
            _head(title, result),
            f'<p class="second">{text(how)}</p>',
            f"<p>{text(lines[0])}</p>",
            f'<p class="formula-line number">{text(lines[1])}</p>' if lines[1] else "",
            f'<p class="formula-line number">{text(numbers)}</p>' if numbers else "",
            f"<h3>{text(say('lineage.computed.inputs', lang))}</h3>",
            _inputs(found, lang),
            f'<p class="small second">{text(why_shown(found, lang))} {text(same_release(found, lang))}</p>',
            _foot(found.derivation.address, say("lineage.drawer.full_computed", lang), download),
        )
    )


def _inputs(found: Explained, lang: str) -> str:
    rows = []
    for given in found.inputs[-MOST_INPUTS:]:
        if given.figure is None or given.series is None:
            plan = given.plan
            name, period = say(f"lineage.need.{given.need}", lang), str(plan.year) if plan else ""
            rows.append((f"{text(name)} {text(period)}", text(exact(given.value, lang)), ""))
            continue
        name = f"{subject(given.series, lang)}, {period_long(given.figure.period, lang)}"
        place = f"{given.place.sheet}!{given.place.cell}" if given.place else "…"
        rows.append((text(name), _figure_link(exact(given.figure.value, lang), given.figure.id), text(place)))
    more = (
        f"<tr><td>+ {len(found.inputs) - MOST_INPUTS}</td><td></td><td></td></tr>"
        if len(found.inputs) > MOST_INPUTS
        else ""
    )
    body = "".join(
        f'<tr><th scope="row">{a}</th><td class="number">{b}</td><td class="small quiet">{c}</td></tr>'
        for a, b, c in rows
    )
    return f'<table class="data-table"><tbody>{body}{more}</tbody></table>'


def _versions(found: Lineage, lang: str) -> str:
    if len(found.versions) < 2:
        return f'<p class="second">{text(say("lineage.drawer.never_revised", lang))}</p>'
    decimals, before, rows = decimals_of(found), None, []
    for version in found.versions:
        trace = f"{found.series.id}:{found.figure.period}:{version.release_id}"
        change = signed(version.value - before.value, decimals, lang, "") if before else ""
        rows.append(_version_row(version, trace, change, decimals, lang))
        before = version
    return f'<table class="data-table"><tbody>{"".join(rows)}</tbody></table>'


def _version_row(version: Version, trace: str, change: str, decimals: int, lang: str) -> str:
    state = text(say("lineage.cell.withdrawn", lang)) if version.withdrawn else _status(version.status, lang)
    value = _figure_link(number(version.value, decimals, lang), trace)
    return (
        f'<tr><th scope="row" class="number">{day(version.released, lang)}</th><td class="number">{value}</td>'
        f'<td class="number">{text(change)}</td><td class="small">{state}</td></tr>'
    )


def _head(title: str, value: str) -> str:
    return f'<h2 id="drawer-title" tabindex="-1">{text(title)}</h2><p class="drawer-value">{text(value)}</p>'


def _facts(rows: Iterable[tuple[str, str]]) -> str:
    return f'<dl class="facts">{"".join(f"<dt>{text(name)}</dt><dd>{value}</dd>" for name, value in rows)}</dl>'


def _status(status: str, lang: str) -> str:
    word = text(say(f"dashboard.status.{status or 'unknown'}", lang))
    return f'<span class="status">{status_svg(status)} {word}</span>'


def _marked(found: Lineage, lang: str) -> str:
    return _link(say("lineage.cell.marked", lang), f"{figure_path(found.figure.id)}/danh-dau")


def _foot(address: str, words: str, other: str) -> str:
    return (
        f'<p class="drawer-foot"><a class="control main-button" href="{text(address)}">{text(words)}</a></p>'
        f'<p class="small">{other}</p>'
    )


def _link(words: str, address: str) -> str:
    return f'<a href="{text(address)}">{text(words)}</a>'


def _figure_link(words: str, trace: str) -> str:
    return f'<a class="figure-link linked number" href="{text(figure_path(trace))}">{text(words)}</a>'


def _paragraph(words: str) -> str:
    """All that there is to say, in place of the title."""
    return f'<p class="second" id="drawer-title" tabindex="-1">{text(words)}</p>'


__all__ = ["drawer_markup"]
