"""The registers hold every row of the two articles, and nothing that no source says."""

from __future__ import annotations

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from data.catalogue import catalogue

FACTS = Path(__file__).resolve().parents[3] / "shared" / "facts"


def rows(name: str) -> list[dict[str, str]]:
    path = FACTS / name
    if not path.exists():
        pytest.skip(f"the shared file {name} is not there")
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def test_every_campaign_of_the_articles_is_registered_with_its_dates():
    for row in rows("campaigns.csv"):
        one = catalogue().campaigns[row["code"]]
        assert (one.area, one.name, one.slogan) == (row["area"], row["name"], row["slogan_or_topic"])
        assert (one.start, one.end, str(one.precision)) == (day(row["start"]), day(row["end"]), row["date_precision"])
        assert one.launched_by == row["launched_by"]


def test_every_award_of_the_articles_is_registered_as_granted_or_proposed():
    given = [(r["area"], r["recipient"], r["award"], r["rank"], r["year"], r["status"]) for r in rows("awards.csv")]
    held = [(a.area, a.recipient, a.award, a.rank, str(a.year or ""), a.status) for a in catalogue().awards.values()]

    assert sorted(held) == sorted(given)


def test_every_published_figure_keeps_value_precision_and_wording():
    given = [
        (r["area"], r["indicator"], r["period"], float(r["value"]), r["unit"], r["precision"], r["wording"])
        for r in rows("published-figures.csv")
    ]
    held = [
        (f.area, f.indicator, f.period, f.value, f.unit, f.precision, f.wording)
        for f in catalogue().published_figures.values()
    ]

    assert sorted(held) == sorted(given)


def test_a_campaign_without_a_date_has_none_invented():
    for one in catalogue().campaigns.values():
        assert (one.start is None) == (one.precision == "unknown")
        assert one.source.strip()


def test_every_campaign_has_an_english_name_that_keeps_its_years():
    for one in catalogue().campaigns.values():
        assert one.name_en.strip() and one.name_in("en") != one.name, one.code
        assert re.findall(r"\d{4}", one.name) == re.findall(r"\d{4}", one.name_en), one.code


def test_the_open_ended_national_campaign_begins_on_its_day():
    one = catalogue().campaigns["VN-01"]

    assert (one.start, one.end, one.area) == (date(2009, 7, 31), None, "Cả nước")
    assert "264-TB/TW" in one.document
