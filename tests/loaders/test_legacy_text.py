import unicodedata

import pytest

from loaders.legacy_text import is_syllable, to_unicode


@pytest.mark.parametrize(
    ("written", "font", "meant"),
    [
        ("Gi¸ trÞ s¶n xuÊt c«ng nghiÖp", ".VnArial", "Giá trị sản xuất công nghiệp"),
        ("L\xad¬ng thùc", ".VnTime", "Lương thực"),
        ("Kú gèc", ".VnArial", "Kỳ gốc"),
        ("Tû ®ång", "", "Tỷ đồng"),
        ("Thùc hiÖn 6 th¸ng", ".VnTime", "Thực hiện 6 tháng"),
        ("Tæng sè", ".VnTimeH", "TỔNG SỐ"),
        ("tæng sè", ".VnArialH", "TỔNG SỐ"),
    ],
)
def test_tcvn3_is_decoded_by_its_letters_or_its_font(written, font, meant):
    assert to_unicode(written, font) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("6 th¸ng  đầu", "6 tháng  đầu"),
        ("cïng kú năm 2009", "cùng kỳ năm 2009"),
        ("c«ng nghiÖp tháng 8", "công nghiệp tháng 8"),
    ],
)
def test_a_cell_in_both_encodings_is_decoded_word_by_word(written, meant):
    assert to_unicode(written, ".VnArial") == meant


@pytest.mark.parametrize(
    "text",
    [
        "CHỈ SỐ GIÁ TIÊU DÙNG",
        "Ô tô",
        "Xe máy",
        "bác sĩ",
        "Dầu thô",
        "Cà phê",
        "Điện tử, máy tính",
        "Tổng số",
        "m³",
        "25 °C",
    ],
)
@pytest.mark.parametrize("font", ["", "Arial", "Times New Roman"])
def test_unicode_text_is_never_damaged(text, font):
    assert to_unicode(text, font) == text


@pytest.mark.parametrize("text", ["Ô tô", "Xe máy", "CHỈ SỐ GIÁ TIÊU DÙNG", "Khai khoáng"])
def test_unicode_text_survives_a_leftover_legacy_font(text):
    assert to_unicode(text, ".VnArial") == text


def test_decomposed_letters_are_composed():
    assert to_unicode(unicodedata.normalize("NFD", "Lương thực, thực phẩm")) == "Lương thực, thực phẩm"


def test_the_icelandic_eth_stands_for_the_vietnamese_letter():
    assert to_unicode("Ðến năm 2015") == "Đến năm 2015"


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Xin chaøo caùc baïn", "Xin chào các bạn"), ("Tieáng Vieät", "Tiếng Việt"), ("Coâng nghieäp", "Công nghiệp")],
)
def test_vni_is_decoded_by_its_font(written, meant):
    assert to_unicode(written, "VNI-Times") == meant


@pytest.mark.parametrize(
    ("word", "possible"), [("tháng", True), ("gốc", True), ("gèc", False), ("thỏng", True), ("nghiÖp", False)]
)
def test_syllables_are_told_from_other_words(word, possible):
    assert is_syllable(word) is possible
