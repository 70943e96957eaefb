"""Upload, decision, lineage and campaigns through plain HTTP and the page functions, as a visitor's browser does."""

from __future__ import annotations

import html
import importlib
import io
import json
import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from dashboard.api import upload
from dashboard.application import create_app
from dashboard.context import STORE_KEY
from data import settings as settings_module
from data.catalogue import catalogue
from data.store import Store
from data.wording import say
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store

SAMPLES = Path(__file__).parent.parent.parent / "data" / "sample"
OCTOBER = SAMPLES / "2024-10-29-bieu-thang-10-2024.xlsx"
NOVEMBER = SAMPLES / "2024-11-29-bieu-thang-11-2024.xlsx"
INVENTED = "Dịch vụ chiếu bóng lưu động"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setenv("INDUSTRY_TRADE_ORIGINALS", str(tmp_path / "originals"))
    settings_module.settings.cache_clear()
    with new_store(tmp_path / "figures.sqlite") as opened:
        opened.sync_register(catalogue())
        yield opened
    settings_module.settings.cache_clear()


@pytest.fixture
def client(store: Store) -> FlaskClient:
    return create_app(store).server.test_client()


def send(client: FlaskClient, content: bytes, name: str) -> dict[str, object]:
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(content), name), "person": "Lan"})
    assert answer.status_code == 200, answer.text
    return lines_of(answer.text)[0]


def lines_of(text: str) -> list[dict[str, object]]:
    """The answer about an upload: a line of JSON for each workbook."""
    return [json.loads(line) for line in text.splitlines()]


def accept(client: FlaskClient, path: Path) -> int:
    number = int(str(send(client, path.read_bytes(), path.name)["release"]))
    client.post(f"/so-lieu/ban/{number}/accept", data={"person": "Minh", **reasons(client, number)})
    return number


def reasons(client: FlaskClient, number: int) -> dict[str, str]:
    """What the form of a release sends when every kind of warning is ticked with a reason."""
    codes = {one.finding.code for one in client.application.config[STORE_KEY].findings(number)}
    return {f"{field}.{code}": "đúng như bản in" for code in codes for field in ("tick", "reason")}


def layout_of(page: str, *given: str) -> Any:
    """The layout of a page; Dash lets page modules be imported only once an application exists."""
    return importlib.import_module(f"dashboard.pages.{page}").layout(*given)


def picture_of(client: FlaskClient, number: int, language: str = "vi") -> str:
    """The picture of the first sheet of a release, as the page asks for it once it is there."""
    with client.application.test_request_context(f"/?lang={language}"):
        place = re.search(r"'sheet': '([^']+)'", words_of(layout_of("release", str(number))))
        assert place is not None
        module = importlib.import_module("dashboard.pages.release")
        return words_of(module.fill_sheet({"release": number, "sheet": place[1], "row": 0}))


def words_of(tree: object) -> str:
    return str(tree.to_plotly_json() if hasattr(tree, "to_plotly_json") else tree)


def test_the_picture_of_a_sheet_shows_it_as_it_stands_and_what_was_set_aside(client: FlaskClient) -> None:
    rows = [[*RETAIL_ROWS[0], "", "", "", "", "", "", 4711.5], *RETAIL_ROWS[1:]]
    number = int(str(send(client, xlsx(rows), "2024-11-29-ban-le.xlsx")["release"]))
    picture = picture_of(client, number)
    assert "4.711,5" in picture and picture.count("cell-ignored number") == 1
    assert "cell-heading is-heading" in picture and "cell-heading words" in picture


def test_without_the_original_the_figures_are_shown_at_their_cells(client: FlaskClient, tmp_path: Path) -> None:
    number = int(str(send(client, xlsx(RETAIL_ROWS), "2024-11-29-ban-le.xlsx")["release"]))
    for kept in (tmp_path / "originals").rglob("*"):
        if kept.is_file():
            kept.unlink()
    picture = picture_of(client, number)
    assert "Không mở được tệp gốc" in picture and "cell-understood number" in picture


