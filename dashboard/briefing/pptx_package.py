"""The package of a deck: slides as text beside the prepared parts of the template.

python-pptx opens and prepares the template; writing forty parts through its object tree takes ten times as long as
writing them as text, and a deck of native charts should be far quicker than one of pictures.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from posixpath import relpath
from xml.sax.saxutils import escape

from dashboard.briefing.drawingml import NativeChart
from dashboard.briefing.pptx_base import CORE, PRESENTATION, RELATIONS, TYPES, Base

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_FORM = "application/vnd.openxmlformats-officedocument"
_KINDS = {
    "slide": f"{_FORM}.presentationml.slide+xml",
    "notesSlide": f"{_FORM}.presentationml.notesSlide+xml",
    "chart": f"{_FORM}.drawingml.chart+xml",
}
_WORKBOOK = f'<Default Extension="xlsx" ContentType="{_FORM}.spreadsheetml.sheet"/>'
_FIRST_SLIDE_ID = 256


@dataclass
class Package:
    """Parts so far; each slide names its charts `rId2`, `rId3`, ... in order."""

    base: Base
    parts: dict[str, bytes] = field(default_factory=dict)
    slides: list[str] = field(default_factory=list)
    charts: int = 0

    def add_slide(self, xml: str, charts: Sequence[NativeChart], notes: str = "") -> None:
        name = f"ppt/slides/slide{len(self.slides) + 1}.xml"
        targets = [("slideLayout", self.base.layout), *(("chart", self._chart(chart)) for chart in charts)]
        if notes:
            page = f"ppt/notesSlides/notesSlide{len(self.slides) + 1}.xml"
            self._add(page, notes.encode(), [("notesMaster", self.base.notes_master), ("slide", name)])
            targets.append(("notesSlide", page))
        self._add(name, xml.encode(), targets)
        self.slides.append(name)

    def _chart(self, chart: NativeChart) -> str:
        self.charts += 1
        name, workbook = f"ppt/charts/chart{self.charts}.xml", f"ppt/embeddings/Microsoft_Excel_Sheet{self.charts}.xlsx"
        self.parts[workbook] = chart.workbook
        self._add(name, chart.xml, [("package", workbook)])
        return name

    def _add(self, name: str, body: bytes, targets: Sequence[tuple[str, str]]) -> None:
        folder, _, file = name.rpartition("/")
        self.parts[name] = body
        self.parts[f"{folder}/_rels/{file}.rels"] = _relations(folder, targets).encode()

    def finish(self, core: dict[str, str]) -> bytes:
        """The .pptx file; `core` holds title, subject, creator, description and language."""
        parts = self.base.parts | self.parts
        parts[TYPES] = self._types()
        parts[PRESENTATION], parts[RELATIONS] = self._presentation()
        parts[CORE] = _core(core).encode()
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=4) as package:
            for name in (TYPES, *(one for one in parts if one != TYPES)):
                form = zipfile.ZIP_STORED if name.endswith(".xlsx") else zipfile.ZIP_DEFLATED
                package.writestr(name, parts[name], form)
        return buffer.getvalue()

    def _types(self) -> bytes:
        known = self.base.parts[TYPES].decode()
        added = "" if 'Extension="xlsx"' in known else _WORKBOOK
        for name in self.parts:
            kind = re.fullmatch(r"ppt/\w+/(slide|notesSlide|chart)\d+\.xml", name)
            if kind:
                added += f'<Override PartName="/{name}" ContentType="{_KINDS[kind[1]]}"/>'
        return known.replace("</Types>", f"{added}</Types>").encode()

    def _presentation(self) -> tuple[bytes, bytes]:
        relations = self.base.parts[RELATIONS].decode()
        first = max(int(number) for number in re.findall(r'Id="rId(\d+)"', relations)) + 1
        listed, related = "", ""
        for at, name in enumerate(self.slides):
            listed += f'<p:sldId id="{_FIRST_SLIDE_ID + at}" r:id="rId{first + at}"/>'
            related += _relation(f"rId{first + at}", "slide", relpath(name, "ppt"))
        presentation = re.sub(
            r"<p:sldIdLst\s*/>|<p:sldIdLst>.*?</p:sldIdLst>", "", _text(self.base.parts[PRESENTATION])
        )
        before = re.search(r"<p:handoutMasterIdLst.*?(?:/>|</p:handoutMasterIdLst>)", presentation) or re.search(
            r"</p:notesMasterIdLst>", presentation
        )
        at = before.end() if before else presentation.index("<p:sldSz")
        presentation = f"{presentation[:at]}<p:sldIdLst>{listed}</p:sldIdLst>{presentation[at:]}"
        return presentation.encode(), relations.replace("</Relationships>", f"{related}</Relationships>").encode()


def _text(part: bytes) -> str:
    return part.decode("utf-8")


def _relations(folder: str, targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(_relation(f"rId{at}", kind, relpath(name, folder)) for at, (kind, name) in enumerate(targets, 1))
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{listed}</Relationships>'


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{_OFFICE}/{kind}" Target="{target}"/>'


def _core(told: dict[str, str]) -> str:
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    words = "".join(f"<dc:{name}>{escape(text)}</dc:{name}>" for name, text in told.items())
    times = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{now}</dcterms:{name}>' for name in ("created", "modified")
    )
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        f' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{words}{times}</cp:coreProperties>'
    )
