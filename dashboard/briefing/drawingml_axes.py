"""Axes, legend and the whole of a DrawingML chart part, in the order that the schema asks for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.briefing import palette
from dashboard.briefing.drawingml_parts import Style, escape, fill, run_properties, text_style
from dashboard.briefing.embedded import MONTH_FORMATS
from dashboard.briefing.numbers import chart_format
from dashboard.briefing.scales import Axis

_NAMESPACES = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 36, 60, 120)


@dataclass(frozen=True, slots=True)
class ValueAxis:
    scale: Axis
    unit: str
    is_right: bool = False
    is_hidden: bool = False
    language: str = "vi"
    hides_categories: bool = False


def axis_pair(
    number_: int, axis: ValueAxis, style: Style, serials: list[int] | None, count: int, is_horizontal: bool
) -> str:
    """A category axis and its value axis; the categories show under the first value axis only."""
    is_second = axis.is_right or axis.is_hidden
    ids = (f'<c:axId val="{number_}1"/>', f'<c:crossAx val="{number_}2"/>')
    side = "l" if is_horizontal else "b"
    hidden = f'<c:delete val="{int(is_second)}"/>'
    baseline = f'<c:spPr><a:ln w="9525">{fill(palette.INK)}</a:ln></c:spPr>'
    words = text_style(style)
    place = "none" if axis.hides_categories else "low"
    if serials:
        step = next(step for step in _MONTH_STEPS if count / step <= style.most_labels or step == _MONTH_STEPS[-1])
        code = escape(MONTH_FORMATS[axis.language])
        category = (
            f'<c:dateAx>{ids[0]}<c:scaling><c:orientation val="minMax"/></c:scaling>{hidden}<c:axPos val="{side}"/>'
            f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:majorTickMark val="none"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="{place}"/>{baseline}{words}'
            f'{ids[1]}<c:crosses val="autoZero"/>'
            f'<c:auto val="0"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/><c:majorUnit val="{step}"/>'
            '<c:majorTimeUnit val="months"/></c:dateAx>'
        )
    else:
        direction = "maxMin" if is_horizontal else "minMax"
        category = (
            f'<c:catAx>{ids[0]}<c:scaling><c:orientation val="{direction}"/></c:scaling>{hidden}<c:axPos val="{side}"/>'
            '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
            '<c:minorTickMark val="none"/>'
            f'<c:tickLblPos val="{place}"/>{baseline}{words}{ids[1]}<c:crosses val="autoZero"/><c:auto val="0"/>'
            '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="0"/></c:catAx>'
        )
    return category + _value_axis(number_, axis, style, is_horizontal)


def _value_axis(number_: int, axis: ValueAxis, style: Style, is_horizontal: bool) -> str:
    is_second = axis.is_right or axis.is_hidden
    side = "r" if is_second else ("b" if is_horizontal else "l")
    grid = (
        ""
        if is_second or is_horizontal
        else f'<c:majorGridlines><c:spPr><a:ln w="6350">{fill(palette.GRID)}</a:ln></c:spPr></c:majorGridlines>'
    )
    scale = axis.scale
    base = '<c:logBase val="10"/>' if scale.is_log else ""
    unit = "" if scale.is_log else f'<c:majorUnit val="{scale.step!r}"/>'
    limits = f'<c:max val="{scale.high!r}"/><c:min val="{scale.low!r}"/>'
    return (
        f'<c:valAx><c:axId val="{number_}2"/><c:scaling>{base}<c:orientation val="minMax"/>{limits}</c:scaling>'
        f'<c:delete val="{int(axis.is_hidden or is_horizontal)}"/>'
        f'<c:axPos val="{side}"/>{grid}'
        f"{_axis_title(axis.unit, style) if axis.unit and not is_horizontal and not axis.is_hidden else ''}"
        f'<c:numFmt formatCode="{chart_format(scale.decimals, axis.language)}" sourceLinked="0"/>'
        f'<c:majorTickMark val="none"/>'
        f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:spPr><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{text_style(style)}<c:crossAx val="{number_}1"/><c:crosses val="{"max" if is_second else "autoZero"}"/>'
        f'<c:crossBetween val="between"/>{unit}</c:valAx>'
    )


def _axis_title(unit: str, style: Style) -> str:
    run = run_properties("a:rPr", style, palette.INK_2, None, False)
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
    """Fixed limits of the plot."""
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="0.09"/><c:y val="{top}"/><c:w val="0.82"/><c:h val="{height}"/></c:manualLayout></c:layout>'
    )


def chart_space(
    *, plots: str, axes: str, legend: str, style: Style, language: str, layout: str, spans_gaps: bool
) -> str:
    blanks = "span" if spans_gaps else "gap"
    tongue = "en-GB" if language == "en" else "vi-VN"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}><c:date1904 val="0"/>'
        f'<c:lang val="{tongue}"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>'
        f"{layout}{plots}{axes}<c:spPr><a:noFill/></c:spPr></c:plotArea>{legend}"
        f'<c:plotVisOnly val="1"/><c:dispBlanksAs val="{blanks}"/></c:chart>'
        f"<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>{text_style(style)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )
