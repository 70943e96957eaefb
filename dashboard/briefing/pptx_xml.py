"""Shapes of a slide as text, in the order that the schema asks for. Boxes are in English metric units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape as _escape

from dashboard.briefing import palette
from dashboard.briefing.pptx_package import HEAD
from dashboard.briefing.safe_text import clean

Box = tuple[int, int, int, int]
_SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_TREE = '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
_NO_INSETS = 'wrap="square" lIns="0" tIns="0" rIns="0" bIns="0"'
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_TABLE = "http://schemas.openxmlformats.org/drawingml/2006/table"
_INSET = 45720


def escape(text: str) -> str:
    return _escape(text, {'"': "&quot;"})


def slide(shapes: Sequence[str]) -> str:
    return (
        f"{HEAD}<p:sld {_SPACES}><p:cSld><p:spTree>{_TREE}{''.join(shapes)}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>"
    )


def notes(lines: Sequence[str]) -> str:
    """The page of speaker notes: picture of the slide and the words."""
    said = "".join(f'<a:p><a:r><a:rPr lang="vi-VN"/><a:t>{escape(line)}</a:t></a:r></a:p>' for line in lines)
    picture = (
        '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
        '</p:cNvSpPr><p:nvPr><p:ph type="sldImg" idx="2"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
    )
    words = (
        '<p:sp><p:nvSpPr><p:cNvPr id="3" name="Notes"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>'
        '<p:ph type="body" sz="quarter" idx="3"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{said or '<a:p/>'}</p:txBody></p:sp>"
    )
    return (
        f"{HEAD}<p:notes {_SPACES}><p:cSld><p:spTree>{_TREE}{picture}{words}</p:spTree></p:cSld>"
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:notes>"
    )


def _place(tag: str, box: Box) -> str:
    left, top, width, height = box
    return f'<{tag}:xfrm><a:off x="{left}" y="{top}"/><a:ext cx="{width}" cy="{height}"/></{tag}:xfrm>'


def _paragraph(line: str, size: int, rgb: str, align: str, *, is_bold: bool = False) -> str:
    return (
        f'<a:p><a:pPr algn="{align}"/><a:r><a:rPr lang="vi-VN" sz="{size * 100}" b="{int(is_bold)}"><a:solidFill>'
        f'<a:srgbClr val="{rgb}"/></a:solidFill></a:rPr><a:t>{escape(clean(line))}</a:t></a:r></a:p>'
    )


def title(number: int, words: str, box: Box, size: int, *, name: str, is_placeholder: bool) -> str:
    place = '<p:nvPr><p:ph type="title"/></p:nvPr>' if is_placeholder else "<p:nvPr/>"
    locks = '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' if is_placeholder else '<p:cNvSpPr txBox="1"/>'
    form = "" if is_placeholder else '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>'
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name)}"/>{locks}{place}</p:nvSpPr>'
        f"<p:spPr>{_place('a', box)}{form}</p:spPr>"
        f'<p:txBody><a:bodyPr {_NO_INSETS} anchor="ctr"><a:normAutofit/></a:bodyPr><a:lstStyle/>'
        f"{_paragraph(words, size, palette.INK, 'l', is_bold=True)}</p:txBody></p:sp>"
    )


def text(
    number: int,
    lines: Sequence[str],
    box: Box,
    size: int,
    rgb: str = palette.INK,
    *,
    name: str = "",
    align: str = "l",
    anchor: str = "t",
    is_bold: bool = False,
) -> str:
    """A text box; `align` is `l` or `r`, `anchor` `t`, `ctr` or `b`."""
    said = "".join(_paragraph(line, size, rgb, align, is_bold=is_bold) for line in lines)
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{escape(name or f"Text {number}")}"/><p:cNvSpPr txBox="1"/>'
        f"<p:nvPr/></p:nvSpPr><p:spPr>{_place('a', box)}"
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>'
        f'<p:txBody><a:bodyPr {_NO_INSETS} anchor="{anchor}"/><a:lstStyle/>{said}</p:txBody></p:sp>'
    )


def bar(number: int, box: Box, fill: str = '<a:schemeClr val="accent1"/>') -> str:
    """A filled rectangle that screen readers pass over."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="Rule {number}">{_DECORATIVE}</p:cNvPr><p:cNvSpPr/><p:nvPr/>'
        f'</p:nvSpPr><p:spPr>{_place("a", box)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"<a:solidFill>{fill}</a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )


def chart(number: int, relation: str, box: Box, *, name: str, alt: str) -> str:
    inner = f'<c:chart xmlns:c="{_CHART}" r:id="{relation}"/>'
    return _frame(number, box, _CHART, inner, name=name, alt=alt)


def _frame(number: int, box: Box, kind: str, inner: str, *, name: str, alt: str) -> str:
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{escape(name)}" descr="{escape(alt)}"/>'
        '<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/></p:nvGraphicFramePr>'
        f'{_place("p", box)}<a:graphic><a:graphicData uri="{kind}">{inner}</a:graphicData></a:graphic></p:graphicFrame>'
    )


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table on a slide; `line` is drawn below it, `fill` behind it."""

    words: str
    align: str = "l"
    is_bold: bool = False
    fill: str = ""
    rgb: str = palette.INK
    line: str = palette.LINE
    depth: int = 0


def table(
    number: int,
    rows: Sequence[Sequence[Cell]],
    widths: Sequence[int],
    heights: Sequence[int],
    box: Box,
    size: int,
    *,
    alt: str,
) -> str:
    """A table with rules between its rows; `widths` of columns and `heights` of rows in English metric units."""
    columns = "".join(f'<a:gridCol w="{width}"/>' for width in widths)
    body = "".join(
        f'<a:tr h="{height}">{"".join(_cell(cell, size) for cell in row)}</a:tr>'
        for row, height in zip(rows, heights, strict=True)
    )
    inner = f'<a:tbl><a:tblPr firstRow="1"/><a:tblGrid>{columns}</a:tblGrid>{body}</a:tbl>'
    return _frame(number, box, _TABLE, inner, name=f"Table {number}", alt=alt)


def _cell(cell: Cell, size: int) -> str:
    none = "".join(f'<a:{edge} w="0"><a:noFill/></a:{edge}>' for edge in ("lnL", "lnR", "lnT"))
    below = f'<a:lnB w="9525"><a:solidFill><a:srgbClr val="{cell.line}"/></a:solidFill></a:lnB>'
    fill = f'<a:solidFill><a:srgbClr val="{cell.fill}"/></a:solidFill>' if cell.fill else "<a:noFill/>"
    left = _INSET + cell.depth * 4 * _INSET
    words = _paragraph(cell.words, size, cell.rgb, cell.align, is_bold=cell.is_bold)
    sides = f'marL="{left}" marR="{_INSET}" marT="18288" marB="18288"'
    return (
        f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{words}</a:txBody>"
        f'<a:tcPr {sides} anchor="ctr">{none}{below}{fill}</a:tcPr></a:tc>'
    )
