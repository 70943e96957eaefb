"""The words of campaign statements: complete in both languages, and never naming a reason."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from dashboard.campaign_cautions import caution_words
from dashboard.campaign_words import movement, word
from data.wording import LANGUAGES, all_wording
from indicators import guards
from indicators.campaign_types import CampaignPeriod, Guard, Verdict, Weight
from indicators.campaigns import campaign_statement

CAUSAL = {
    "vi": ("nhờ", "do", "tác động", "hiệu quả của", "tạo ra", "làm tăng", "kết quả của"),
    "en": ("caused", "due to", "thanks to", "impact", "effect of", "because of", "owing to"),
}
CAMPAIGN = CampaignPeriod("TD-1", "Đợt thi đua mùa thu", date(2018, 7, 1), date(2018, 10, 31))


def causal_words(text: str, language: str) -> list[str]:
    """Words of cause; `lý do` asks for the reason of an edit and is none."""
    return [word for word in CAUSAL[language] if re.search(rf"(?<!\w)(?<!lý ){word}(?!\w)", text.lower())]


def result(added: float = 0.0, campaign: CampaignPeriod = CAMPAIGN):
    months = pd.period_range("2014-01", "2019-12", freq="M")
    growth = pd.Series(8 + np.random.default_rng(5).normal(0, 1, len(months)), index=months)
    growth["2018-07":"2018-10"] += added
    return campaign_statement(
        campaign, growth, indicator="yoy", area="Hà Nội", today=date(2019, 12, 31), nation=growth - 1, looks=2
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_wording_of_a_campaign_names_a_reason(language):
    spoken_of = ("campaigns.", "campaign_pages.", "briefing.text.campaign", "briefing.text.beside")
    wordings = {key: text for key, text in all_wording(language).items() if key.startswith(spoken_of)}
    assert len(wordings) > 150
    assert {key: found for key, text in wordings.items() if (found := causal_words(text, language))} == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("added", [0.0, 15.0, -15.0])
def test_no_worded_statement_names_a_reason(language, added):
    words = word(result(added), indicator="tổng mức bán lẻ" if language == "vi" else "retail sales", language=language)
    assert causal_words(words.text, language) == []
    assert "{" not in words.text


def test_both_languages_word_the_same_keys():
    keys = [{key for key in all_wording(language) if key.startswith("campaigns.")} for language in LANGUAGES]
    assert keys[0] == keys[1]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_guard_and_every_verdict_has_words(language):
    words = all_wording(language)
    source = Path(guards.__file__).read_text(encoding="utf-8")
    found = set(re.findall(r'Guard\("(\w+)"', source))
    found |= {f"break_{kind}" for kind in ("boundary", "base", "definition")}
    found |= {f"shock_{name}" for name, _, _ in guards.SHOCKS}
    found |= {f"no_outside_{mode}" for mode in ("yearly", "open_ended", "undated")}
    assert {f"campaigns.guard.{code}" for code in found} <= set(words)
    assert {f"campaigns.verdict.{verdict.value}" for verdict in Verdict} <= set(words)


def test_the_statement_says_the_sentence_of_the_rules():
    words = word(result(), indicator="tổng mức bán lẻ")
    assert re.fullmatch(
        r"Trong thời gian diễn ra “Đợt thi đua mùa thu”, tổng mức bán lẻ tăng bình quân \d,\d% so với cùng kỳ; "
        r"4 tháng trước đó tăng \d,\d%\.",
        words.sentence,
    )
    assert words.verdict == "Trong phạm vi thường lệ"
    assert any("điểm phần trăm là mô tả" in sentence for sentence in words.details)
    assert any(re.search(r"Xếp hạng \d+ trong \d+ giai đoạn cùng độ dài", sentence) for sentence in words.details)


def test_a_yearly_campaign_is_worded_year_by_year():
    yearly = CampaignPeriod("N", "Phong trào năm", date(2017, 1, 1), date(2018, 12, 31), precision="year")
    words = word(result(campaign=yearly), indicator="tổng mức bán lẻ")
    assert "diễn ra trọn năm" in words.sentence
    assert [text[:8] for text in words.details] == ["Năm 2017", "Năm 2018"]


def test_a_campaign_is_named_in_quotation_marks_and_its_own_ones_become_single():
    named = CampaignPeriod("V", "Cuộc vận động “Hàng Việt”", date(2018, 7, 1), date(2018, 10, 31))
    assert "“Cuộc vận động ‘Hàng Việt’”" in word(result(campaign=named), indicator="tổng mức bán lẻ").sentence


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", "Cùng thời gian có “Hàng Việt” và “5 năm” diễn ra thường xuyên."),
        ("en", "“Hàng Việt” and “5 năm” were running at the same time."),
    ],
)
def test_campaigns_that_ran_all_the_time_are_said_in_one_sentence(language, said):
    always = [Guard("runs_always", Weight.NOTE, {"name": name}) for name in ("Hàng Việt", "5 năm")]
    before, after = Guard("tet_moves", Weight.NOTE), Guard("shock_covid", Weight.NOTE)
    found = caution_words([before, always[0], after, always[1]], language)
    assert found == (*caution_words([before], language), said, *caution_words([after], language))


@pytest.mark.parametrize(
    ("growth", "text"), [(9.24, "tăng 9,2%"), (-2.8, "giảm 2,8%"), (0.04, "tương đương"), (-0.04, "tương đương")]
)
def test_movement_agrees_with_the_sign(growth, text):
    assert movement(growth) == text


@pytest.mark.parametrize(("language", "said"), [("vi", "565.786 → 515.952"), ("en", "565,786 → 515,952")])
def test_numbers_within_the_name_of_a_break_are_written_as_the_reader_writes_them(language: str, said: str) -> None:
    parameters = {"period": pd.Period("2024-01", "M"), "name": "12/2023: 565.786 → 515.952"}
    (sentence,) = caution_words([Guard("break_definition", Weight.BLOCKS, parameters)], language)
    assert said in sentence
