"""What every deck starts from: the office's template without its slides, or a plain wide deck in the house theme.

It is opened and prepared once for each template; a deck then only adds its own slides to these parts.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Inches

from dashboard.briefing.office_theme import house_theme
from data.wording import say

SLIDE_FONT = "Arial"
"""On every Windows machine; a deck travels further than its author's fonts."""
PRESENTATION, RELATIONS, TYPES = "ppt/presentation.xml", "ppt/_rels/presentation.xml.rels", "[Content_Types].xml"
CORE = "docProps/core.xml"
_SLIDES = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_OFFICE = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_UNKNOWN_LETTERS = 1.12
_LEFT_OUT = ("/thumbnail", "/printerSettings")
"""Parts of the plain deck that show or belong to somebody else's machine."""


class UnreadableTemplate(OSError):
    """The office's template is missing or is no .pptx file."""

    def __init__(self, *, path: Path) -> None:
        super().__init__(say("briefing.errors.template", path=path))


@dataclass(frozen=True, slots=True)
class Base:
    """`parts` by name; `layout` and `notes_master` are part names; sizes in English metric units."""

    parts: dict[str, bytes]
    layout: str
    has_title: bool
    notes_master: str
    width: int
    height: int
    letters: float = 1.0
    """How much wider the template's letters may be than those that are measured."""


def base(template: Path | None) -> Base:
    """The parts of the template as it is on disk now. Raises UnreadableTemplate."""
    try:
        return _base(template, template.stat().st_mtime_ns if template else 0)
    except (OSError, PackageNotFoundError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError) as cause:
        raise UnreadableTemplate(path=template or Path()) from cause


@lru_cache(maxsize=4)
def _base(template: Path | None, _changed: int) -> Base:
    presentation = Presentation(str(template)) if template else Presentation()
    if template:
        _drop_slides(presentation)
    else:
        _widen(presentation)
        _house_theme(presentation)
    layout = _title_only_layout(presentation)
    notes_master = presentation.notes_master
    _list_notes_master(presentation, notes_master.part)
    _leave_out(presentation)
    presentation.core_properties.title = ""  # makes the part where a template lacks it
    buffer = io.BytesIO()
    presentation.save(buffer)
    with zipfile.ZipFile(buffer) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return Base(
        parts,
        str(layout.part.partname).lstrip("/"),
        any(place.placeholder_format.type == PP_PLACEHOLDER.TITLE for place in layout.placeholders),
        str(notes_master.part.partname).lstrip("/"),
        int(presentation.slide_width),
        int(presentation.slide_height),
        _UNKNOWN_LETTERS if template else 1.0,
    )


def _drop_slides(presentation: Any) -> None:
    listed = presentation.slides._sldIdLst
    for entry in list(listed):
        presentation.part.drop_rel(entry.rId)
        listed.remove(entry)
    for name in ("custShowLst", "extLst"):  # shows and sections that name the slides
        found = presentation.element.find(f"{_SLIDES}{name}")
        if found is not None:
            presentation.element.remove(found)


def _widen(presentation: Any) -> None:
    """From 4:3 to 16:9, layouts and master with it."""
    factor = Inches(13.333) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Inches(13.333), Inches(7.5)
    presentation.element.find(f"{_SLIDES}sldSz").attrib.pop("type", None)
    for holder in (presentation.slide_master, *presentation.slide_layouts):
        for shape in holder.shapes:
            if shape._element.xpath("./p:spPr/a:xfrm"):
                shape.left, shape.width = round(shape.left * factor), round(shape.width * factor)


def _house_theme(presentation: Any) -> None:
    part = next(
        rel.target_part
        for rel in presentation.slide_master.part.rels.values()
        if rel.reltype == RELATIONSHIP_TYPE.THEME
    )
    part._blob = house_theme(part.blob, font=SLIDE_FONT)


def _title_only_layout(presentation: Any) -> Any:
    """The layout whose only filled place is a title; templates differ in order and language."""

    def others(layout: Any) -> int:
        minor = (PP_PLACEHOLDER.DATE, PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER)
        kinds = [place.placeholder_format.type for place in layout.placeholders]
        has_title = PP_PLACEHOLDER.TITLE in kinds
        return (0 if has_title else 100) + sum(kind not in (*minor, PP_PLACEHOLDER.TITLE) for kind in kinds)

    return min(presentation.slide_layouts, key=others)


def _list_notes_master(presentation: Any, part: Any) -> None:
    """python-pptx relates the master of the notes but does not list it, as the standard wants it."""
    element = presentation.element
    if element.find(f"{_SLIDES}notesMasterIdLst") is not None:
        return
    relation = presentation.part.relate_to(part, RELATIONSHIP_TYPE.NOTES_MASTER)
    listed = etree.Element(f"{_SLIDES}notesMasterIdLst")
    etree.SubElement(listed, f"{_SLIDES}notesMasterId").set(f"{_OFFICE}id", relation)
    element.find(f"{_SLIDES}sldMasterIdLst").addnext(listed)


def _leave_out(presentation: Any) -> None:
    for holder in (presentation.part.package, presentation.part):
        for identity, relation in list(holder._rels.items()):
            if relation.reltype.endswith(_LEFT_OUT):
                holder._rels.pop(identity)
