"""Editing the register of campaigns: dates as people know them, mistakes by field, one entry for each year."""

from __future__ import annotations

from datetime import date

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.campaign_dates import dates_in_words, day_of, written
from dashboard.views.campaign_form import GROUPS, edit_form
from data.store import Campaign, Store

JSON = {"Accept": "application/json"}


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def named(store: Store, name: str) -> list[Campaign]:
    return [one for one in store.campaigns() if one.name == name]


@pytest.mark.parametrize(
    ("text", "is_end", "day", "precision"),
    [
        ("31/07/2009", False, date(2009, 7, 31), "day"),
        ("2009-07-31", False, date(2009, 7, 31), "day"),
        ("7/2009", False, date(2009, 7, 1), "month"),
        ("02/2024", True, date(2024, 2, 29), "month"),
        ("2011", False, date(2011, 1, 1), "year"),
        ("2015", True, date(2015, 12, 31), "year"),
    ],
)
def test_a_date_is_as_exact_as_it_is_written_and_is_written_so_again(
    text: str, is_end: bool, day: date, precision: str
) -> None:
    assert day_of(text, is_end=is_end) == (day, precision)
    assert day_of(written(day, precision), is_end=is_end) == (day, precision)


@pytest.mark.parametrize("text", ["31/02/2024", "13/2024", "đầu năm 2024"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        day_of(text, is_end=False)


def test_all_mistakes_of_a_form_come_back_at_their_fields_and_nothing_is_saved(
    client: FlaskClient, store: Store
) -> None:
    before = store.campaigns()
    form = {"name": " ", "start": "31/02/2024", "target_value": "nhiều"}
    answer = client.post("/phong-trao/ghi", data=form, headers=JSON)
    assert store.campaigns() == before
    errors = answer.get_json()["errors"]
    assert set(errors) == {"name", "start", "target_value"} and "31/02/2024" in errors["start"]
    assert set(errors) <= {name for names in GROUPS.values() for name in names}


def test_a_saved_campaign_answers_with_its_page(client: FlaskClient, store: Store) -> None:
    form = {"name": "Tháng hàng Việt", "start": "10/2024", "end": "2024", "recurring": "yearly"}
    address = client.post("/phong-trao/ghi", data=form, headers=JSON).get_json()["address"]
    (saved,) = named(store, "Tháng hàng Việt")
    assert address == f"/phong-trao/{saved.code}"
    assert (saved.start, saved.end, saved.precision) == (date(2024, 10, 1), date(2024, 12, 31), "year")
    assert dates_in_words(saved, "vi") == "2024"


def test_campaigns_of_one_name_in_two_years_are_two(client: FlaskClient, store: Store) -> None:
    for year in ("2023", "2024"):
        client.post("/phong-trao/ghi", data={"name": "Tháng hàng Việt", "start": f"01/10/{year}"})
    assert sorted(str(one.start) for one in named(store, "Tháng hàng Việt")) == ["2023-10-01", "2024-10-01"]


def test_a_sheet_read_twice_changes_its_campaigns_and_adds_none(client: FlaskClient, store: Store) -> None:
    rows = "Tên;Ngày bắt đầu;Ghi chú\nHội chợ;01/03/2023;{0}\nHội chợ;01/03/2024;{0}\n"
    for note in ("một", "hai"):
        client.post("/phong-trao/nhap", data={"rows": rows.format(note)})
    saved = named(store, "Hội chợ")
    assert sorted((str(one.start), one.note) for one in saved) == [("2023-03-01", "hai"), ("2024-03-01", "hai")]


def test_the_form_shows_a_campaign_as_it_was_written(store: Store) -> None:
    one = Campaign("X", "Hội chợ", start=date(2011, 1, 1), end=date(2015, 12, 31), precision="year", target_value=9.5)
    shown = str(edit_form(one, "vi"))
    assert "value='2011'" in shown and "value='2015'" in shown and "value='9,5'" in shown
