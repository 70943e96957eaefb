"""The frame: every page answers, in both languages and themes, and nothing comes from elsewhere."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path

import brotli
import dash
import pytest
from flask import Response
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.compression import TIGHT, TightScripts
from data.store import PublishedFigure, Store
from data.wording import all_wording, say
from tests.dashboard.helpers import RETAIL, campaign, load, stated

PAGES = ("/", "/chuyen-de/industry", "/chuyen-de/retail", "/chuyen-de/prices", "/chuyen-de/exports")


@pytest.fixture
def client(store: Store) -> FlaskClient:
    store.save_campaign(campaign(), by="An", why="thử")
    return create_app(store).server.test_client()


def page(client: FlaskClient, path: str, search: str = "", **cookies: str) -> str:
    """What the router answers for an address."""
    for name, value in cookies.items():
        client.set_cookie(name, value)
    body = {
        "output": ".._pages_content.children..._pages_store.data..",
        "outputs": [{"id": "_pages_content", "property": "children"}, {"id": "_pages_store", "property": "data"}],
        "inputs": [
            {"id": "_pages_location", "property": "pathname", "value": path},
            {"id": "_pages_location", "property": "search", "value": search},
        ],
        "state": [], "changedPropIds": ["_pages_location.pathname"],
    }  # fmt: skip
    answer = client.post("/_dash-update-component", json=body)
    assert answer.status_code == 200, answer.text[:500]
    return json.dumps(answer.get_json(), ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_with_a_finding(client: FlaskClient, path: str) -> None:
    assert '"type":"H1"' in page(client, path)


@pytest.mark.parametrize("path", PAGES)
def test_english_pages_hold_no_vietnamese_wording(client: FlaskClient, path: str) -> None:
    shown = page(client, path, language="en")
    translated = {v for k, v in all_wording("vi").items() if k.startswith("dashboard.") and " " in v and "{" not in v}
    same_in_both = set(all_wording("en").values())
    assert not [words for words in translated - same_in_both if f'"{words}"' in shown]


def test_the_shell_speaks_the_language_and_wears_the_theme_before_any_script(client: FlaskClient) -> None:
    assert '<html lang="vi" data-mantine-color-scheme="light"' in client.get("/").text
    client.set_cookie("theme", "dark")
    assert '<html lang="en" data-mantine-color-scheme="dark"' in client.get("/?lang=en").text


def test_the_language_of_an_address_is_kept(client: FlaskClient) -> None:
    client.get("/?lang=en")
    assert '<html lang="en"' in client.get("/").text


def test_nothing_is_asked_of_another_host(client: FlaskClient) -> None:
    shell = client.get("/").text
    assert not re.findall(r"""(?:src|href)=["'](?:https?:)?//""", shell)


def test_the_browser_is_told_to_ask_no_other_host(client: FlaskClient) -> None:
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy and "form-action 'self'" in policy and "http" not in policy
    style = client.get("/assets/20-base.css").headers
    assert style["X-Content-Type-Options"] == "nosniff" and "Content-Security-Policy" not in style


