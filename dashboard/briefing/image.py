"""One chart as a picture: SVG with its letters embedded, PNG at 300 dots an inch, PDF as vectors. No browser needed."""

from __future__ import annotations

import base64
import io
import struct
import threading
import zlib
from functools import lru_cache

import typst
from fontTools import subset

from dashboard.briefing import typefaces
from dashboard.briefing.drawing import draw
from dashboard.briefing.safe_text import clean
from dashboard.figures.spec import ChartSpec

PRINT_DPI = 300
_PAGE = """#set page(width: auto, height: auto, margin: 0pt)
#set document(title: sys.inputs.title, date: none)
#image(bytes(sys.inputs.svg), format: "svg", alt: sys.inputs.alt)
"""
_USUAL_LETTERS = (
    "".join(
        chr(code)
        for code in (*range(0x20, 0x7F), *range(0xA0, 0x180), *range(0x1EA0, 0x1EFA), 0x01A0, 0x01A1, 0x01AF, 0x01B0)
    )
    + "–—‘’“”…−"
)
_cutting = threading.Lock()
_compiling = threading.BoundedSemaphore(4)
"""More at once would only take memory: a full page at 300 dpi is some 25 MB of pixels."""


def warm_up() -> None:
    """Let the typesetter read its typefaces once."""
    typst.compile(b"a", format="pdf", font_paths=[str(typefaces.FOLDER)], ignore_system_fonts=True)  # type: ignore[call-overload]


def svg(spec: ChartSpec, size: str = "slide") -> bytes:
    """SVG that looks the same where Be Vietnam Pro is not installed: the letters it uses travel inside."""
    plain = draw(spec, size)
    return draw(spec, size, style=_font_rules("".join(sorted(set(plain))))).encode()


def preview(spec: ChartSpec) -> bytes:
    """The chart as it stands in the report, for a page. All its pictures share one set of letters, made once."""
    return draw(spec, "report", has_words=False, style=_font_rules(_USUAL_LETTERS)).encode()


def png(spec: ChartSpec, size: str = "slide", dpi: int = PRINT_DPI) -> bytes:
    """PNG with its resolution written in it, so that programs show it at its true size."""
    return _with_resolution(_compile(spec, size, "png", min(dpi, PRINT_DPI)), min(dpi, PRINT_DPI))


def pdf(spec: ChartSpec, size: str = "slide") -> bytes:
    return _compile(spec, size, "pdf", PRINT_DPI)


def _compile(spec: ChartSpec, size: str, form: str, dpi: int) -> bytes:
    drawn = draw(spec, size)
    inputs = {"svg": drawn, "title": clean(spec.title, 400), "alt": clean(spec.alt or spec.title, 1000)}
    with _compiling:
        made = typst.compile(  # type: ignore[call-overload]
            _PAGE.encode(),
            format=form,
            ppi=float(dpi),
            font_paths=[str(typefaces.FOLDER)],
            ignore_system_fonts=True,
            sys_inputs=inputs,
        )
    return bytes(made)


def _with_resolution(picture: bytes, dpi: int) -> bytes:
    """Insert a `pHYs` chunk after the header; decoding and encoding again would take half a second."""
    body = b"pHYs" + struct.pack(">IIB", *(round(dpi / 0.0254),) * 2, 1)
    chunk = struct.pack(">I", 9) + body + struct.pack(">I", zlib.crc32(body))
    end_of_header = 8 + 25
    return picture[:end_of_header] + chunk + picture[end_of_header:]


def _font_rules(letters: str) -> str:
    """Style rules that carry the letters. One thread at a time, so that a page of charts cuts them only once."""
    with _cutting:
        return _cut_letters(letters)


@lru_cache(maxsize=64)
def _cut_letters(letters: str) -> str:
    rules = []
    for weight in (typefaces.REGULAR, typefaces.SEMIBOLD):
        options = subset.Options(flavor="woff2", layout_features=["kern", "ccmp", "mark", "mkmk"])
        font = subset.load_font(str(typefaces.file(weight)), options)
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=[ord(letter) for letter in letters])
        cutter.subset(font)
        buffer = io.BytesIO()
        subset.save_font(font, buffer, options)
        data = base64.b64encode(buffer.getvalue()).decode()
        rules.append(
            f"@font-face{{font-family:'{typefaces.CHART_FAMILY}';font-weight:{weight};"
            f"src:url(data:font/woff2;base64,{data})}}"
        )
    return "".join(rules)