def test_an_uploaded_workbook_waits_and_shows_nothing_until_somebody_accepts(client: FlaskClient, store: Store) -> None:
    found = send(client, OCTOBER.read_bytes(), OCTOBER.name)

    assert store.release(int(str(found["release"]))).state == "staged"
    assert store.find_series() == []


def test_the_day_of_publication_is_taken_in_the_order_of_the_example(client: FlaskClient, store: Store) -> None:
    data = {"file": (io.BytesIO(OCTOBER.read_bytes()), "bieu.xlsx"), "person": "Lan", "released": "06/11/2024"}
    (found,) = lines_of(client.post("/tai-len/tep", data=data).text)

    assert store.release(int(str(found["release"]))).released == date(2024, 11, 6)


def test_acceptance_brings_the_figures_into_force_and_names_who_did_it(client: FlaskClient, store: Store) -> None:
    number = accept(client, OCTOBER)

    assert store.release(number).state == "accepted"
    assert store.release(number).uploaded_by == "Lan"
    assert store.release(number).accepted_by == "Minh"
    assert store.find_series(table="retail_sales")


def test_a_release_rolled_back_takes_its_figures_along_and_a_restored_one_brings_them_back(
    client: FlaskClient, store: Store
) -> None:
    number = accept(client, OCTOBER)
    client.post(f"/so-lieu/ban/{number}/roll_back", data={"person": "Minh", "why": "nhầm tệp"})
    assert store.find_series() == []

    client.post(f"/so-lieu/ban/{number}/restore", data={"person": "Minh", "why": "đúng tệp"})
    assert store.find_series()


def test_a_roll_back_without_a_reason_is_refused_with_a_sentence(client: FlaskClient, store: Store) -> None:
    number = accept(client, OCTOBER)
    answer = client.post(f"/so-lieu/ban/{number}/roll_back", data={"person": "Minh", "why": ""})

    assert store.release(number).state == "accepted"
    assert "loi=" in answer.headers["Location"]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "trong.xlsx"),
        (b"xin chao", "chu.xlsx"),
        (b"PK\x03\x04rubbish", "hong.xlsx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "hong.xls"),
    ],
)
def test_what_is_no_workbook_gets_a_vietnamese_sentence_and_stores_nothing(
    client: FlaskClient, store: Store, content: bytes, name: str
) -> None:
    found = send(client, content, name)

    assert len(str(found["error"])) > 20
    assert not str(found["error"]).isascii()
    assert store.releases("staged", "accepted") == []


def test_a_zip_is_opened_and_each_workbook_in_it_staged(client: FlaskClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.write(OCTOBER, "2024/" + OCTOBER.name)
        archive.write(NOVEMBER, "2024/" + NOVEMBER.name)
        archive.writestr("doc.txt", "x")
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(packed.getvalue()), "thang.zip"), "person": "Lan"})

    found = lines_of(answer.text)
    assert [(one["file"], one["number"], one["of"]) for one in found] == [(OCTOBER.name, 1, 2), (NOVEMBER.name, 2, 2)]
    assert all("release" in one for one in found)


def test_a_damaged_workbook_in_a_zip_does_not_keep_the_others_out(client: FlaskClient) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("hong.xlsx", b"0" * 5000)
        archive.write(NOVEMBER, NOVEMBER.name)
        archive.writestr("__MACOSX/._" + NOVEMBER.name, "x")
    content = packed.getvalue().replace(b"hong.xlsx" + packed.getvalue()[39:49], b"hong.xlsx" + bytes(10), 1)
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(content), "thang.zip"), "person": "Lan"})

    damaged, sound = lines_of(answer.text)
    assert "error" in damaged and "release" in sound


def test_the_upload_page_offers_the_department_s_own_area_and_a_workbook_without_one_takes_what_is_chosen(
    client: FlaskClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_module.settings(), "own_area", "Tây Ninh")
    with client.application.test_request_context():
        page = words_of(layout_of("upload"))
    assert [option for option in re.findall(r"Option\(.*?\)", page) if "selected=True" in option] == [
        "Option(children='Tây Ninh', selected=True, value='Tây Ninh')"
    ]
    rows = [["12. Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tháng 7 năm 2024"], *RETAIL_ROWS[1:]]
    workbook = (io.BytesIO(xlsx(rows)), "ban-le.xlsx")
    answer = client.post("/tai-len/tep", data={"file": workbook, "person": "Lan", "area": "Cà Mau"})
    assert store.areas_of(int(str(lines_of(answer.text)[0]["release"]))) == {"Cà Mau"}


