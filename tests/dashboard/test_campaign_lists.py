"""The lists of the campaigns page stand in groups: by state, or by area and source, which is then said once."""

from __future__ import annotations

import json
from datetime import date, timedelta

from dashboard.views.campaign_lists import award_list, published_list, register_list
from data.catalogue import catalogue
from data.store import Award
from data.wording import say
from tests.dashboard.helpers import campaign

TODAY = date(2024, 12, 6)
DAY = timedelta(days=1)


def shown(component: object) -> str:
    return json.dumps(component, default=lambda one: one.to_plotly_json(), ensure_ascii=False)


def test_campaigns_are_grouped_by_what_they_do_today_and_only_those_of_the_past_are_folded() -> None:
    dates = {"A": (TODAY, None), "B": (TODAY + DAY, None), "C": (TODAY - DAY, TODAY - DAY), "D": (None, None)}
    found = register_list([campaign(code, start=a, end=b) for code, (a, b) in dates.items()], TODAY, "vi")
    assert [(one.name, one.count, one.folds) for one in found.groups] == [
        ("Đang diễn ra", 1, "never"),
        ("Sắp bắt đầu", 1, "never"),
        ("Đã kết thúc", 1, "phones"),
        ("Không rõ ngày", 1, "always"),
    ]
    assert found.count == 4


def test_a_source_is_said_once_for_all_awards_that_rest_on_it() -> None:
    awards = [Award(str(n), "Hà Nội", "Sở", "Bằng khen", year=2010 + n, status="được tặng", source="Bài viết A")
              for n in (2, 1)]  # fmt: skip
    found = award_list([*awards, Award("3", "Hà Nội", "Sở", "Cờ", status="đề nghị", source="Bài viết B")], "vi")
    assert [(one.name, one.count, one.note) for one in found.groups] == [
        ("Hà Nội", 1, "Bài viết B"),
        ("Hà Nội", 2, "Bài viết A"),
    ]
    assert "Bài viết" not in shown([one.table for one in found.groups])


def test_every_entry_of_the_catalogue_stands_in_one_group() -> None:
    entries = catalogue()
    assert register_list([*entries.campaigns.values()], TODAY, "en").count == len(entries.campaigns)
    assert award_list([*entries.awards.values()], "en").count == len(entries.awards)


def test_a_list_without_entries_says_so() -> None:
    for found, key in ((register_list([], TODAY, "vi"), "nothing"), (award_list([], "vi"), "no_awards"),
                       (published_list([], "vi"), "no_published")):  # fmt: skip
        assert not found.groups and say(f"campaign_pages.{key}", "vi") in shown(found.nothing)


def test_what_no_source_says_is_marked_so_that_short_records_leave_it_out() -> None:
    found = award_list([Award("1", "Hà Nội", "Sở", "Cờ", status="đề nghị", source="Bài viết")], "vi")
    assert shown(found.groups[0].table).count('"className": "missing"') == 2
