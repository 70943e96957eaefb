"""The builder in the browser: only ids and options come in; what was kept is made again with one click."""

from __future__ import annotations

import io
import json
import re

import pytest
from docx import Document
from docx.oxml.ns import qn

from dashboard.application import create_app
from dashboard.briefing.request import BadRequest, BriefingRequest, next_period, request_of
from dashboard.briefing.saved import SavedBriefings, UnknownSaved
from dashboard.briefing.templates import template
from data.period import Period
from data.settings import settings
from tests.dashboard.helpers import RETAIL, SAME, load, rate, stated


@pytest.fixture
def client(store, tmp_path, monkeypatch):
    """A visitor; kept briefings lie in a folder of the test."""
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    load(store, "2024-09-29", *[stated(rate(RETAIL, SAME), f"2024-{month:02d}", 108.0) for month in range(1, 10)])
    return create_app(store).server.test_client()


def shown(client, **query: str) -> str:
    """The page as JSON text."""
    from dashboard.pages.briefing import layout

    with client.application.test_request_context("/"):
        tree = layout(**query).to_plotly_json()
    return json.dumps(tree, default=lambda one: one.to_plotly_json(), ensure_ascii=False)


@pytest.mark.parametrize("form", ["pptx", "docx", "xlsx", "pdf"])
def test_each_file_has_its_address(client, form):
    answer = client.get(f"/bao-cao/tep/{form}?mau=monthly&ky=2024-11")
    assert answer.status_code == 200 and f"monthly-2024-11-ca-nuoc.{form}" in answer.headers["Content-Disposition"]


@pytest.mark.parametrize(
    ("form", "start"),
    [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF"), ("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")],
)
def test_one_chart_can_be_had_in_every_form(client, form, start):
    answer = client.get(f"/bao-cao/bieu-do/retail.chart.headline.{form}?ky=2024-11&co=half")
    assert answer.status_code == 200 and answer.data.startswith(start)


def test_an_svg_may_run_nothing(client):
    policy = client.get("/bao-cao/xem/retail.chart.headline.svg?ky=2024-11").headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/bao-cao/tep/pptx?mau=../../etc", 400),
        ("/bao-cao/tep/pptx?ky=never", 400),
        ("/bao-cao/tep/pptx?vung=%3Cscript%3E", 400),
        ("/bao-cao/tep/exe", 404),
        ("/bao-cao/tep/pptx?ky=1990-01", 404),
        ("/bao-cao/tep/pptx?ky=2024-11&mau=campaign", 404),
        ("/bao-cao/tep/pptx?ky=2024-11&mau=campaign&phong-trao=nobody", 404),
        ("/bao-cao/bieu-do/retail.chart.headline.png?ky=2024-11&co=30000x30000", 400),
        ("/bao-cao/bieu-do/nothing.png?ky=2024-11", 404),
        ("/bao-cao/bieu-do/retail.chart.headline.csv?ky=2024-11&dau=x", 400),
    ],
)
def test_what_is_not_offered_is_refused(client, path, status):
    assert client.get(path).status_code == status


def test_another_site_cannot_make_the_browser_keep_something(client):
    assert client.post("/bao-cao/luu", headers={"Origin": "http://example.org"}).status_code == 403


def test_a_kept_briefing_is_made_again_for_the_next_month_and_tells_what_changed(client):
    kept = client.post("/bao-cao/luu", data={"chon": "mau=monthly&ky=2024-10", "ten": "Giao ban =1+1"})
    identity = kept.headers["Location"].split("luu=")[1].split("&")[0]
    page = shown(client, luu=identity)
    assert "tháng 11/2024" in page and "Thay đổi so với lần trước" in page
    assert "tháng 10/2024" in page  # the sentences before stand beside those of now


