"""Numbers within sentences lead to where they come from, and to nowhere else."""

from __future__ import annotations

from dash import dcc

from dashboard.components.sentence import of_finding, of_first_line, sentence
from dashboard.headlines import headline
from dashboard.statements import first_line, title_of
from dashboard.theme_figures import theme_figures
from data.period import Period
from data.store import Store
from tests.dashboard.helpers import AREA

NOVEMBER = Period.parse("2024-11").last


def links(pieces: list) -> dict[str, str]:
    return {one.children: one.href for one in pieces if isinstance(one, dcc.Link)}


def text(pieces: list) -> str:
    return "".join(one.children if isinstance(one, dcc.Link) else one for one in pieces)


def test_a_number_is_linked_as_a_whole_and_the_words_stay_the_same() -> None:
    words = "Bán lẻ tăng 18,8%, công nghiệp tăng 8,8%."
    pieces = sentence(words, [("8,8%", "1:2024-11:3")])
    assert text(pieces) == words
    assert links(pieces) == {"8,8%": "/so-lieu/o/1:2024-11:3"} and pieces[0].endswith("18,8%, công nghiệp tăng ")


def test_a_number_that_two_origins_share_is_left_alone() -> None:
    words = "Bán lẻ tăng 8,8%, công nghiệp tăng 8,8%."
    assert sentence(words, [("8,8%", "1:2024-11:3"), ("8,8%", "2:2024-11:3")]) == [words]
    assert len(links(sentence(words, [("8,8%", "1:2024-11:3")] * 2))) == 1


def test_a_sentence_without_known_numbers_stays_one_piece() -> None:
    assert sentence("Không có số liệu.", []) == ["Không có số liệu."]
    assert sentence("Tăng 8,8%.", [("8,8%", "")]) == ["Tăng 8,8%."]


def test_the_findings_of_a_theme_lead_to_its_figures(store: Store) -> None:
    shown = headline(store, theme_figures(store, "retail", AREA), NOVEMBER)
    assert shown.main and shown.level
    title = sentence(title_of([shown], "vi"), of_finding(shown, "vi"))
    assert list(links(title).values()) == [f"/so-lieu/o/{shown.main.figure_id}"]
    first = sentence(first_line(shown, "vi"), of_first_line(shown, "vi"))
    assert list(links(first).values()) == [f"/so-lieu/o/{shown.level.figure_id}"]
