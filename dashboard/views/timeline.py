"""The timeline of campaigns: lanes by kind over three years, and for a narrow screen a list with a bar for each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from dash import dcc, html

from dashboard import formats
from dashboard.campaign_bands import KINDS, names_apart
from dashboard.components.band_shapes import outline
from dashboard.components.drawing import Drawing, text
from dashboard.components.lane_list import band_dates
from dashboard.components.lane_rows import Lane, rows_of
from dashboard.components.timeline import HATCH
from dashboard.figures.bands import KIND_ORDER, Placed, place
from dashboard.figures.lanes import HATCHED, HOLLOW
from dashboard.figures.spec import Band
from data.period import MONTHS_IN_YEAR, Period
from data.store.register import Campaign
from data.wording import say

WIDTH, LEFT, RIGHT_EDGE, TOP, ROW, HEIGHT = 1376.0, 150.0, 1370.0, 46.0, 30.0, 22.0
LETTER = 6.7
MOST_ROWS = 60


def band_of(campaign: Campaign, language: str) -> Band | None:
    """The band of a campaign, named in a language; None where no start is known, so that nothing is drawn."""
    if campaign.start is None:
        return None
    kind = KINDS.get(campaign.kind, "programme")
    return Band(campaign.code, campaign.name_in(language), campaign.start, campaign.end, kind, campaign.precision)


def timeline(campaigns: Sequence[Campaign], first: date, stop: date, today: date, language: str) -> html.Div:
    """All dated campaigns that touch the window from `first` up to but not including `stop`."""
    placed, _ = place(_told_apart(campaigns, language), first, stop, lanes=MOST_ROWS)
    drawing = Drawing(_lanes(placed, first, stop, today, language), className="timeline-lanes scroll-box")
    return html.Div([Drawing(HATCH), drawing, _listed(placed, first, stop, language)])


def _told_apart(campaigns: Sequence[Campaign], language: str) -> Iterator[Band]:
    names = names_apart(campaigns, language)
    for one in campaigns:
        if (band := band_of(one, language)) is not None:
            yield band._replace(name=names[one.code])


def _lanes(placed: Sequence[Placed], first: date, stop: date, today: date, language: str) -> str:
    scale = (RIGHT_EDGE - LEFT) / (stop - first).days
    rows = list(_rows(placed, first, scale))
    bottom = TOP + ROW * max(len(rows), 1)
    drawn = [_campaign(lane, TOP + number * ROW, language) for number, (_, row) in enumerate(rows) for lane in row]
    parts = [*_months(first, stop, scale, bottom, language), *_kinds(rows, language), *(bar for bar, _ in drawn)]
    if first <= today < stop:
        parts.append(_today(LEFT + (today - first).days * scale, bottom, today, language))
    parts += [name for _, name in drawn]
    label = say(
        "campaign_pages.timeline_alt", language, count=len(placed), start=formats.day(first), end=formats.day(stop)
    )
    return (
        f'<svg class="campaign-lanes" viewBox="0 0 {WIDTH:g} {bottom + 20:g}" role="group" aria-label="{text(label)}">'
        f"{''.join(parts)}</svg>"
    )


def _rows(placed: Sequence[Placed], first: date, scale: float) -> Iterator[tuple[str, list[Lane]]]:
    """Rows by kind; campaigns share a row where neither bars nor names meet."""
    by_kind = sorted(placed, key=lambda one: (KIND_ORDER[::-1].index(one.band.kind), one.start, one.stop))

    def x_of(day: date) -> float:
        return LEFT + (day - first).days * scale

    for kind, many in groupby(by_kind, key=lambda one: one.band.kind):
        yield from ((kind, row) for row in rows_of(list(many), x_of, LEFT, RIGHT_EDGE, LETTER))


def _months(first: date, stop: date, scale: float, bottom: float, language: str) -> Iterator[str]:
    """A hairline for each quarter, a heavier one with its year for each January."""
    start, end = Period.month(first.year, first.month).last, Period.month(stop.year, stop.month).last
    for month in range(start, end, 3):
        x = LEFT + (Period(month, month).start - first).days * scale
        is_year = month % MONTHS_IN_YEAR == 0
        top, ink = (8, "var(--ctrl)") if is_year else (28, "var(--grid)")
        yield f'<path d="M{x:.1f} {top}V{bottom:g}" stroke="{ink}"/>'
        if is_year:
            yield f'<text x="{x + 6:.1f}" y="18" class="end-label">{month // MONTHS_IN_YEAR}</text>'
        name = formats.month_short(month, language, with_year=False)
        yield f'<text x="{x + 6:.1f}" y="36" class="tick">{name}</text>'


def _kinds(rows: Sequence[tuple[str, object]], language: str) -> Iterator[str]:
    """The kind at the left of its first row, under a hairline."""
    before = ""
    for number, (kind, _) in enumerate(rows):
        if kind != before:
            y = TOP + number * ROW
            yield f'<path d="M0 {y - 4:g}H{RIGHT_EDGE:g}" stroke="var(--line)"/>'
            yield f'<text x="0" y="{y + 15:g}">{text(say(f"campaign_pages.lane.{kind}", language))}</text>'
        before = kind


def _campaign(lane: Lane, y: float, language: str) -> tuple[str, str]:
    """The bar, and its name with the colour of the bar round the letters, so that the line of today spares them."""
    band = lane.one.band
    said = text(f"{band.name}, {band_dates(band, language)}")
    dash = ' stroke-dasharray="4 3"' if band.precision in ("year", "unknown") else ""
    shape = outline(lane.left, max(lane.right, lane.left + 3), y, y + HEIGHT, lane.one, notch=6)
    address, fill = f"/phong-trao/{text(band.code)}", _fill(lane.one)
    halo = fill if lane.is_inside and band.kind != HATCHED else "var(--bg)"
    return (
        f'<a href="{address}" aria-label="{said}" class="lane"><title>{said}</title>'
        f'<path d="{shape}" fill="{fill}" stroke="var(--bandline)" stroke-width="1.2"{dash}/></a>',
        f'<a href="{address}" tabindex="-1" aria-hidden="true" class="lane"><text x="{lane.at:.1f}" y="{y + 15.3:.1f}"'
        f' text-anchor="{lane.anchor}" class="lane-label" paint-order="stroke" stroke="{halo}" stroke-width="5">'
        f"{text(lane.words)}</text></a>",
    )


def _fill(one: Placed) -> str:
    return {HATCHED: "url(#band-hatch)", **dict.fromkeys(HOLLOW, "var(--surface)")}.get(one.band.kind, "var(--band)")


def _today(x: float, bottom: float, today: date, language: str) -> str:
    words = f"{say('dashboard.overview.today', language)} {formats.day(today)}"
    at = min(max(x, LEFT + 60), RIGHT_EDGE - 60)
    return (
        f'<path d="M{x:.1f} 28V{bottom:g}" stroke="var(--primary)" stroke-width="2"/>'
        f'<text x="{at:.1f}" y="{bottom + 14:g}" text-anchor="middle" class="today">{text(words)}</text>'
    )


def _listed(placed: Sequence[Placed], first: date, stop: date, language: str) -> html.Ul:
    """The same campaigns by the day on which they end, each with its own bar across the window."""
    ordered = sorted(placed, key=lambda one: (one.is_open, one.band.end or date.max, one.start))
    return html.Ul([_list_item(one, first, stop, language) for one in ordered], className="timeline-list")


def _list_item(one: Placed, first: date, stop: date, language: str) -> html.Li:
    days = (stop - first) / timedelta(days=1)
    left, right = (100 * (day - first).days / days for day in (one.start, one.stop))
    bar = (  # in percent, so that hatches keep their angle on any width
        '<svg width="100%" height="10" aria-hidden="true"><line x2="100%" y1="5" y2="5" stroke="var(--line)"/>'
        f'<rect x="{left:.1f}%" y="0.5" width="{max(right - left, 0.8):.1f}%" height="9" fill="{_fill(one)}"'
        ' stroke="var(--bandline)"/></svg>'
    )
    kind = say(f"campaign_pages.lane.{one.band.kind}", language)
    return html.Li(
        [
            dcc.Link(one.band.name, href=f"/phong-trao/{one.band.code}"),
            html.Span(f"{kind} · {band_dates(one.band, language)}", className="small second"),
            Drawing(bar),
        ]
    )
