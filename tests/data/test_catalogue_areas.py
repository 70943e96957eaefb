"""Provinces, their validity and their boundaries; the dates of Tết."""

from __future__ import annotations

from datetime import date

import pytest

from data.catalogue import catalogue


def valid_on(day: date) -> list[str]:
    return [a.name for a in catalogue().areas.values() if a.name != "Cả nước" and a.is_valid_on(day)]


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(2003, 12, 31), 61),
        (date(2008, 7, 31), 64),
        (date(2008, 8, 1), 63),
        (date(2025, 6, 30), 63),
        (date(2025, 7, 1), 34),
    ],
)
def test_the_number_of_provinces_on_a_day(day, count):
    assert len(valid_on(day)) == count


def test_every_merged_province_is_named_by_the_one_it_became_part_of():
    areas = catalogue().areas
    for area in areas.values():
        if area.into:
            changes = areas[area.into].changes
            assert any(area.name in change.added for change in changes), area.name
            assert area.until is not None


@pytest.mark.parametrize(
    ("label", "name"),
    [
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("T.P Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Thành phố Hà Nội(*)", "Hà Nội"),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("Khánh Hoà", "Khánh Hòa"),
        ("Tỉnh Thái Nguyên", "Thái Nguyên"),
        ("Toàn quốc", "Cả nước"),
    ],
)
def test_names_of_an_area_lead_to_it(label, name):
    area = catalogue().area_of(label)

    assert area is not None
    assert area.name == name


def test_a_label_that_is_no_area_leads_nowhere():
    assert catalogue().area_of("Ngoài Nhà nước") is None


TET = "2008-02-07 2009-01-26 2010-02-14 2015-02-19 2018-02-16 2023-01-22 2024-02-10 2025-01-29 2026-02-17 2030-02-02"


@pytest.mark.parametrize("day", TET.split())
def test_tet_follows_the_vietnamese_calendar(day):
    assert catalogue().lunar_new_years[int(day[:4])].date == date.fromisoformat(day)


def test_tet_falls_between_21_january_and_20_february():
    days = [one.date for one in catalogue().lunar_new_years.values()]

    assert len(days) > 40
    assert all((1, 20) <= (day.month, day.day) <= (2, 21) for day in days)
