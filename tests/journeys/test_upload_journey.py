"""An analyst's journey: drop a workbook, look, accept, and find its figures again by search."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from data.settings import settings
from tests.journeys.served import served
from tests.loaders.workbooks import RETAIL_ROWS, xlsx

pytestmark = pytest.mark.browser
SAMPLES = Path(__file__).parent.parent.parent / "data" / "sample"
DECEMBER = next(iter(sorted((SAMPLES / "upload").glob("*.xlsx"))))


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of its own: these journeys add releases."""
    with served(tmp_path_factory.mktemp("uploads")) as place:
        yield place


@pytest.fixture(scope="module")
def visitor(browser: Browser, address: str) -> BrowserContext:
    return browser.new_context(viewport={"width": 1440, "height": 900}, base_url=address)


@pytest.fixture(autouse=True)
def originals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")


def choose(page: Page, path: Path | list[Path]) -> None:
    page.goto("/so-lieu/tai-len")
    with page.expect_file_chooser() as chooser:
        page.click('[data-upload-pick="files"]')
    chooser.value.set_files(path)


def test_a_workbook_goes_from_the_upload_to_a_chart(page: Page) -> None:
    choose(page, DECEMBER)
    page.wait_for_url("**/so-lieu/ban/*")
    page.wait_for_selector(".sheet")
    expect(page.locator(".sticky-decision .main-button")).to_be_in_viewport()
    page.fill('input[name="person"] >> nth=0', "Lan")
    page.click(".sticky-decision .main-button")
    page.wait_for_selector('form[action$="/roll_back"]')

    page.goto("/kham-pha")
    page.fill("#explorer-search", "tong so gia tri ban le")
    page.click(".found a >> nth=0")
    page.wait_for_selector("#explorer-chart .main-svg")
    assert "chuoi=" in page.url


def test_a_text_file_named_as_a_workbook_gets_a_sentence_and_stays_out(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "bao-cao.xlsx"
    wrong.write_text("xin chào", encoding="utf-8")
    choose(page, wrong)
    page.wait_for_selector(".upload-line.is-refused")

    assert "không phải" in page.inner_text(".upload-line.is-refused")


def test_whoever_leaves_while_files_are_in_line_is_asked(page: Page) -> None:
    page.route("**/tai-len/tep", lambda _: None)  # no answer: it stays under way
    choose(page, DECEMBER)
    page.wait_for_selector(".upload-line")
    with page.expect_event("dialog") as asked:
        page.evaluate("setTimeout(() => location.reload(), 0)")
    kind = asked.value.type
    asked.value.accept()
    assert kind == "beforeunload"


def test_a_file_that_came_before_leads_to_its_release(page: Page, tmp_path: Path) -> None:
    choose(page, DECEMBER)
    page.wait_for_selector(".upload-line.is-refused a, .sticky-decision")
    if page.locator(".sticky-decision").count():
        page.click(".sticky-decision .main-button")
        page.wait_for_selector('form[action$="/roll_back"]')
        choose(page, DECEMBER)
    page.click(".upload-line.is-refused a")
    page.wait_for_selector('form[action$="/roll_back"]')


def test_several_files_are_told_one_by_one_and_summed_up(page: Page, tmp_path: Path) -> None:
    wrong = tmp_path / "bao-cao.xlsx"
    wrong.write_text("xin chào", encoding="utf-8")
    packed = tmp_path / "thang.zip"
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2009-07-29-bieu-thang-7.xlsx", xlsx(RETAIL_ROWS))
        archive.write(wrong, wrong.name)
    choose(page, [packed, wrong])
    page.wait_for_selector("#upload-summary a")

    assert "3 biểu: 1 chờ quyết định, 2 không nhận." in page.inner_text("#upload-summary")
    assert page.locator(".upload-line").count() == 2
    assert page.locator("#upload-summary a").count() == 2
    assert "2009-07-29-bieu-thang-7.xlsx" in page.inner_text(".upload-line >> nth=0")
    page.click("#upload-summary a")
    page.wait_for_selector("#release-effects h3")
    assert page.locator(".unaccepted").count() == 1


def test_what_a_form_was_answered_is_told_once_and_leaves_the_address(page: Page) -> None:
    page.goto("/so-lieu/tai-len?loi=H%E1%BB%8Fng&xong=T%E1%BB%91t")
    expect(page.locator("main .failed")).to_have_text("Hỏng")

    page.wait_for_url("**/so-lieu/tai-len")
    expect(page.locator("main .failed")).to_have_text("Hỏng")
    page.reload()
    page.wait_for_selector("h1")
    expect(page.locator("main .failed")).to_have_count(0)
