"""The small workbook inside a native chart, which opens under "Edit data": categories, series, then bands.

Written without formulas or links, whatever the names say. Cell references of the chart parts follow its layout.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from xlsxwriter.utility import xl_col_to_name

from dashboard.briefing.numbers import office_format
from dashboard.briefing.safe_text import label
from dashboard.briefing.scales import DrawnBand, is_monthly, months
from dashboard.figures.spec import ChartSpec, Series

SHEET = "Data"
MONTH_FORMATS = {"vi": '"T"m/yyyy', "en": "[$-409]mmm yyyy"}
INERT = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
"""How workbooks are opened for writing: nothing that they are given becomes a formula, a link or a number."""
_EXCEL_EPOCH = date(1899, 12, 30).toordinal()


class Exact(float):
    """A number that xlsxwriter writes with all its digits; it would round to sixteen."""

    def __format__(self, _form: str) -> str:
        return repr(float(self))


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the workbook and one series of the chart."""

    name: str
    values: tuple[float | None, ...]
    decimals: int
    series: Series | None = None
    band: DrawnBand | None = None


def columns(series: list[Series], bands: list[DrawnBand], heights: list[float], count: int) -> list[Column]:
    """Series as they are, and each band as a column that stands at `heights` over its months."""
    data = [Column(label(one.name) or " ", one.values, one.decimals, series=one) for one in series]
    for drawn, height in zip(bands, heights, strict=True):
        values = tuple(height if drawn.first <= at <= drawn.last else None for at in range(count))
        data.append(Column(label(drawn.band.name) or " ", values, 0, band=drawn))
    return data


def month_serials(spec: ChartSpec) -> list[int] | None:
    """First days of the months as Excel counts days; None where the categories are not months."""
    if not is_monthly(spec):
        return None
    return [period.start.toordinal() - _EXCEL_EPOCH for period in months(spec) or ()]


def reference(column: int, count: int) -> str:
    """Where the values of a column stand; column 0 holds the categories."""
    letter = xl_col_to_name(column)
    return f"{SHEET}!${letter}$2:${letter}${count + 1}"


def name_reference(column: int) -> str:
    return f"{SHEET}!${xl_col_to_name(column)}$1"


def workbook(spec: ChartSpec, data: list[Column]) -> bytes:
    """One sheet, written as text: sixteen of them in a deck would take a general writer a tenth of a second."""
    rows = [_row(1, ["", *(column.name for column in data)], {})]
    serials = month_serials(spec)
    formats = {0: 1 + list(MONTH_FORMATS).index(spec.language)} | {
        at: 1 + len(MONTH_FORMATS) + column.decimals for at, column in enumerate(data, 1)
    }
    for row in range(len(spec.categories)):
        first: str | float = serials[row] if serials else label(spec.labels[row])
        rows.append(_row(row + 2, [first, *(column.values[row] for column in data)], formats))
    sheet = _SHEET.format(columns=len(data) + 1, rows="".join(rows))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
        for name, body in _FRAME.items():
            package.writestr(_entry(name), body)
        package.writestr(_entry("xl/worksheets/sheet1.xml"), sheet)
    return buffer.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    """Without the time of day, so that the same chart is the same file."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def _row(number: int, values: Sequence[str | float | None], formats: dict[int, int]) -> str:
    """Numbers with all their digits; words as text that nothing evaluates; nothing where a value is missing."""
    cells = []
    for at, value in enumerate(values):
        place = f"{xl_col_to_name(at)}{number}"
        if isinstance(value, str):
            if value:
                words = escape(value)
                cells.append(f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>')
        elif value is not None:
            cells.append(f'<c r="{place}" s="{formats.get(at, 0)}"><v>{value!r}</v></c>')
    return f'<row r="{number}">{"".join(cells)}</row>'


_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_MOST_DECIMALS = 6
_SHEET = (
    f'{_HEAD}<worksheet xmlns="{_MAIN}"><cols><col min="1" max="{{columns}}" width="16" customWidth="1"/></cols>'
    "<sheetData>{rows}</sheetData></worksheet>"
)
_FORMATS = [*MONTH_FORMATS.values(), *(office_format(places) for places in range(_MOST_DECIMALS + 1))]
_FRAME = {
    "[Content_Types].xml": (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
    ),
    "_rels/.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument"'
        ' Target="xl/workbook.xml"/></Relationships>'
    ),
    "xl/workbook.xml": (
        f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/>'
        "</sheets></workbook>"
    ),
    "xl/_rels/workbook.xml.rels": (
        f'{_HEAD}<Relationships xmlns="{_RELATIONS}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        "</Relationships>"
    ),
    "xl/styles.xml": (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(_FORMATS)}">'
        + "".join(f'<numFmt numFmtId="{164 + at}" formatCode={quoteattr(one)}/>' for at, one in enumerate(_FORMATS))
        + '</numFmts><fonts count="1"><font><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill>'
        '<patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{len(_FORMATS) + 1}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        + "".join(
            f'<xf numFmtId="{164 + at}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
            for at in range(len(_FORMATS))
        )
        + '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    ),
}