def test_a_workbook_that_grows_too_large_out_of_its_zip_is_told(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "MAX_BYTES", 5_000)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("lon.xlsx", bytes(50_000))
    answer = client.post("/tai-len/tep", data={"file": (io.BytesIO(packed.getvalue()), "thang.zip")})

    assert lines_of(answer.text)[0]["error"] == say("data_pages.upload.too_large", limit=0)


def test_a_zip_of_too_many_workbooks_and_an_upload_that_is_too_large_are_refused(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upload, "MAX_FILES_IN_ZIP", 2)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for number in range(3):
            archive.writestr(f"{number}.xlsx", b"")
    many = client.post("/tai-len/tep", data={"file": (io.BytesIO(packed.getvalue()), "thang.zip")})
    monkeypatch.setattr(upload, "MAX_BYTES", 1_000)
    large = client.post("/tai-len/tep", data={"file": (io.BytesIO(bytes(2_000)), "lon.xlsx")})

    assert many.status_code == 400 and "quá nhiều" in str(many.json)
    assert (large.status_code, large.json) == (413, {"error": say("data_pages.upload.too_large", limit=0)})


def test_a_sample_workbook_is_had_by_its_name_and_nothing_else_is(client: FlaskClient) -> None:
    assert client.get(f"/so-lieu/bieu-mau/{OCTOBER.name}").data == OCTOBER.read_bytes()
    for name in ("README.md", "../settings.py", "none.xlsx"):
        assert client.get(f"/so-lieu/bieu-mau/{name}").status_code == 404


def test_an_upload_from_another_site_is_refused(client: FlaskClient) -> None:
    data = {"file": (io.BytesIO(OCTOBER.read_bytes()), OCTOBER.name)}
    answer = client.post("/tai-len/tep", data=data, headers={"Origin": "http://elsewhere.example"})

    assert answer.status_code == 403


def test_the_release_page_shows_what_was_revised_with_its_cell(client: FlaskClient, store: Store) -> None:
    accept(client, OCTOBER)
    number = accept(client, NOVEMBER)
    with client.application.test_request_context():
        words = words_of(layout_of("release", str(number)))

    shown = [
        one
        for one in store.revisions(release_id=number)
        if f"'{one.series.label}" in words or one.series.label in words
    ]

    assert shown
    assert "số được sửa" in words


def with_invented_label() -> bytes:
    """A small workbook of retail sales, one row of which no catalogue knows."""
    return xlsx([*RETAIL_ROWS, [INVENTED, 5.5, 6.25, 104.5]])


def test_an_unknown_label_is_a_question_on_the_release_page_until_it_is_answered(
    client: FlaskClient, store: Store
) -> None:
    number = int(str(send(client, with_invented_label(), "2024-07-29-bieu-thang-7.xlsx")["release"]))
    for lang, asked in (("vi", f"“{INVENTED}” là chỉ tiêu nào?"), ("en", f"Which item is “{INVENTED}”?")):
        with client.application.test_request_context(f"/?lang={lang}"):
            words = words_of(layout_of("release", str(number)))
        assert asked in words
        assert "Mục mới" in words or "Something new" in words
        assert "· services_arts" in words
    action = html.unescape(re.findall(r"/so-lieu/ban/\d+/nhan\?[^'\"]+", words)[0])

    refused = client.post(action, data={"person": "Minh", "code": ""})
    assert "loi=" in refused.headers["Location"] and store.learned_aliases() == []
    client.post(action, data={"person": "Minh", "code": "services_arts"})
    assert [(one.item, one.by) for one in store.learned_aliases()] == [("services_arts", "Minh")]
    with client.application.test_request_context():
        words = words_of(layout_of("release", str(number)))
    assert "là chỉ tiêu nào?" not in words and "đọc lại" in words

    again = client.post(action, data={"person": "Lan", "code": "new"})
    assert "loi=" in again.headers["Location"] and len(store.learned_aliases()) == 1


