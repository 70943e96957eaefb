"""Both languages say everything, with the same parameters."""

from __future__ import annotations

from string import Formatter

from dashboard.components.published import indicator_told
from data.catalogue import catalogue
from data.wording import all_wording


def parameters(words: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(words) if name}


def test_both_languages_have_the_same_keys() -> None:
    vi, en = (all_wording(lang) for lang in ("vi", "en"))
    assert set(vi) ^ set(en) == set()
    assert [key for words in (vi, en) for key, text in words.items() if text == "None"] == []


def test_english_needs_no_parameter_that_vietnamese_is_not_given() -> None:
    vi, en = all_wording("vi"), all_wording("en")
    allowed = {"month_name", "first_month_name"}
    wrong = {key for key in vi if key.startswith("dashboard.") and parameters(en[key]) - parameters(vi[key]) - allowed}
    assert wrong == set()


def test_what_documents_call_their_figures_is_told_in_english_too() -> None:
    for one in catalogue().published_figures.values():
        assert indicator_told(one.indicator, "en") not in ("", one.indicator)
