"""Fragments of a DrawingML chart part, each a string of XML in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape as _escape

from dashboard.briefing import palette
from dashboard.briefing.embedded import MONTH_FORMATS, Column, name_reference, reference
from dashboard.briefing.numbers import chart_format, number, office_format
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import FEW_STACKS, DrawnBand
from dashboard.briefing.typefaces import fit
from dashboard.figures.spec import ChartSpec, Kind, Panel, Series

_HIDE_LABELS = "".join(
    f'<c:{flag} val="0"/>'
    for flag in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_SHOW_VALUE = _HIDE_LABELS.replace('showVal val="0"', 'showVal val="1"')
SMALLEST_SHIFT = 0.002
_DASHES = ("solid", "dash", "sysDot", "dashDot")


@dataclass(frozen=True, slots=True)
class Style:
    """Font and sizes of a chart; `+mn-lt` follows the theme of the deck. `size` in hundredths of a point, `height` and
    `width` of the whole chart in points."""

    font: str = "+mn-lt"
    size: int = 1400
    most_labels: int = 9
    width: float = 700.0
    height: float = 300.0


def escape(text: object) -> str:
    return _escape(label(text), {'"': "&quot;"})


def fill(rgb: str, alpha: int = 100) -> str:
    """Colours of the series follow the theme, so that an office can change them in one place."""
    inner = f'<a:alpha val="{alpha * 1000}"/>' if alpha < 100 else ""
    if rgb in palette.SERIES[:6]:
        return (
            f'<a:solidFill><a:schemeClr val="accent{palette.SERIES.index(rgb) + 1}">{inner}</a:schemeClr></a:solidFill>'
        )
    return f'<a:solidFill><a:srgbClr val="{rgb}">{inner}</a:srgbClr></a:solidFill>'


def _line(rgb: str, width: int, dash: str = "solid") -> str:
    return f'<a:ln w="{width}" cap="rnd">{fill(rgb)}<a:prstDash val="{dash}"/><a:round/></a:ln>'


def text_style(style: Style, rgb: str = palette.INK_2, *, size: int | None = None, is_bold: bool = False) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{run_properties('a:defRPr', style, rgb, size, is_bold)}</a:pPr>"
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def run_properties(tag: str, style: Style, rgb: str, size: int | None, is_bold: bool) -> str:
    return (
        f'<{tag} lang="vi-VN" sz="{size or style.size}" b="{int(is_bold)}"><a:solidFill><a:srgbClr val="{rgb}"/>'
        f'</a:solidFill><a:latin typeface="{style.font}"/></{tag}>'
    )


def _colour(column: Column, order: int) -> str:
    return palette.colour(column.series.role, order) if column.series else palette.BAND


def series(
    position: int,
    column: Column,
    kind: Kind,
    spec: ChartSpec,
    serials: list[int] | None,
    style: Style,
    shifts: Mapping[str, float],
    *,
    is_over_band: bool,
) -> str:
    """One `c:ser`. `position` is its column in the workbook, from 1; `shifts` move last values apart."""
    rgb = _colour(column, position - 1)
    head = (
        f'<c:idx val="{position - 1}"/><c:order val="{position - 1}"/><c:tx><c:strRef><c:f>{name_reference(position)}'
        f'</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(column.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )
    if kind == Kind.LINE:
        is_plain = column.series is not None and (column.series.is_total or column.series.panel == Panel.GROWTH)
        dash = _DASHES[0 if is_plain else (position - 1) % 4]
        look = f'<c:spPr>{_line(rgb, 28575, dash)}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    else:
        look = f'<c:spPr>{_bar_look(column, rgb, is_over_band)}</c:spPr><c:invertIfNegative val="0"/>'
    points = _status_points(column.series, kind, rgb) if column.series else ""
    labels = _band_label(column.band, spec, style) if column.band else _value_labels(column, kind, spec, style, shifts)
    tail = '<c:smooth val="0"/>' if kind == Kind.LINE else ""
    return f"<c:ser>{head}{look}{points}{labels}{_categories(spec, serials)}{_values(column, position)}{tail}</c:ser>"


def _bar_look(column: Column, rgb: str, is_over_band: bool) -> str:
    if column.band:
        paint = "<a:noFill/>" if column.band.runs_through else fill(rgb, 75 if is_over_band else 25)
        return f"{paint}<a:ln><a:noFill/></a:ln>"
    edge = f'<a:ln w="12700">{fill(palette.SURFACE)}</a:ln>' if is_over_band else "<a:ln><a:noFill/></a:ln>"
    return fill(rgb) + edge


def _status_points(one: Series, kind: Kind, rgb: str) -> str:
    """Estimates are hatched or hollow, preliminary figures tinted; official ones need no mark."""
    marks = []
    for at, status in enumerate(one.statuses):
        if status not in ("estimate", "preliminary") or one.values[at] is None:
            continue
        marks.append(f'<c:dPt><c:idx val="{at}"/>{_point(status, kind, rgb)}</c:dPt>')
    return "".join(marks)


def _point(status: str, kind: Kind, rgb: str) -> str:
    inside = fill(palette.SURFACE) if status == "estimate" else _tinted(rgb)
    if kind == Kind.LINE:
        dash = "sysDash" if status == "estimate" else "solid"
        return (
            f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{inside}<a:ln w="19050">{fill(rgb)}'
            f'</a:ln></c:spPr></c:marker><c:bubble3D val="0"/><c:spPr>{_line(rgb, 28575, dash)}</c:spPr>'
        )
    if status == "estimate":
        fore, back = _inner(rgb), f'<a:srgbClr val="{palette.SURFACE}"/>'
        paint = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    else:
        paint = inside
    return (
        f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{paint}<a:ln w="12700">{fill(rgb)}</a:ln></c:spPr>'
    )


def _tinted(rgb: str) -> str:
    """Half way to the ground; a colour that the theme gives by half its strength, as programs mix tints differently."""
    return fill(rgb, 50) if rgb in palette.SERIES[:6] else fill(palette.tint(rgb))


def _inner(rgb: str) -> str:
    return fill(rgb).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")


def _band_label(drawn: DrawnBand, spec: ChartSpec, style: Style) -> str:
    if drawn.runs_through:
        return ""
    share = (drawn.last - drawn.first + 1) / max(len(spec.categories), 1)
    room = 0.78 * style.width * share
    short = fit(label(drawn.band.name), 0.75 * style.size / 100, max(room, 30))
    run = run_properties("a:rPr", style, palette.BAND_TEXT, round(style.size * 0.8), False)
    text = (
        '<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f"<a:p><a:r>{run}<a:t>{escape(short)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
    shown = _HIDE_LABELS.replace('showSerName val="0"', 'showSerName val="1"')
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{drawn.middle}"/>{text}<c:dLblPos val="inEnd"/>{shown}</c:dLbl>'
        f"<c:spPr><a:noFill/></c:spPr>{_HIDE_LABELS}</c:dLbls>"
    )


def _value_labels(column: Column, kind: Kind, spec: ChartSpec, style: Style, shifts: Mapping[str, float]) -> str:
    """The last value of a series over time is written beside it; every value of a ranking is."""
    code = chart_format(column.decimals, spec.language)
    form = f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
    words = text_style(style, palette.INK, is_bold=True)
    is_ranking = kind == Kind.HORIZONTAL_BAR or (kind == Kind.BAR and not spec.is_time)
    if is_ranking:
        return f'<c:dLbls>{form}{words}<c:dLblPos val="outEnd"/>{_SHOW_VALUE}</c:dLbls>'
    if kind == Kind.STACKED_BAR:
        inside = text_style(style, palette.SURFACE, is_bold=True)
        few = len(spec.categories) <= FEW_STACKS
        return f'<c:dLbls>{form}{inside}<c:dLblPos val="ctr"/>{_SHOW_VALUE}</c:dLbls>' if few else ""
    last = max((at for at, value in enumerate(column.values) if value is not None), default=None)
    if last is None:
        return ""
    place = "r" if kind == Kind.LINE else "outEnd"
    down = shifts.get(column.series.name, 0.0) if column.series else 0.0
    moved = f'<c:layout><c:manualLayout><c:x val="0"/><c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
    head = f'<c:idx val="{last}"/>{moved if abs(down) > SMALLEST_SHIFT else ""}{form}{words}'
    return f'<c:dLbls><c:dLbl>{head}<c:dLblPos val="{place}"/>{_SHOW_VALUE}</c:dLbl>{_HIDE_LABELS}</c:dLbls>'


def _categories(spec: ChartSpec, serials: list[int] | None) -> str:
    count = len(spec.categories)
    if serials:
        points = "".join(f'<c:pt idx="{at}"><c:v>{serial}</c:v></c:pt>' for at, serial in enumerate(serials))
        code = escape(MONTH_FORMATS[spec.language])
        cache = f'<c:numCache><c:formatCode>{code}</c:formatCode><c:ptCount val="{count}"/>{points}</c:numCache>'
        return f"<c:cat><c:numRef><c:f>{reference(0, count)}</c:f>{cache}</c:numRef></c:cat>"
    points = "".join(f'<c:pt idx="{at}"><c:v>{escape(text)}</c:v></c:pt>' for at, text in enumerate(spec.labels))
    cache = f'<c:strCache><c:ptCount val="{count}"/>{points}</c:strCache>'
    return f"<c:cat><c:strRef><c:f>{reference(0, count)}</c:f>{cache}</c:strRef></c:cat>"


def _values(column: Column, position: int) -> str:
    points = "".join(
        f'<c:pt idx="{at}"><c:v>{value!r}</c:v></c:pt>' for at, value in enumerate(column.values) if value is not None
    )
    count = len(column.values)
    cache = (
        f"<c:numCache><c:formatCode>{office_format(column.decimals)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache>'
    )
    return f"<c:val><c:numRef><c:f>{reference(position, count)}</c:f>{cache}</c:numRef></c:val>"


def plot(kind: Kind, members: str, axis: int, *, has_bands: bool, shows_bands: bool) -> str:
    """Columns stand without gap where bands lie behind them, since the ground of a band is one piece."""
    ids = f'<c:axId val="{axis}1"/><c:axId val="{axis}2"/>'
    if kind == Kind.LINE:
        head = '<c:grouping val="standard"/><c:varyColors val="0"/>'
        return f'<c:lineChart>{head}{members}<c:marker val="1"/>{ids}</c:lineChart>'
    direction = "bar" if kind == Kind.HORIZONTAL_BAR else "col"
    grouping = "stacked" if kind == Kind.STACKED_BAR else "clustered"
    gap, overlap = 0 if shows_bands else 40, 100 if has_bands or kind == Kind.STACKED_BAR else -5
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{members}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{ids}</c:barChart>'
    )


def shown_value(one: Series, at: int, language: str) -> str:
    value = one.values[at]
    return "…" if value is None else number(value, one.decimals, language)