def test_words_rewritten_in_word_come_back_in_the_next_file(client):
    kept = client.post("/bao-cao/luu", data={"chon": "mau=monthly&ky=2024-11", "ten": "Giao ban"})
    identity = kept.headers["Location"].split("luu=")[1].split("&")[0]
    document = Document(io.BytesIO(client.get("/bao-cao/tep/docx?mau=monthly&ky=2024-11").data))
    control = next(
        c
        for c in document.element.iter(qn("w:sdt"))
        if "retail.text.month#" in c.find(".//" + qn("w:tag")).get(qn("w:val"))
    )
    control.find(".//" + qn("w:t")).text = "Lời của chuyên viên."
    edition = io.BytesIO()
    document.save(edition)
    sent = client.post(f"/bao-cao/luu/{identity}/ban-sua", data={"tep": (io.BytesIO(edition.getvalue()), "sua.docx")})
    assert "sua=1" in sent.headers["Location"]
    again = Document(io.BytesIO(client.get(f"/bao-cao/tep/docx?mau=monthly&ky=2024-11&luu={identity}").data))
    assert "Lời của chuyên viên." in "".join(one.text or "" for one in again.element.iter(qn("w:t")))


def test_a_file_that_is_no_edition_is_told(client):
    kept = client.post("/bao-cao/luu", data={"chon": "mau=monthly&ky=2024-11", "ten": "Giao ban"})
    identity = kept.headers["Location"].split("luu=")[1].split("&")[0]
    sent = client.post(f"/bao-cao/luu/{identity}/ban-sua", data={"tep": (io.BytesIO(b"no zip"), "a.docx")})
    assert "loi=tep" in sent.headers["Location"]


def test_a_kept_briefing_can_be_forgotten(client):
    client.post("/bao-cao/luu", data={"chon": "mau=monthly&ky=2024-11", "ten": "Giao ban"})
    (one,) = SavedBriefings().all()
    client.post(f"/bao-cao/luu/{one.id}/xoa")
    assert SavedBriefings().all() == []


def test_blocks_move_by_links_of_the_page_itself(client):
    page = shown(client, mau="monthly", ky="2024-11", khoi="retail.text.month,retail.chart.headline")
    assert "retail.chart.headline%2Cretail.text.month" in page


def test_moving_a_block_keeps_those_that_have_nothing_to_say_this_time(client):
    page = shown(client, mau="monthly", ky="2024-11")
    moved = re.search(r"khoi=([^&\"\\]+)", page)[1].split("%2C")
    assert sorted(moved) == sorted(i for section in template("monthly").sections for i in section.block_ids())


def test_a_wrong_address_gets_a_page_that_says_so(client):
    assert "Lựa chọn không hợp lệ" in shown(client, mau="nothing")
    assert "Lựa chọn không hợp lệ" in shown(client, luu="../../etc/passwd")


def test_ids_of_kept_briefings_never_become_paths(tmp_path):
    with pytest.raises(UnknownSaved):
        SavedBriefings(tmp_path).get("../secret")


def test_a_request_survives_its_own_address():
    from urllib.parse import parse_qsl

    one = BriefingRequest("quarterly", Period.parse("2024-Q3"), "Hà Nội", ("retail.chart.years",))
    assert request_of(dict(parse_qsl(one.query()))) == one
    assert next_period(one) == Period.parse("2024-Q4")
    with pytest.raises(BadRequest):
        request_of({"mau": "x"})


@pytest.mark.parametrize("moment", ["2024-11-15", "ghi-2024-11-15"])
def test_a_request_keeps_the_day_of_its_figures(moment):
    from urllib.parse import parse_qsl

    one = BriefingRequest(period=Period.parse("2024-10"), moment=moment)
    assert request_of(dict(parse_qsl(one.query()))) == one
    assert request_of({"ngay": "moi-nhat"}).moment == ""


def test_a_briefing_as_of_a_day_says_what_was_published_by_then(client):
    now, then = (shown(client, mau="monthly", ky="2024-10", **asked) for asked in ({}, {"ngay": "2024-11-01"}))
    assert "557,5" in now and "557,5" not in then
    assert "545,7" in then


def test_a_briefing_of_a_day_before_anything_was_recorded_has_nothing_to_tell(client, store):
    recorded = store.recorded_days()[0]
    shown_then = shown(client, mau="monthly", ky="2024-10", ngay=f"ghi-{recorded.replace(year=recorded.year - 1)}")
    assert "557,5" not in shown_then and "545,7" not in shown_then
