"""Every complaint that the loaders can make has its words in both languages, and every worded parameter is given."""

import re
from pathlib import Path

import pytest

from data.findings import Finding, Severity
from data.period import Period
from data.spoken import PARTS, period_in_words, place, spoken
from data.wording import all_wording

LOADERS = Path(__file__).resolve().parents[2] / "loaders"
_CODE = re.compile(
    r"""(?:Finding|unreadable|_finding|refuse|\.note|UnreadableWorkbook)\(\s*"([a-z_]+)"|complaint\(\s*[^,]+,\s*"([a-z_]+)\""""
)


def used_codes() -> set[str]:
    sources = (path.read_text(encoding="utf-8") for path in LOADERS.rglob("*.py"))
    return {a or b for source in sources for a, b in _CODE.findall(source)}


def test_the_search_finds_the_codes():
    assert {"empty_file", "parts_total", "unsafe_area", "too_slow", "known_mistake"} <= used_codes()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("code", sorted(used_codes()))
def test_each_code_says_what_was_found_expected_and_to_do(code, language):
    words = all_wording(language)
    assert [part for part in PARTS if f"findings.{code}.{part}" not in words] == []


def test_both_languages_word_the_same_findings_with_the_same_parameters():
    vi, en = all_wording("vi"), all_wording("en")
    keys = {key for key in (*vi, *en) if key.startswith("findings.")}
    assert [key for key in sorted(keys) if key not in vi or key not in en] == []
    strip = {"reason_en": "reason"}
    for key in keys:
        ours, theirs = (set(re.findall(r"\{(\w+)\}", text[key])) for text in (vi, en))
        assert ours == {strip.get(name, name) for name in theirs}, key


@pytest.mark.parametrize(
    ("period", "vi", "en"),
    [
        ("2024-08", "tháng 8/2024", "month 8/2024"),
        ("2024-01/2024-07", "7 tháng năm 2024", "first 7 months of 2024"),
        ("2024-Q4", "quý IV/2024", "fourth quarter of 2024"),
        ("2024", "năm 2024", "2024"),
        ("2024-03/2024-05", "2024-03/2024-05", "2024-03/2024-05"),
    ],
)
def test_periods_are_told_as_people_say_them(period, vi, en):
    assert period_in_words(Period.parse(period), "vi") == vi
    assert period_in_words(Period.parse(period), "en") == en


def test_numbers_have_the_decimal_mark_of_the_language():
    finding = Finding(
        "shares_total",
        Severity.WARNING,
        parameters={"period": "2024-07", "total": "99.89", "low": "99.9", "high": "100.1"},
    )
    assert "99,89%" in spoken(finding, "vi")["found"]
    assert "99.89%" in spoken(finding, "en")["found"]


@pytest.mark.parametrize("guesses", ["", "…"])  # the latter stands in findings that were recorded earlier
def test_an_unknown_label_that_is_like_no_item_names_no_item(guesses):
    finding = Finding("unknown_label", Severity.WARNING, parameters={"label": "Xyz", "guesses": guesses})

    assert spoken(finding, "vi")["expected"] == "Một chỉ tiêu của bảng."
    assert spoken(finding, "en")["expected"] == "An item of the table."


def test_an_unknown_label_that_is_like_an_item_names_it():
    finding = Finding("unknown_label", Severity.WARNING, parameters={"label": "Xyz", "guesses": "Gạo (rice)"})

    assert spoken(finding, "vi")["expected"] == "Một chỉ tiêu của bảng; gần giống nhất: Gạo (rice)."


def test_a_place_is_told_by_sheet_and_cell():
    assert place(Finding("jump", Severity.WARNING, "Tongmuc", "B12")) == 'Trang tính "Tongmuc", ô B12'
    assert place(Finding("jump", Severity.WARNING, "Tongmuc"), "en") == 'Sheet "Tongmuc"'
    assert place(Finding("empty_file", Severity.ERROR)) == "Toàn bộ tệp"
