"""Views under a name: for oneself or for all, always newest or as known on a day, changed by their owner only."""

from __future__ import annotations

import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.search import Kind, find
from dashboard.views.saved_views import saved_list
from data.store import Store

VIEW = {"address": "/kham-pha?chuoi=1,2&bien-doi=yoy", "name": "Hai khu vực", "person": "Lan"}


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def stranger(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def whose(client: FlaskClient) -> str:
    cookie = client.get_cookie("visitor")
    return cookie.value if cookie else ""


def test_a_view_is_kept_for_its_owner_alone(client: FlaskClient, store: Store) -> None:
    answer = client.post("/kham-pha/goc-nhin", data=VIEW)
    assert answer.status_code == 303 and answer.location == VIEW["address"]
    (kept,) = store.views(whose(client))
    assert (kept.name, kept.address, kept.by, kept.is_own, kept.is_shared) == (
        "Hai khu vực", VIEW["address"], "Lan", True, False,
    )  # fmt: skip
    assert store.views("someone else") == [] and store.views("") == []


def test_a_shared_view_is_seen_and_found_by_all_and_changed_by_its_owner_only(
    client: FlaskClient, store: Store
) -> None:
    client.post("/kham-pha/goc-nhin", data={**VIEW, "shared": "1"})
    (seen,) = store.views("")
    assert not seen.is_own
    assert [one.name for one in find(store, "hai khu vuc", "vi") if one.kind == Kind.VIEW] == ["Hai khu vực"]
    assert stranger(store).post(f"/kham-pha/goc-nhin/{seen.id}/xoa").status_code == 404
    client.post(f"/kham-pha/goc-nhin/{seen.id}/doi-ten", data={"name": "  Hai  vùng "})
    assert [one.name for one in store.views("")] == ["Hai vùng"]
    client.post(f"/kham-pha/goc-nhin/{seen.id}/xoa")
    assert store.views("") == []


def test_a_frozen_view_keeps_the_day_of_its_figures(client: FlaskClient, store: Store) -> None:
    client.post("/kham-pha/goc-nhin", data={**VIEW, "day": "2024-10-29"})
    assert "tai-ngay=2024-10-29" in store.views(whose(client))[0].address


def test_a_view_of_an_earlier_day_is_kept_with_it_or_with_the_newest_figures(client: FlaskClient, store: Store) -> None:
    earlier = {**VIEW, "address": f"{VIEW['address']}&tai-ngay=ghi-2024-10-29"}
    for name, day in (("khi ấy", "ghi-2024-10-29"), ("mới nhất", "")):
        client.post("/kham-pha/goc-nhin", data={**earlier, "name": name, "day": day})
    kept = {one.name: one for one in store.views(whose(client))}
    assert "tai-ngay=ghi-2024-10-29" in kept["khi ấy"].address and "tai-ngay" not in kept["mới nhất"].address
    listed = str(saved_list(list(kept.values()), "vi"))
    assert "số đã ghi đến 29/10/2024" in listed and "số mới nhất" in listed


@pytest.mark.parametrize("wrong", [{"name": " "}, {"address": "https://elsewhere.example/?chuoi=x"}])
def test_a_view_without_a_name_or_a_series_is_refused(client: FlaskClient, store: Store, wrong: dict[str, str]) -> None:
    assert client.post("/kham-pha/goc-nhin", data={**VIEW, **wrong}).status_code == 400
    assert store.views(whose(client)) == []


def test_other_sites_cannot_keep_views(client: FlaskClient) -> None:
    assert client.post("/kham-pha/goc-nhin", data=VIEW, headers={"Origin": "https://x.example"}).status_code == 403


def test_an_address_leads_nowhere_but_to_the_explorer(client: FlaskClient) -> None:
    answer = client.post("/kham-pha/goc-nhin", data={**VIEW, "address": "https://x.example/?chuoi=1"})
    assert answer.location == "/kham-pha?chuoi=1"


@pytest.mark.parametrize("action", ["xoa", "doi-ten"])
def test_a_number_that_no_view_can_have_is_not_found(client: FlaskClient, action: str) -> None:
    assert client.post(f"/kham-pha/goc-nhin/{10**30}/{action}", data={"name": "x"}).status_code == 404


def test_what_is_no_address_is_refused_like_a_view_without_a_series(client: FlaskClient) -> None:
    assert client.post("/kham-pha/goc-nhin", data={"address": "http://[", "name": "x"}).status_code == 400
