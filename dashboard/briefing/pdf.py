"""PDF: the report of `docx.py` set by Typst, tagged for screen readers (PDF/UA-1), charts as vectors."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from dashboard.briefing import decree, typefaces
from dashboard.briefing.annex import annex_of
from dashboard.briefing.cells import column_widths_mm, shown_cell
from dashboard.briefing.drawing import draw
from dashboard.briefing.model import Block, Briefing, ChartBlock, Paragraph, TableBlock
from dashboard.briefing.safe_text import breakable, clean
from dashboard.briefing.words import band_list, figure_caption, foot
from data.wording import say

_TEMPLATE = Path(__file__).parent / "report.typ"


@cache
def _template() -> bytes:
    return _TEMPLATE.read_bytes()


def document(briefing: Briefing) -> bytes:
    """The briefing as PDF. What it says travels as JSON, so that no text can become markup."""
    data = json.dumps(data_of(briefing), ensure_ascii=False)
    return bytes(
        typst.compile(  # type: ignore[call-overload]
            _template(),
            format="pdf",
            font_paths=[str(typefaces.FOLDER)],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
            pdf_standards=["ua-1"],
        )
    )


def data_of(briefing: Briefing) -> dict[str, Any]:
    """All that the typesetter is told, as plain data."""
    tongue = briefing.language
    form = {key: say(f"briefing.form.{key}", tongue) for key in ("number", "kind", "receivers")}
    form |= {key: say(f"briefing.form.{key}", "vi") for key in ("nation", "motto")}
    form["dated"] = say("briefing.form.dated", tongue, place=clean(briefing.place, 60) or "…")
    form["signer"] = clean(briefing.signer_title or say("briefing.form.signer", tongue), 100).upper()
    lines = [say(f"briefing.form.receiver_{key}", tongue) for key in ("superior", "leaders", "archive")]
    issuer = breakable(clean(briefing.department, 200)).upper()
    return {
        "title": breakable(clean(briefing.title, 400)),
        "department": clean(briefing.department, 200),
        "issuer": issuer,
        "superior": breakable(clean(briefing.superior, 200)).upper(),
        "language": tongue,
        "rules": {
            "issuer": decree.issuer_rule_mm(issuer),
            "motto": decree.motto_rule_mm(form["motto"]),
            "title": decree.title_rule_mm(clean(briefing.title, 400)),
        },
        "form": form | {"lines": lines},
        "words": {kind: say(f"briefing.caption.{kind}", tongue) for kind in ("chart", "table")},
        "sections": [
            {
                "heading": breakable(clean(section.heading, 300)),
                "blocks": [_block(block, tongue) for block in section.blocks],
            }
            for section in briefing.sections
        ],
        "annex": _annex(briefing),
    }


def _annex(briefing: Briefing) -> dict[str, Any] | None:
    annex = annex_of(briefing)
    if annex is None:
        return None
    files = [breakable(line) for line in annex.files]
    return {"heading": annex.heading, "files": files, "table": _table(annex.table, briefing.language)}


def _block(block: Block, tongue: str) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": breakable(clean(block.text))}
    if isinstance(block, ChartBlock):
        spec = block.spec
        return {
            "kind": "chart",
            "svg": draw(spec, "report", has_words=False),
            "alt": clean(spec.alt or f"{spec.title}. {spec.subtitle}", 1000),
            "caption": breakable(figure_caption(spec)),
            "foot": [breakable(line) for line in (band_list(spec), foot(spec)) if line],
        }
    return _table(block, tongue)


def _table(block: TableBlock, tongue: str) -> dict[str, Any]:
    unit = say("briefing.table.unit", tongue, unit=clean(block.unit, 80)) if block.unit else ""
    rows = [
        {
            "cells": [shown_cell(value, block.decimals[at], tongue) for at, value in enumerate(row)],
            "depth": block.depth(number),
            "total": block.is_total(number),
        }
        for number, row in enumerate(block.rows)
    ]
    return {
        "kind": "table",
        "caption": breakable(clean(block.title, 300) + (f" ({unit})" if unit else "")),
        "header": [breakable(clean(name, 120)) for name in block.header],
        "rows": rows,
        "widths": column_widths_mm(block)[1:],
        "words": [any(isinstance(row[at], str) for row in block.rows) for at in range(len(block.header))],
        "foot": [breakable(say("briefing.foot.source", tongue, source=clean(block.source, 400)))]
        if block.source
        else [],
    }
