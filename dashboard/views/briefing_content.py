"""The briefing as it will read, each block with links that move it, leave it out, or give its chart alone."""

from __future__ import annotations

from dataclasses import replace

from dash import html
from dash.development.base_component import Component

from dashboard.briefing.cells import shown_cell
from dashboard.briefing.model import Block, Briefing, ChartBlock, Paragraph, TableBlock
from dashboard.briefing.request import BriefingRequest
from dashboard.briefing.sizes import SIZES, report_height_mm
from dashboard.briefing.words import foot
from dashboard.components.chart_menu import chart_menu
from dashboard.views.parts import link_button, table
from data.wording import say


def block_name(identity: str, lang: str) -> str:
    head, _, rest = identity.partition(".")
    try:
        return f"{say(f'briefing.headings.{head}', lang)}: {say(f'briefing.blocks.{rest}', lang)}"
    except KeyError:
        return identity


def content(briefing: Briefing, asked: BriefingRequest, lang: str) -> Component:
    """The briefing as it will read, each block with links that move it or leave it out."""
    order = list(asked.blocks) or [identity for one in asked.plan.sections for identity in one.block_ids()]
    parts: list[Component] = []
    for one in briefing.sections:
        parts.append(html.H3(one.heading))
        ids = [block.id for block in one.blocks]
        parts += [
            html.Div(
                [_shown(block, asked, lang), _movers(block.id, ids, order, asked, lang)], className="briefing-block"
            )
            for block in one.blocks
        ]
    left_out = _left_out(order, asked, lang)
    return html.Div([*parts, *left_out], className="briefing-content")


def _shown(block: Block, asked: BriefingRequest, lang: str) -> Component:
    if isinstance(block, Paragraph):
        mark = [html.Span(say("briefing.page.kept_mark", lang), className="chip")] if block.is_edited else []
        return html.P([*mark, block.text])
    if isinstance(block, ChartBlock):
        return _chart(block, asked, lang)
    return _table(block, lang)


def _chart(block: ChartBlock, asked: BriefingRequest, lang: str) -> Component:
    """The chart as it will print, its downloads, and a button that copies picture, sentence and link."""
    query, spec = replace(asked, saved="").query(), block.spec
    address = f"/bao-cao/bieu-do/{block.id}"
    caption = [html.Strong(spec.title), html.Br(), html.Span(spec.subtitle, className="second small")]
    picture = html.Img(
        src=f"/bao-cao/xem/{block.id}.svg?{query}",
        alt=spec.alt or spec.title,
        className="briefing-picture",
        width=SIZES["report"].width,
        height=report_height_mm(spec),
    )
    return html.Figure(
        [
            html.Figcaption(caption),
            html.Div(picture, className="briefing-sheet", tabIndex=0, role="group", **{"aria-label": spec.title}),
            html.Div(
                [html.P(foot(spec), className="source"), chart_menu(spec, f"{address}?{query}")], className="chart-foot"
            ),
        ]
    )


def _table(block: TableBlock, lang: str) -> Component:
    rows = [[shown_cell(value, block.decimals[at], lang) for at, value in enumerate(row)] for row in block.rows]
    return html.Div([html.P(html.Strong(block.title)), table(block.header, rows, caption=block.title)])


def _movers(identity: str, ids: list[str], order: list[str], asked: BriefingRequest, lang: str) -> Component:
    """Links to the same page with another order: nothing is kept in the browser. `order` also holds the blocks that
    have nothing to say this time, since they may have next time; `ids` are those shown.
    """
    at = ids.index(identity)
    links: list[Component] = []
    for key, other in (("up", at - 1), ("down", at + 1)):
        if not 0 <= other < len(ids):
            links.append(html.Span())  # keeps the others in their columns
        else:
            moved = list(order)
            first, second = order.index(identity), order.index(ids[other])
            moved[first], moved[second] = moved[second], moved[first]
            links.append(_mover(key, moved, identity, asked, lang))
    if len(order) > 1:
        links.append(_mover("leave_out", [one for one in order if one != identity], identity, asked, lang))
    return html.Div(links, className="briefing-movers")


def _mover(key: str, order: list[str], identity: str, asked: BriefingRequest, lang: str) -> Component:
    words = say(f"briefing.page.{key}", lang)
    return html.A(
        words,
        href=f"/bao-cao?{asked.query(blocks=tuple(order))}",
        className="plain-button",
        **{"aria-label": f"{words}: {block_name(identity, lang)}"},
    )


def _left_out(order: list[str], asked: BriefingRequest, lang: str) -> list[Component]:
    """Blocks of the template that were left out, each with a link that takes it back."""
    if not asked.blocks:
        return []
    known = [identity for one in asked.plan.sections for identity in one.block_ids()]
    missing = [identity for identity in known if identity not in asked.blocks]
    links = [
        html.Li(html.A(block_name(identity, lang), href=f"/bao-cao?{asked.query(blocks=(*order, identity))}"))
        for identity in missing
    ]  # fmt: skip
    whole = link_button(say("briefing.page.whole", lang), f"/bao-cao?{asked.query(blocks=())}")
    return (
        [html.Div([html.H3(say("briefing.page.left_out", lang)), html.Ul(links), whole], className="briefing-left-out")]
        if links
        else []
    )
