"""Fragments of a DrawingML chart part, each a string of XML in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape as _escape

from dashboard.briefing import palette
from dashboard.briefing.embedded import MONTH_FORMAT, Column, name_reference, reference
from dashboard.briefing.numbers import chart_format, number, office_format
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import Axis, DrawnBand
from dashboard.briefing.typefaces import fit
from dashboard.figures.spec import ChartSpec, Kind, Series

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_HIDE_LABELS = "".join(
    f'<c:{flag} val="0"/>'
    for flag in ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
)
_SHOW_VALUE = _HIDE_LABELS.replace('showVal val="0"', 'showVal val="1"')
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)
_DASHES = ("solid", "dash", "sysDot", "dashDot")


@dataclass(frozen=True, slots=True)
class Style:
    """Font and sizes (hundredths of a point) of a chart; `+mn-lt` follows the theme of the deck."""

    font: str = "+mn-lt"
    size: int = 1400
    most_labels: int = 9


@dataclass(frozen=True, slots=True)
class ValueAxis:
    scale: Axis
    unit: str
    is_right: bool = False
    is_hidden: bool = False
    language: str = "vi"
    hides_categories: bool = False


def escape(text: object) -> str:
    return _escape(label(text), {'"': "&quot;"})


def _fill(rgb: str, alpha: int = 100) -> str:
    """Colours of the series follow the theme, so that an office can change them in one place."""
    inner = f'<a:alpha val="{alpha * 1000}"/>' if alpha < 100 else ""
    if rgb in palette.SERIES[:6]:
        return (
            f'<a:solidFill><a:schemeClr val="accent{palette.SERIES.index(rgb) + 1}">{inner}</a:schemeClr></a:solidFill>'
        )
    return f'<a:solidFill><a:srgbClr val="{rgb}">{inner}</a:srgbClr></a:solidFill>'


def _line(rgb: str, width: int, dash: str = "solid") -> str:
    return f'<a:ln w="{width}" cap="rnd">{_fill(rgb)}<a:prstDash val="{dash}"/><a:round/></a:ln>'


def text_style(style: Style, rgb: str = palette.INK_2, *, size: int | None = None, is_bold: bool = False) -> str:
    return (
        f"<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr>{_run('a:defRPr', style, rgb, size, is_bold)}</a:pPr>"
        '<a:endParaRPr lang="vi-VN"/></a:p></c:txPr>'
    )


def _run(tag: str, style: Style, rgb: str, size: int | None, is_bold: bool) -> str:
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
    *,
    is_over_band: bool,
) -> str:
    """One `c:ser`. `position` is its column in the workbook, from 1."""
    rgb = _colour(column, position - 1)
    head = (
        f'<c:idx val="{position - 1}"/><c:order val="{position - 1}"/><c:tx><c:strRef><c:f>{name_reference(position)}'
        f'</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>{escape(column.name)}</c:v></c:pt></c:strCache>'
        "</c:strRef></c:tx>"
    )
    if kind == Kind.LINE:
        look = f'<c:spPr>{_line(rgb, 28575, _DASHES[(position - 1) % 4])}</c:spPr><c:marker><c:symbol val="none"/></c:marker>'
    else:
        look = f'<c:spPr>{_bar_look(column, rgb, is_over_band)}</c:spPr><c:invertIfNegative val="0"/>'
    points = _status_points(column.series, kind, rgb) if column.series else ""
    labels = _band_label(column.band, spec, style) if column.band else _value_labels(column, kind, spec, style)
    tail = '<c:smooth val="0"/>' if kind == Kind.LINE else ""
    return f"<c:ser>{head}{look}{points}{labels}{_categories(spec, serials)}{_values(column, position)}{tail}</c:ser>"


def _bar_look(column: Column, rgb: str, is_over_band: bool) -> str:
    if column.band:
        return f"{_fill(rgb, 75 if is_over_band else 25)}<a:ln><a:noFill/></a:ln>"
    edge = f'<a:ln w="12700">{_fill(palette.SURFACE)}</a:ln>' if is_over_band else "<a:ln><a:noFill/></a:ln>"
    return _fill(rgb) + edge


def _status_points(one: Series, kind: Kind, rgb: str) -> str:
    """Estimates are hatched or hollow, preliminary figures tinted; official ones need no mark."""
    marks = []
    for at, status in enumerate(one.statuses):
        if status not in ("estimate", "preliminary") or one.values[at] is None:
            continue
        marks.append(f'<c:dPt><c:idx val="{at}"/>{_point(status, kind, rgb)}</c:dPt>')
    return "".join(marks)


def _point(status: str, kind: Kind, rgb: str) -> str:
    inside = palette.SURFACE if status == "estimate" else palette.tint(rgb)
    if kind == Kind.LINE:
        dash = "sysDash" if status == "estimate" else "solid"
        return (
            f'<c:marker><c:symbol val="circle"/><c:size val="7"/><c:spPr>{_fill(inside)}<a:ln w="19050">{_fill(rgb)}'
            f'</a:ln></c:spPr></c:marker><c:bubble3D val="0"/><c:spPr>{_line(rgb, 28575, dash)}</c:spPr>'
        )
    if status == "estimate":
        fore, back = _inner(rgb), f'<a:srgbClr val="{palette.SURFACE}"/>'
        fill = f'<a:pattFill prst="wdUpDiag"><a:fgClr>{fore}</a:fgClr><a:bgClr>{back}</a:bgClr></a:pattFill>'
    else:
        fill = _fill(inside)
    return (
        f'<c:invertIfNegative val="0"/><c:bubble3D val="0"/><c:spPr>{fill}<a:ln w="12700">{_fill(rgb)}</a:ln></c:spPr>'
    )


def _inner(rgb: str) -> str:
    return _fill(rgb).removeprefix("<a:solidFill>").removesuffix("</a:solidFill>")


def _band_label(drawn: DrawnBand, spec: ChartSpec, style: Style) -> str:
    room = 2.2 * style.size / 100 + 560 * (drawn.last - drawn.first + 1) / max(len(spec.categories), 1)
    short = fit(label(drawn.band.name), 0.75 * style.size / 100, max(room, 90))
    run = _run("a:rPr", style, palette.BAND_TEXT, round(style.size * 0.8), False)
    text = (
        '<c:tx><c:rich><a:bodyPr wrap="none"/><a:lstStyle/>'
        f"<a:p><a:r>{run}<a:t>{escape(short)}</a:t></a:r></a:p></c:rich></c:tx>"
    )
    shown = _HIDE_LABELS.replace('showSerName val="0"', 'showSerName val="1"')
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{drawn.middle}"/>{text}<c:dLblPos val="inEnd"/>{shown}</c:dLbl>'
        f"<c:spPr><a:noFill/></c:spPr>{_HIDE_LABELS}</c:dLbls>"
    )


def _value_labels(column: Column, kind: Kind, spec: ChartSpec, style: Style) -> str:
    """The last value of a series over time is written beside it; every value of a ranking is."""
    form = f'<c:numFmt formatCode="{chart_format(column.decimals, spec.language)}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
    words = text_style(style, palette.INK, is_bold=True)
    if kind == Kind.HORIZONTAL_BAR:
        return f'<c:dLbls>{form}{words}<c:dLblPos val="outEnd"/>{_SHOW_VALUE}</c:dLbls>'
    if kind == Kind.STACKED_BAR:
        return ""
    last = max((at for at, value in enumerate(column.values) if value is not None), default=None)
    if last is None or not spec.is_time:
        return ""
    place = "t" if kind == Kind.LINE else "outEnd"
    return (
        f'<c:dLbls><c:dLbl><c:idx val="{last}"/>{form}{words}<c:dLblPos val="{place}"/>{_SHOW_VALUE}</c:dLbl>'
        f"{_HIDE_LABELS}</c:dLbls>"
    )


def _categories(spec: ChartSpec, serials: list[int] | None) -> str:
    count = len(spec.categories)
    if serials:
        points = "".join(f'<c:pt idx="{at}"><c:v>{serial}</c:v></c:pt>' for at, serial in enumerate(serials))
        code = escape(MONTH_FORMAT)
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


def plot(kind: Kind, members: str, axis: int, *, has_bands: bool) -> str:
    ids = f'<c:axId val="{axis}1"/><c:axId val="{axis}2"/>'
    if kind == Kind.LINE:
        return f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{members}<c:marker val="1"/>{ids}</c:lineChart>'
    direction = "bar" if kind == Kind.HORIZONTAL_BAR else "col"
    grouping = "stacked" if kind == Kind.STACKED_BAR else "clustered"
    gap, overlap = (0, 100) if has_bands else (40, 100 if kind == Kind.STACKED_BAR else -5)
    return (
        f'<c:barChart><c:barDir val="{direction}"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{members}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>{ids}</c:barChart>'
    )


def axis_pair(
    number_: int, axis: ValueAxis, style: Style, serials: list[int] | None, count: int, is_horizontal: bool
) -> str:
    """A category axis and its value axis; the categories show under the first value axis only."""
    is_second = axis.is_right or axis.is_hidden
    ids = (f'<c:axId val="{number_}1"/>', f'<c:crossAx val="{number_}2"/>')
    side = "l" if is_horizontal else "b"
    hidden = f'<c:delete val="{int(is_second)}"/>'
    baseline = f'<c:spPr><a:ln w="9525">{_fill(palette.INK)}</a:ln></c:spPr>'
    words = text_style(style)
    place = "none" if axis.hides_categories else "low"
    if serials:
        step = next(step for step in _MONTH_STEPS if count / step <= style.most_labels or step == _MONTH_STEPS[-1])
        category = (
            f'<c:dateAx>{ids[0]}<c:scaling><c:orientation val="minMax"/></c:scaling>{hidden}<c:axPos val="{side}"/>'
            f'<c:numFmt formatCode="{escape(MONTH_FORMAT)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>{baseline}{words}{ids[1]}<c:crosses val="autoZero"/>'
            f'<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="{step}"/>'
            '<c:majorTimeUnit val="months"/></c:dateAx>'
        )
    else:
        direction = "maxMin" if is_horizontal else "minMax"
        category = (
            f'<c:catAx>{ids[0]}<c:scaling><c:orientation val="{direction}"/></c:scaling>{hidden}<c:axPos val="{side}"/>'
            f'<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="{place}"/>{baseline}{words}{ids[1]}<c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        )
    return category + _value_axis(number_, axis, style, is_horizontal)


def _value_axis(number_: int, axis: ValueAxis, style: Style, is_horizontal: bool) -> str:
    is_second = axis.is_right or axis.is_hidden
    side = "r" if is_second else ("b" if is_horizontal else "l")
    grid = (
        ""
        if is_second
        else f'<c:majorGridlines><c:spPr><a:ln w="6350">{_fill(palette.GRID)}</a:ln></c:spPr></c:majorGridlines>'
    )
    scale = axis.scale
    return (
        f'<c:valAx><c:axId val="{number_}2"/><c:scaling><c:orientation val="minMax"/><c:max val="{scale.high!r}"/>'
        f'<c:min val="{scale.low!r}"/></c:scaling><c:delete val="{int(axis.is_hidden or is_horizontal)}"/>'
        f'<c:axPos val="{side}"/>{grid}'
        f"{_axis_title(axis.unit, style) if axis.unit and not is_horizontal and not axis.is_hidden else ''}"
        f'<c:numFmt formatCode="{chart_format(scale.decimals, axis.language)}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_style(style)}<c:crossAx val="{number_}1"/><c:crosses val="{"max" if is_second else "autoZero"}"/>'
        f'<c:crossBetween val="between"/><c:majorUnit val="{scale.step!r}"/></c:valAx>'
    )


def _axis_title(unit: str, style: Style) -> str:
    run = _run("a:rPr", style, palette.INK_2, None, False)
    return (
        '<c:title><c:tx><c:rich><a:bodyPr rot="-5400000" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr/></a:pPr>'
        f'<a:r>{run}<a:t>{escape(unit)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
    )


def legend(style: Style, is_band: Sequence[bool]) -> str:
    """Names of the series below the plot, without the bands, which carry their own; none for a single series."""
    if is_band.count(False) < 2:
        return ""
    hidden = "".join(
        f'<c:legendEntry><c:idx val="{at}"/><c:delete val="1"/></c:legendEntry>'
        for at, band in enumerate(is_band)
        if band
    )
    return f'<c:legend><c:legendPos val="b"/>{hidden}<c:overlay val="0"/>{text_style(style)}</c:legend>'


def inner_layout(top: float, height: float) -> str:
    """Fixed limits of the plot, so that months of two charts above one another stand in one line."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="0.1"/><c:y val="{top}"/><c:w val="0.87"/><c:h val="{height}"/></c:manualLayout></c:layout>'
    )


def chart_space(*, plots: str, axes: str, legend: str, style: Style, language: str, layout: str = "<c:layout/>") -> str:
    tongue = "en-GB" if language == "en" else "vi-VN"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{tongue}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{layout}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_style(style)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def shown_value(one: Series, at: int, language: str) -> str:
    value = one.values[at]
    return "…" if value is None else number(value, one.decimals, language)
