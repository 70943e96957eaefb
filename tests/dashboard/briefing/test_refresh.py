"""What a person wrote into a briefing is found again and carried into the next edition."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from docx import Document
from docx.oxml.ns import qn
from pptx import Presentation

from dashboard.briefing.docx import report
from dashboard.briefing.marks import fingerprint, mark, read_mark
from dashboard.briefing.model import Paragraph
from dashboard.briefing.pptx import deck
from dashboard.briefing.refresh import NotAnEdition, carry_over, changes, edited_texts, state
from tests.dashboard.briefing.briefings import SENTENCE, monthly, one_chart
from tests.dashboard.briefing.charts import level_and_growth

OWN_WORDS = "Bán lẻ tháng 8 giữ đà tăng; Sở đề nghị tiếp tục theo dõi nguồn hàng."


def rewrite_in_word(body: bytes, identity: str, text: str) -> bytes:
    """What Word does when somebody types over a content control."""
    document = Document(io.BytesIO(body))
    for control in document.element.iter(qn("w:sdt")):
        if control.find(".//" + qn("w:tag")).get(qn("w:val")).startswith(f"{identity}#"):
            control.find(".//" + qn("w:t")).text = text
    return saved(document)


def saved(document) -> bytes:  # type: ignore[no-untyped-def]
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_an_untouched_edition_has_nothing_to_carry_over():
    briefing = monthly()
    assert edited_texts(report(briefing)) == {}
    assert edited_texts(deck(briefing)) == {}


def test_a_paragraph_rewritten_in_word_is_kept_in_the_next_edition_beside_the_automatic_sentence():
    edited = edited_texts(rewrite_in_word(report(monthly()), "s1.text0", OWN_WORDS))
    assert edited == {"s1.text0": OWN_WORDS}
    body = report(carry_over(monthly(), edited))
    document = Document(io.BytesIO(body))
    assert OWN_WORDS in "".join(one.text or "" for one in document.element.iter(qn("w:t")))
    assert SENTENCE in [comment.text.removeprefix("Câu tự động kỳ này: ") for comment in document.comments]


def test_words_kept_once_are_kept_in_every_later_edition():
    edited = edited_texts(rewrite_in_word(report(monthly()), "s1.text0", OWN_WORDS))
    second = report(carry_over(monthly(), edited))
    assert edited_texts(second) == {"s1.text0": OWN_WORDS}


def test_a_statement_rewritten_on_a_slide_is_found():
    presentation = Presentation(io.BytesIO(deck(monthly())))
    shape = next(s for slide in presentation.slides for s in slide.shapes if s.name.startswith("s2.text1#"))
    shape.text_frame.paragraphs[0].runs[0].text = OWN_WORDS
    assert edited_texts(saved(presentation)) == {"s2.text1": OWN_WORDS}


def test_changes_since_the_last_edition_are_listed_by_block():
    first = one_chart(level_and_growth(20))
    spec = level_and_growth(20)._replace(title="Tổng mức bán lẻ tháng 8/2024 ước tăng 8,1% so với cùng kỳ năm trước")
    second = one_chart(spec)
    second = carry_over(second, {"s.text": OWN_WORDS})
    found = {(one.kind, one.id) for one in changes(state(first), second)}
    assert found == {("chart", "s.chart"), ("kept", "s.text")}


def test_a_chart_with_other_numbers_under_the_same_title_counts_as_changed():
    first, second = one_chart(level_and_growth(20)), one_chart(level_and_growth(20, scale=1.001))
    assert [(one.kind, one.id) for one in changes(state(first), second)] == [("chart", "s.chart")]


def test_a_block_that_came_or_went_is_listed():
    briefing = one_chart(level_and_growth())
    more = replace(briefing.sections[0], blocks=(*briefing.sections[0].blocks, Paragraph("s.more", "Mới.", "Mới.")))
    longer = replace(briefing, sections=(more,))
    assert [one.kind for one in changes(state(briefing), longer)] == ["new"]
    assert [one.kind for one in changes(state(longer), briefing)] == ["gone"]


def test_a_mark_survives_long_ids_and_ignores_blanks():
    assert len(mark("x" * 200, "a")) <= 64
    assert read_mark(mark("retail.text.month", "Bán  lẻ")) == ("retail.text.month", fingerprint("Bán lẻ"))


@pytest.mark.parametrize("body", [b"", b"not a zip", b"PK\x03\x04broken"])
def test_another_file_is_refused(body):
    with pytest.raises(NotAnEdition):
        edited_texts(body)


def test_a_statement_rewritten_on_the_cover_is_kept_in_its_section():
    presentation = Presentation(io.BytesIO(deck(monthly())))
    shape = next(s for s in presentation.slides[0].shapes if s.name.startswith("cover.s2.text0#"))
    shape.text_frame.paragraphs[0].runs[0].text = OWN_WORDS
    kept = carry_over(monthly(), edited_texts(saved(presentation)))
    assert [one.id for one in kept.paragraphs if one.text == OWN_WORDS] == ["s2.text0"]
