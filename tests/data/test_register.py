"""Registers: filled from the catalogue, edited by people, every version kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from data.catalogue import catalogue
from data.store import Campaign, Plan, Store
from data.store.errors import ReasonNeeded

DRIVE = Campaign(
    "HN-09", "Đợt thi đua cao điểm", "Hà Nội", start=date(2014, 3, 1), end=date(2014, 5, 31), themes=("retail",)
)


def given(*campaigns: Campaign, plans: tuple[Plan, ...] = ()) -> SimpleNamespace:
    return SimpleNamespace(campaigns={one.code: one for one in campaigns}, plans=plans)


def test_the_catalogue_is_taken_over_once(store: Store) -> None:
    assert store.sync_register(given(DRIVE)) == 1
    assert store.sync_register(given(DRIVE)) == 0
    assert store.campaigns("Hà Nội") == [replace(DRIVE, version=1)]
    assert store.campaigns("Thái Nguyên") == []


def test_the_whole_catalogue_of_the_project_fits(store: Store) -> None:
    added = store.sync_register(catalogue())
    assert added == sum(map(len, (store.campaigns(), store.awards(), store.plans(), store.published_figures())))
    assert {c.code for c in store.campaigns()} == set(catalogue().campaigns)
    assert len(store.awards()) == len(catalogue().awards)
    assert store.sync_register(catalogue()) == 0


def test_a_change_in_the_catalogue_is_a_new_version_and_what_vanished_is_withdrawn(store: Store) -> None:
    store.sync_register(given(DRIVE))
    assert store.sync_register(given(replace(DRIVE, name="Tên mới"))) == 1
    assert [c.name for c in store.campaigns()] == ["Tên mới"]
    assert store.sync_register(given()) == 1
    assert store.campaigns() == []
    assert store.sync_register(given(DRIVE)) == 1
    assert [c.version for c in store.campaigns()] == [4]


def test_an_edited_campaign_is_never_overwritten_by_the_catalogue(store: Store) -> None:
    store.sync_register(given(DRIVE))
    store.save_campaign(replace(DRIVE, name="Sửa tay"), by="An", why="đúng công văn")
    assert store.sync_register(given(replace(DRIVE, name="Tên khác"))) == 0
    assert [c.name for c in store.campaigns()] == ["Sửa tay"]
    assert [(c.name, by, why) for c, by, _, why, _ in store.campaign_history("HN-09")] == [
        ("Sửa tay", "An", "đúng công văn"),
        (DRIVE.name, "", ""),
    ]


def test_withdrawing_a_campaign_needs_a_reason(store: Store) -> None:
    store.save_campaign(DRIVE, by="An")
    with pytest.raises(ReasonNeeded):
        store.withdraw_campaign("HN-09", by="An", why=" ")
    store.withdraw_campaign("HN-09", by="An", why="trùng")
    assert store.campaigns() == []
    with pytest.raises(KeyError):
        store.withdraw_campaign("HN-09", by="An", why="trùng")


def test_a_withdrawn_campaign_comes_back_as_it_stood_and_every_step_is_on_record(store: Store) -> None:
    store.save_campaign(DRIVE, by="An")
    with pytest.raises(KeyError):
        store.restore_campaign("HN-09", by="Lan", why="nhầm")
    store.withdraw_campaign("HN-09", by="An", why="trùng")
    with pytest.raises(ReasonNeeded):
        store.restore_campaign("HN-09", by="Lan", why="")
    store.restore_campaign("HN-09", by="Lan", why="không trùng")
    assert [replace(one, version=0) for one in store.campaigns()] == [replace(DRIVE, version=0)]
    assert [(one.by, one.why, one.withdrawn) for one in store.campaign_history("HN-09")] == [
        ("Lan", "không trùng", False),
        ("An", "trùng", True),
        ("An", "", False),
    ]


def test_plans_are_found_by_area_and_year_and_change_the_version(store: Store) -> None:
    before = store.version()
    store.sync_register(
        given(plans=(Plan("P24", "Hà Nội", 2024, "retail", 8.5, "%"), Plan("P25", "Hà Nội", 2025, "retail", 9)))
    )
    assert [p.value for p in store.plans("Hà Nội", 2024)] == [8.5]
    assert store.version() == before + 1
