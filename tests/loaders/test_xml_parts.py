from __future__ import annotations

from xml.parsers import expat

import pytest

from loaders.xml_parts import DeclaresType, elements, text_of, unescaped

SHEETS = b'<x:workbook xmlns:x="u" xmlns:r="v"><x:sheets><x:sheet name="A &amp; B" r:id="rId1"/></x:sheets>'


def test_elements_are_found_whatever_prefix_they_bear():
    found = elements(SHEETS + b"</x:workbook>", "sheet")

    assert found == [{"name": "A & B", "r:id": "rId1"}]


def test_xml_that_is_cut_off_gives_what_stands_before_the_cut():
    assert [one["name"] for one in elements(SHEETS, "sheet", ends_early=True)] == ["A & B"]


def test_xml_that_ends_unexpectedly_is_an_error():
    with pytest.raises(expat.ExpatError):
        elements(SHEETS, "sheet")


def test_the_text_of_the_first_element_is_given():
    xml = b"<c:p xmlns:c='u'><c:modified> 2024-11-29T08:00:00Z </c:modified><c:modified>2025</c:modified></c:p>"

    assert text_of(xml, "modified") == "2024-11-29T08:00:00Z"
    assert text_of(xml, "created") == ""


@pytest.mark.parametrize("read", [lambda xml: elements(xml, "p"), lambda xml: text_of(xml, "p")])
def test_a_document_type_is_refused(read):
    with pytest.raises(DeclaresType):
        read(b'<!DOCTYPE p [<!ENTITY a "lol">]><p>&a;</p>')


def test_entities_of_an_unparsed_attribute_are_resolved_once():
    assert unescaped("0.0&quot; &amp;lt;&quot;") == '0.0" &lt;"'
