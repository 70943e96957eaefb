"""Measures that Decree 30/2020/NĐ-CP, annex I, gives for the head of a document, shared by Word and PDF."""

from __future__ import annotations

from dashboard.briefing.typefaces import paper_width_mm

ISSUER_COLUMN_MM, MOTTO_COLUMN_MM, TEXT_WIDTH_MM = 67, 95, 162
ISSUER_SIZE, MOTTO_SIZE, TITLE_SIZE = 12, 13, 14
_SHARE_OF_LINE = 0.42
"""The rules under issuer and title are a third to a half of the line above them; that of the motto is as long as it."""


def issuer_rule_mm(issuer: str) -> float:
    return _SHARE_OF_LINE * min(paper_width_mm(issuer, ISSUER_SIZE), ISSUER_COLUMN_MM)


def motto_rule_mm(motto: str) -> float:
    return min(paper_width_mm(motto, MOTTO_SIZE), MOTTO_COLUMN_MM)


def title_rule_mm(title: str) -> float:
    return _SHARE_OF_LINE * min(paper_width_mm(title, TITLE_SIZE), TEXT_WIDTH_MM)
