"""The next edition of a briefing: what a person rewrote in the last one is kept, and what changed is listed.

A paragraph carries its id and a fingerprint of what was written automatically. If the text found there has another
fingerprint, a person rewrote it; the rewritten text then stands in the next edition beside a comment that says what
the automatic sentence would have been.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from lxml import etree

from dashboard.briefing.marks import fingerprint, mark, read_mark
from dashboard.briefing.model import Block, Briefing, ChartBlock, Paragraph
from dashboard.briefing.safe_text import clean

LARGEST_PART = 20_000_000
"""Bytes of XML that are read from an office file; a real report has far less than one million."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SLIDE = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class NotAnEdition(ValueError):
    """The file is no Word or PowerPoint file, or is too large to be a briefing."""


@dataclass(frozen=True, slots=True)
class Change:
    """One difference between two editions: `new`, `gone`, `kept` (rewritten by a person), `text` or `chart`."""

    kind: str
    id: str
    before: str = ""
    after: str = ""


def edited_texts(office_file: bytes) -> dict[str, str]:
    """Texts that a person rewrote in a .docx or .pptx of ours, by id of the paragraph. Raises NotAnEdition."""
    try:
        with zipfile.ZipFile(io.BytesIO(office_file)) as package:
            found = dict(_marked_texts(package))
    except (zipfile.BadZipFile, etree.XMLSyntaxError, KeyError) as cause:
        raise NotAnEdition(str(cause)) from cause
    edited = {}
    for written, text in found.items():
        known = read_mark(written)
        if known and text.strip() and fingerprint(text) != known[1]:
            edited[known[0]] = clean(text)
    return edited


def _marked_texts(package: zipfile.ZipFile) -> list[tuple[str, str]]:
    names = package.namelist()
    if "word/document.xml" in names:
        return _word_texts(_parsed(package, "word/document.xml"))
    slides = sorted(name for name in names if name.startswith("ppt/slides/slide") and name.endswith(".xml"))
    return [pair for name in slides for pair in _slide_texts(_parsed(package, name))]


def _parsed(package: zipfile.ZipFile, name: str) -> Any:
    """Parsed without entities, network or endless size."""
    if package.getinfo(name).file_size > LARGEST_PART:
        raise NotAnEdition(f"{name} is too large")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(package.read(name), parser)


def _word_texts(tree: Any) -> list[tuple[str, str]]:
    found = []
    for control in tree.iter(f"{_WORD}sdt"):
        tag = control.find(f"{_WORD}sdtPr/{_WORD}tag")
        content = control.find(f"{_WORD}sdtContent")
        if tag is not None and content is not None:
            lines = ["".join(text.text or "" for text in one.iter(f"{_WORD}t")) for one in content.iter(f"{_WORD}p")]
            found.append((tag.get(f"{_WORD}val", ""), " ".join(lines)))
    return found


def _slide_texts(tree: Any) -> list[tuple[str, str]]:
    found = []
    for shape in tree.iter(f"{_SLIDE}sp"):
        name = shape.find(f"{_SLIDE}nvSpPr/{_SLIDE}cNvPr")
        if name is not None and read_mark(name.get("name", "")):
            lines = [
                "".join(text.text or "" for text in one.iter(f"{_DRAWING}t")) for one in shape.iter(f"{_DRAWING}p")
            ]
            found.append((name.get("name", ""), " ".join(lines)))
    return found


def carry_over(briefing: Briefing, edited: Mapping[str, str]) -> Briefing:
    """The briefing with the paragraphs that a person rewrote; ids that it no longer has are left out."""
    if not edited:
        return briefing

    def kept(block: Block) -> Block:
        if isinstance(block, Paragraph):
            # The cover of a deck repeats the first statement of each section under an id of its own.
            text = edited.get(_plain(block.id)) or edited.get(_plain(f"cover.{block.id}"))
            return replace(block, text=text, automatic=block.automatic or block.text) if text else block
        return block

    sections = tuple(replace(one, blocks=tuple(kept(block) for block in one.blocks)) for one in briefing.sections)
    return replace(briefing, sections=sections)


def _plain(identity: str) -> str:
    return mark(identity, "").split("#")[0]


def state(briefing: Briefing) -> dict[str, dict[str, str]]:
    """What the next edition compares itself with: a text for each block, small enough to be kept for good."""
    found: dict[str, dict[str, str]] = {}
    for block in briefing.blocks():
        if isinstance(block, Paragraph):
            found[block.id] = {"kind": "text", "shown": block.automatic or block.text}
        elif isinstance(block, ChartBlock):
            found[block.id] = {"kind": "chart", "shown": block.spec.title, "print": chart_print(block)}
    return found


def chart_print(block: ChartBlock) -> str:
    """A fingerprint of everything that a chart shows."""
    spec = block.spec
    series = [(one.name, spec.categories, one.values, one.statuses) for one in spec.series]
    return fingerprint(repr((series, spec.bands)))


def changes(before: Mapping[str, Mapping[str, str]], briefing: Briefing) -> list[Change]:
    """What is different since the edition whose `state` is given, in the order of the briefing."""
    now = state(briefing)
    listed = []
    for block in briefing.blocks():
        if block.id not in now:
            continue
        old, new = before.get(block.id), now[block.id]
        if isinstance(block, Paragraph) and block.is_edited:
            listed.append(Change("kept", block.id, block.text, block.automatic))
        elif old is None:
            listed.append(Change("new", block.id, "", new["shown"]))
        elif old["shown"] != new["shown"] or old.get("print") != new.get("print"):
            listed.append(Change(new["kind"], block.id, old["shown"], new["shown"]))
    listed += [Change("gone", identity, old["shown"]) for identity, old in before.items() if identity not in now]
    return listed
