"""Plain elements become one piece of markup."""

from __future__ import annotations

from dash import html

from dashboard.components.markup import as_one_piece


def test_elements_are_written_as_they_stand_and_words_stay_words() -> None:
    hidden = html.Span("bỏ qua", className="visually-hidden")
    cell = html.Td(["<b>5 & 6</b>", hidden], className="cell", rowSpan=2, colSpan=1, **{"data-cell": 'A"1'})
    assert as_one_piece(html.Tr([cell, html.Td(None)])).svg == (
        '<tr><td class="cell" colspan="1" rowspan="2" data-cell="A&quot;1">&lt;b&gt;5 &amp; 6&lt;/b&gt;'
        '<span class="visually-hidden">bỏ qua</span></td><td></td></tr>'
    )