def test_a_heading_that_is_not_understood_is_a_question_and_its_answer_holds_where_the_form_says(
    client: FlaskClient, store: Store
) -> None:
    rows = [
        ["Chỉ số sản xuất công nghiệp tỉnh Tây Ninh tháng 7 năm 2024"],
        ["", "Tháng 7 năm 2024 so với tháng trước", "Thực hiện tháng 7/2024"],
        ["Toàn ngành công nghiệp", 101.5, 108.5],
        ["Khai khoáng", 99.5, 95.5],
    ]
    number = int(str(send(client, xlsx(rows), "2024-07-29-iip.xlsx")["release"]))
    for lang, asked in (("vi", "Cột “Thực hiện tháng 7/2024” là gì?"), ("en", "“Thực hiện tháng 7/2024” hold?")):
        with client.application.test_request_context(f"/?lang={lang}"):
            words = words_of(layout_of("release", str(number)))
        assert asked in words
        assert "so với cùng kỳ năm trước" in words or "against the same period of last year" in words
        assert "Tây Ninh" in words
        picture = picture_of(client, number, lang)
        assert picture.count("cell-not-understood number") == 2 and picture.count("cell-understood number") == 2
    action = html.unescape(re.findall(r"/so-lieu/ban/\d+/cot\?[^'\"]+", words)[0])

    refused = client.post(action, data={"person": "Minh", "answer": ""})
    assert "loi=" in refused.headers["Location"] and store.learned_headings() == []
    client.post(action, data={"person": "Minh", "answer": "same_period", "area": "Tây Ninh"})
    assert [(one[1], one[3]) for one in store.learned_headings()] == [("Tây Ninh", "same_period")]
    assert store.release(number).figures == 4
    again = client.post(action, data={"person": "Lan", "answer": "base_period"})
    assert "loi=" in again.headers["Location"] and len(store.learned_headings()) == 1


def test_an_answer_about_a_label_may_hold_for_one_area_alone(client: FlaskClient, store: Store) -> None:
    rows = [[f"{RETAIL_ROWS[0][0]} tỉnh Tây Ninh"], *RETAIL_ROWS[1:], [INVENTED, 5.5, 6.25, 104.5]]
    number = int(str(send(client, xlsx(rows), "2024-07-29-bieu-thang-7.xlsx")["release"]))
    with client.application.test_request_context():
        words = words_of(layout_of("release", str(number)))
    action = html.unescape(re.findall(r"/so-lieu/ban/\d+/nhan\?[^'\"]+", words)[0])
    client.post(action, data={"person": "Minh", "code": "services_arts", "area": "Tây Ninh"})
    assert [(one.item, one.area) for one in store.learned_aliases()] == [("services_arts", "Tây Ninh")]


def test_an_answer_from_another_site_is_refused(client: FlaskClient, store: Store) -> None:
    number = send(client, with_invented_label(), "2024-07-29-bieu-thang-7.xlsx")["release"]
    address = f"/so-lieu/ban/{number}/nhan?bang=retail_sales&nhan=x"

    assert client.post(address, data={"code": "new"}, headers={"Origin": "http://elsewhere.example"}).status_code == 403


def test_a_figure_leads_to_workbook_sheet_and_cell_with_every_version(client: FlaskClient, store: Store) -> None:
    accept(client, OCTOBER)
    accept(client, NOVEMBER)
    revision = store.revisions(table="retail_sales")[0]
    with client.application.test_request_context():
        words = words_of(layout_of("lineage", revision.new.id))

    assert NOVEMBER.name in words
    assert OCTOBER.name.split("-")[0] in words
    assert words.count("/so-lieu/o/") >= 2


def test_the_original_comes_back_byte_for_byte(client: FlaskClient) -> None:
    number = accept(client, OCTOBER)

    assert client.get(f"/so-lieu/ban/{number}/goc").data == OCTOBER.read_bytes()


