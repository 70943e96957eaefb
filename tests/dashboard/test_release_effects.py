"""What a waiting release would change, told by the pages' own functions asked of a copy."""

from __future__ import annotations

from datetime import date

from dashboard.components.before_after import before_after
from dashboard.release_effects import Effects, Words, effects_of
from dashboard.views.effects import effects_view
from data.period import Period
from data.store import Figure, StatedFigure, Store, UploadedFile
from data.wording import say
from loaders.release import preview
from tests.dashboard.helpers import AREA, EXPORTS, RETAIL, SAME, campaign, load, rate, stated

YEARS = [f"{year}-{month:02d}" for year in (2021, 2022, 2023) for month in range(1, 13)]


def waiting(store: Store, released: str, *figures: StatedFigure) -> int:
    return store.stage(
        UploadedFile(f"{released}.xlsx", released, 1), figures, released=date.fromisoformat(released), by="An"
    )


def effects(store: Store, number: int, language: str = "vi", area: str = AREA) -> Effects:
    changes = preview(store, number).changes
    return effects_of(store, number, changes, default_area=area, language=language)


def test_a_revised_growth_changes_the_theme_its_sentence_and_the_first_sentence(store: Store) -> None:
    number = waiting(store, "2024-12-29", stated(rate(RETAIL, SAME), "2024-11", 104.0))
    found = effects(store, number)

    assert [one.theme for one in found.themes] == ["retail"]
    assert "8,8%" in found.themes[0].words.before and "4,0%" in found.themes[0].words.after
    month = max(found.themes[0].after)
    assert (found.themes[0].before[month].value, found.themes[0].after[month].value) == (8.75, 4.0)
    assert found.title and found.title.before != found.title.after
    assert store.release(number).state == "staged"


def test_revised_series_come_with_their_values_before_and_after_the_largest_revision_first(store: Store) -> None:
    number = waiting(
        store, "2024-12-29", stated(RETAIL, "2024-11", 562_002.9 * 1.01), stated(EXPORTS, "2024-11", 33_733.8 * 0.9)
    )
    found = effects(store, number)

    assert [one.series.table for one in found.series] == ["goods_exports", "retail_sales"]
    assert [round(one.largest, 6) for one in found.series] == [-10.0, 1.0]
    exports = found.series[0]
    (month,) = exports.before
    assert round(exports.after[month].value / exports.before[month].value, 6) == 0.9


def test_a_release_that_says_nothing_new_changes_nothing(store: Store) -> None:
    found = effects(store, waiting(store, "2024-12-29", stated(rate(RETAIL, SAME), "2024-11", 108.75)))
    assert not found
    assert say("data_pages.effects.nothing", "vi") in str(effects_view(found, "vi"))


def test_campaign_statements_are_shown_where_their_words_differ(empty_store: Store) -> None:
    growth = [stated(rate(RETAIL, SAME), month, 108.0 + place % 3) for place, month in enumerate(YEARS)]
    load(empty_store, "2024-01-29", *growth)
    empty_store.save_campaign(campaign(start=date(2023, 6, 1), end=date(2023, 9, 30)), by="An", why="thử")
    empty_store.save_campaign(campaign("GIA", name="Bình ổn giá", themes=("prices",)), by="An", why="thử")
    summer = [stated(rate(RETAIL, SAME), month, 115.0) for month in YEARS[-7:-3]]
    found = effects(empty_store, waiting(empty_store, "2024-02-29", *summer))

    (changed,) = found.statements
    assert (changed.campaign.code, changed.theme) == ("KC", "retail")
    assert changed.words.before and "15,0%" in changed.words.after
    shown = str(effects_view(found, "vi"))
    assert changed.words.before in shown and changed.words.after in shown and "Kích cầu tiêu dùng" in shown


def test_the_pages_are_compared_for_the_area_that_the_release_speaks_of(store: Store) -> None:
    hanoi = rate(RETAIL, SAME)._replace(area="Hà Nội")
    assert effects(store, waiting(store, "2024-12-29", stated(hanoi, "2024-11", 110.0))).area == "Hà Nội"
    both = [stated(hanoi, "2024-10", 110.0), stated(rate(RETAIL, SAME), "2024-09", 110.0)]
    assert effects(store, waiting(store, "2024-12-30", *both)).area == AREA


def test_the_drawing_marks_what_would_change_and_that_nobody_accepted_it(store: Store) -> None:
    number = waiting(store, "2024-12-29", stated(rate(RETAIL, SAME), "2024-11", 104.0))
    (theme,) = effects(store, number).themes
    for language in ("vi", "en"):
        drawn = str(before_after("Bán lẻ", theme.before, theme.after, words="…", language=language, is_rate=True))
        assert say("data_pages.not_accepted", language) in drawn
        assert drawn.count("<circle") == 2  # the value that would go, hollow, and the one that would come
        assert ("+8,8%" in drawn and "+4,0%" in drawn) or ("+8.8%" in drawn and "+4.0%" in drawn)


def test_sentences_that_are_not_there_yet_are_said_to_be_missing(store: Store) -> None:
    found = Effects(AREA, Words("", "Bán lẻ tăng."), (), (), ())
    assert say("data_pages.effects.none", "vi") in str(effects_view(found, "vi"))


def test_quarters_are_joined_and_months_that_are_missing_are_not() -> None:
    points = {
        month: Figure(1, Period(month, month), float(month % 7), "", date(2024, 1, 1), 1)
        for month in (24_002, 24_005, 24_008)
    }
    for gap, moves in ((1, 3), (12, 1)):
        drawn = str(before_after("X", points, points, words="", language="vi", is_rate=False, gap=gap))
        full_line = drawn.split('stroke="var(--s1)"', maxsplit=1)[0].rsplit('d="', 1)[1]
        assert full_line.count("M") == moves