@pytest.mark.parametrize(
    "path",
    [
        f"/so-lieu/ban/{10**20}/goc",
        f"/so-lieu/bien-doi?chuoi={10**20}",
        f"/so-lieu/o/{10**20}:2024-11:2/danh-dau",
        "/_dash-component-suites/dash/../../../etc/passwd",
    ],
)
def test_what_cannot_exist_is_not_found(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_other_site_can_make_a_visitor_s_browser_change_anything(client: FlaskClient) -> None:
    rules = [one for one in client.application.url_map.iter_rules() if "POST" in (one.methods or ())]
    changing = [re.sub(r"<any\((\w+).*?>", r"\1", one.rule) for one in rules if not one.rule.startswith("/_")]
    addresses = [re.sub(r"<.*?>", "1", one) for one in changing]
    assert len(addresses) >= 13
    for origin in ("http://elsewhere.example", "null", "http://not-localhost"):
        answers = {one: client.post(one, headers={"Origin": origin}).status_code for one in addresses}
        assert {one: status for one, status in answers.items() if status != 403} == {}


def test_the_shell_asks_for_no_script_that_no_page_uses(client: FlaskClient) -> None:
    scripts = re.findall(r'<script src="([^"]+)"', client.get("/").text)
    assert scripts
    assert not [one for one in scripts if "polyfill" in one or "dash_table" in one]


def test_the_icon_is_our_own(client: FlaskClient) -> None:
    (icon,) = re.findall(r'<link rel="icon"[^>]*href="([^"]+)"', client.get("/").text)
    assert client.get(icon).mimetype == "image/svg+xml"


def test_scripts_are_kept_for_ever_under_their_fingerprint(client: FlaskClient) -> None:
    address = re.search(r'src="(/assets/05-plotly[^"]+)"', client.get("/").text)
    assert address
    assert "immutable" in client.get(address[1]).headers["Cache-Control"]


def test_scripts_are_compressed_tightly_once(client: FlaskClient, tmp_path: Path) -> None:
    content = b"a" * 50_000
    scripts = TightScripts(client.application, tmp_path / "tight")
    scripts._ready["/assets/a.js"] = {one: scripts._compressed(content, one) for one in TIGHT}
    assert sorted(path.suffix for path in (tmp_path / "tight").iterdir()) == [".br", ".gzip"]

    def sent(accepted: str) -> Response | None:
        with client.application.test_request_context("/assets/a.js", headers={"Accept-Encoding": accepted}):
            return scripts._answer()

    encrypted, plain = sent("gzip, deflate, br, zstd"), sent("gzip, deflate")
    assert encrypted and plain
    assert (encrypted.headers["Content-Encoding"], plain.headers["Content-Encoding"]) == ("br", "gzip")
    assert brotli.decompress(encrypted.data) == gzip.decompress(plain.data) == content
    assert len(encrypted.data) < len(plain.data) < 200
    assert sent("identity") is None and sent("br;q=0") is None


def test_a_theme_page_says_first_what_the_month_before_was_revised_by(client: FlaskClient) -> None:
    shown = page(client, "/chuyen-de/retail")
    assert "Bán lẻ tháng 11 ước tăng " in shown
    assert " so với cùng kỳ; mức tháng 10 được sửa tăng 2,2%" in shown


def test_a_number_leads_to_its_cell(client: FlaskClient) -> None:
    assert re.search(r'"href":"/so-lieu/o/\d+:2024-11:\d+"', page(client, "/"))


def test_an_area_without_figures_says_what_to_do(client: FlaskClient) -> None:
    assert "/so-lieu/tai-len" in page(client, "/", "?vung=B%E1%BA%AFc%20K%E1%BA%A1n")


def test_a_theme_of_an_area_without_figures_names_both_and_quotes_what_documents_say_of_that_theme(
    client: FlaskClient, store: Store
) -> None:
    quoted = (
        PublishedFigure(
            code=table, area="Hà Nội", theme=table, indicator=table, value=15.9, unit="%/năm", period="2015"
        )
        for table in ("retail_sales", "goods_exports")
    )
    store.sync_register(type("Given", (), {"published_figures": list(quoted)}))

    shown = page(client, "/chuyen-de/retail", "?vung=H%C3%A0%20N%E1%BB%99i")

    assert "Chưa nạp số liệu bán lẻ của Hà Nội. Hãy tải lên biểu tháng có số liệu của địa phương này." in shown
    assert "retail_sales" in shown and "goods_exports" not in shown and "15,9%/năm" in shown


@pytest.mark.parametrize("path", ["/", "/chuyen-de/retail"])
def test_an_area_of_which_only_whole_years_are_published_shows_them_and_says_what_to_upload(
    client: FlaskClient, store: Store, path: str
) -> None:
    hanoi = RETAIL._replace(area="Hà Nội")
    load(store, "2017-12-31", stated(hanoi, "2015", 375_516.3), stated(hanoi, "2016", 399_875.6))

    shown = page(client, path, "?vung=H%C3%A0%20N%E1%BB%99i")

    assert "tăng 6,5% so với năm 2015" in shown
    assert "Mới có số cả năm" in shown and "/so-lieu/tai-len" in shown
    assert "Chưa nạp số liệu" not in shown


@pytest.mark.parametrize("path", ["/", "/chuyen-de/retail"])
def test_a_day_before_every_release_leads_to_the_newest_figures_not_to_an_upload(
    client: FlaskClient, path: str
) -> None:
    shown = page(client, path, "?ngay=2020-01-01")
    assert "Đến 01/01/2020 chưa có số liệu của cả nước" in shown
    assert f'"className":"control main-button","href":"{path}"' in shown and "/so-lieu/tai-len" not in shown


def test_an_unknown_theme_is_told_kindly(client: FlaskClient) -> None:
    shown = page(client, "/chuyen-de/khong-co")
    assert "Không có chuyên đề này" in shown
    assert all(f"/chuyen-de/{theme}" in shown for theme in ("industry", "retail", "prices", "exports"))


def test_the_themes_without_a_name_are_the_first_of_them(client: FlaskClient) -> None:
    assert page(client, "/chuyen-de") == page(client, "/chuyen-de/industry")


def test_two_applications_in_one_process_both_have_the_callbacks(store: Store) -> None:
    counts = [len(create_app(store).server.test_client().get("/_dash-dependencies").json) for _ in range(2)]
    assert counts[0] == counts[1] > 1


@pytest.mark.usefixtures("client")
def test_an_address_that_nothing_answers_to_has_a_page_in_both_languages() -> None:
    page = next(one for one in dash.page_registry.values() if one["module"].endswith("not_found_404"))
    assert {say(page["name"], one) for one in ("vi", "en")} == {"Không có trang này", "There is no such page"}


@pytest.mark.parametrize("body", [b"{bad", b"[]", b"5", b"{}", b'{"output":5}', b'{"output":"a.b","inputs":5}'])
def test_a_call_that_no_page_makes_is_refused_in_a_sentence(client: FlaskClient, body: bytes) -> None:
    answer = client.post("/_dash-update-component", data=body, content_type="application/json")
    assert (answer.status_code, answer.text) == (400, say("dashboard.failed.not_understood", "vi"))