def test_every_page_draws_itself_in_both_languages_with_an_empty_store(client: FlaskClient) -> None:
    for lang in ("vi", "en"):
        with client.application.test_request_context(f"/?lang={lang}"):
            for page in ("data_home", "upload", "campaigns", "explorer"):
                assert layout_of(page) is not None
            assert layout_of("release", "99") is not None
            assert layout_of("lineage", "1:2024-01:9") is not None
            assert layout_of("campaign", "HN-26") is not None


def test_a_campaign_is_saved_as_a_new_version_and_shown(client: FlaskClient, store: Store) -> None:
    form = {
        "name": "Tháng khuyến mại",
        "area": "Hà Nội",
        "kind": "khuyen_mai",
        "start": "01/11/2024",
        "end": "30/11/2024",
        "precision": "day",
        "person": "Lan",
    }
    client.post("/phong-trao/ghi", data=form)
    saved = next(one for one in store.campaigns("Hà Nội") if one.name == "Tháng khuyến mại")

    assert saved.start is not None and saved.start.isoformat() == "2024-11-01"


@pytest.mark.parametrize(
    "form",
    [
        {"name": ""},
        {"name": "A", "start": "31/02/2024"},
        {"name": "A", "start": "02/01/2024", "end": "01/01/2024"},
        {"name": "A", "target_value": "nhiều"},
    ],
)
def test_a_campaign_with_a_mistake_is_not_saved_and_the_mistake_is_named(
    client: FlaskClient, store: Store, form: dict[str, str]
) -> None:
    before = store.campaigns()
    answer = client.post("/phong-trao/ghi", data=form)

    assert "loi=" in answer.headers["Location"]
    assert store.campaigns() == before


def test_campaigns_come_out_of_pasted_rows_with_headings_in_either_language(client: FlaskClient, store: Store) -> None:
    heading = "Tên\tĐịa bàn\tLoại\tNgày bắt đầu\tNgày kết thúc"
    row = "Tháng hàng Việt\tHà Nội\tkhuyến mại tập trung\t01/10/2024\t31/10/2024"
    client.post("/phong-trao/nhap", data={"rows": f"{heading}\n{row}\n", "person": "Lan"})
    saved = next(one for one in store.campaigns("Hà Nội") if one.name == "Tháng hàng Việt")

    assert (saved.kind, str(saved.start), str(saved.end)) == ("khuyen_mai", "2024-10-01", "2024-10-31")


def test_pasted_rows_with_one_mistake_are_not_taken_at_all(client: FlaskClient, store: Store) -> None:
    before = store.campaigns()
    answer = client.post("/phong-trao/nhap", data={"rows": "Name;Start\nA;2024-01-01\nB;31/02/2024\n"})

    assert store.campaigns() == before
    assert "loi=" in answer.headers["Location"]


def test_a_quoted_figure_names_its_indicator_beside_the_words_of_its_document(
    client: FlaskClient, store: Store
) -> None:
    from dashboard.components.published import published_block

    words = str(published_block(store, "Hà Nội", "vi"))

    assert "chỉ số giá tiêu dùng" in words.casefold()
    assert "năm 2011 là 18%" in words
    assert "9,2%/năm" in words


def test_an_english_page_translates_what_a_quotation_is_about_and_says_that_its_words_are_vietnamese(
    client: FlaskClient, store: Store
) -> None:
    from dashboard.components.published import published_block

    words = str(published_block(store, "Hà Nội", "en"))

    assert "15.9% a year" in words and "%/năm'" not in words
    assert "Th(children=['Gross retail sales of goods', " in words
    assert "Span(children='“tốc độ tăng trưởng" in words and "lang='vi'" in words


@pytest.mark.parametrize("address", ["release", "lineage", "computed"])
def test_an_address_that_names_nothing_leads_back_to_the_data(client: FlaskClient, address: str) -> None:
    with client.application.test_request_context("/?lang=vi"):
        page = importlib.import_module(f"dashboard.pages.{address}")
        shown = words_of(page.layout() if address == "computed" else page.layout("777"))
    assert "className='empty'" in shown and "href='/so-lieu'" in shown
