"""The timeline of campaigns: one row each, clipped at the window's edges, open ends as arrows, year dates dashed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dashboard import formats
from dashboard.campaign_bands import KINDS
from dashboard.components.drawing import Drawing, text
from dashboard.figures.bands import Placed, place
from dashboard.figures.spec import Band
from data.period import Period
from data.store.register import Campaign
from data.wording import say

WIDTH, ROW, TOP, LABEL = 1160, 30, 28, 0
MOST_ROWS = 60


def band_of(campaign: Campaign) -> Band | None:
    """The band of a campaign; None where no start is known, so that nothing is drawn."""
    if campaign.start is None:
        return None
    kind = KINDS.get(campaign.kind, "programme")
    return Band(campaign.code, campaign.name, campaign.start, campaign.end, kind, campaign.precision)


def timeline(campaigns: Sequence[Campaign], first: date, stop: date, today: date, language: str) -> Drawing:
    """A drawing of all dated campaigns that touch the window from `first` up to but not including `stop`."""
    bands = [band for one in campaigns if (band := band_of(one))]
    placed, _ = place(bands, first, stop, lanes=MOST_ROWS)
    placed.sort(key=lambda one: (one.start, one.stop))
    height = TOP + ROW * max(1, len(placed)) + 8
    scale = WIDTH / (stop - first).days

    def x(day: date) -> float:
        return round((day - first).days * scale, 1)

    parts = [_months(first, stop, x, height, language)]
    parts += [_row(one, number, x) for number, one in enumerate(placed)]
    if first <= today < stop:
        parts.append(f'<path d="M{x(today)} {TOP - 6}V{height}" stroke="var(--primary)" stroke-width="1.5"/>')
    label = text(
        say("campaign_pages.timeline_alt", language, count=len(placed), start=formats.day(first), end=formats.day(stop))
    )
    size = f'viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}"'
    svg = f'<svg {size} role="group" aria-label="{label}">{"".join(parts)}</svg>'
    return Drawing(svg, className="timeline")


def _months(first: date, stop: date, x: object, height: int, language: str) -> str:
    """A hairline and a name at the start of each quarter, or of each year in a long window."""
    parts = []
    step = 3 if (stop - first).days < 4 * 366 else 12
    month = Period.month(first.year, first.month)
    while month.start < stop:
        if month.start >= first and (month.end.month - 1) % step == 0:
            at = x(month.start)  # type: ignore[operator]
            name = formats.month_short(month.last, language) if step == 3 else str(month.end.year)
            parts.append(
                f'<path d="M{at} {TOP - 6}V{height}" stroke="var(--grid)"/>'
                f'<text x="{at + 3}" y="14" font-size="11">{name}</text>'
            )
        month = month.shift(1)
    return "".join(parts)


def _row(one: Placed, number: int, x: object) -> str:
    """One band with its name inside where it fits, else beside it."""
    left, right = x(one.start), x(one.stop)  # type: ignore[operator]
    top = TOP + number * ROW
    right = max(right, left + 3)
    outline = _outline(one, left, right, top)
    dashed = ' stroke-dasharray="4 3"' if one.band.precision in ("year", "unknown") else ""
    fill = {"programme": "var(--band)", "thematic": "url(#timeline-hatch)"}.get(one.band.kind, "var(--surface)")
    name = text(one.band.name)
    wide = len(one.band.name) * 6.6 + 16
    if wide < right - left and one.band.kind != "thematic":
        words = f'<text x="{left + 10}" y="{top + 15}" style="fill:var(--bandtext)">{name}</text>'
    elif right + wide < WIDTH or right < WIDTH / 2:
        words = f'<text x="{right + 8}" y="{top + 15}">{name}</text>'
    else:
        words = f'<text x="{left - 8}" y="{top + 15}" text-anchor="end">{name}</text>'
    hatch = (
        '<defs><pattern id="timeline-hatch" width="6" height="6" patternUnits="userSpaceOnUse"'
        ' patternTransform="rotate(45)"><rect width="6" height="6" fill="var(--surface)"/>'
        '<path d="M0 0V6" stroke="var(--bandline)" stroke-width="2"/></pattern></defs>'
        if number == 0
        else ""
    )
    href = f"/phong-trao/{text(one.band.code)}"
    shape = f'<path d="{outline}" fill="{fill}" stroke="var(--bandline)" stroke-width="1.2"{dashed}/>'
    return f'{hatch}<a href="{href}" aria-label="{name}">{shape}{words}</a>'


def _outline(one: Placed, left: float, right: float, top: int) -> str:
    """A rectangle; a notch where the campaign goes on outside the window, an arrow where it has no end."""
    bottom, middle = top + 20, top + 10
    start = f"M{left} {top}" if not one.continues_before else f"M{left} {top}L{left + 6} {middle}L{left} {bottom}"
    if one.is_open:
        end = f"H{right - 8}L{right} {middle}L{right - 8} {bottom}"
    elif one.continues_after:
        end = f"H{right}L{right - 6} {middle}L{right} {bottom}"
    else:
        end = f"H{right}V{bottom}"
    if one.continues_before:
        return f"M{left} {top}{end}H{left}L{left + 6} {middle}Z"
    return f"{start}{end}H{left}Z"
