"""A label that the catalogue lacks: asked once, answered once, remembered for every later workbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import originals
from data.catalogue import catalogue
from data.catalogue_items import path_key, provisional_code
from data.findings import Severity
from data.settings import settings
from data.store import Store
from data.store.errors import OriginalMissing, UnknownAnswer
from data.wording import say
from loaders import release
from loaders.release import labels
from tests.loaders.workbooks import RETAIL_ROWS, xlsx
from tests.prepared import new_store

INVENTED = "Dịch vụ chiếu bóng lưu động"
RENAMED = "Dịch vụ du lịch và lữ hành các loại"
TABLE = "retail_sales"
MEANT = "services_arts"


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    monkeypatch.setattr(settings(), "originals", tmp_path / "originals")
    with new_store(tmp_path / "figures.sqlite") as opened:
        yield opened


def workbook(folder: Path, month: int, label: str = INVENTED, *more: list[object]) -> Path:
    """Retail sales released late in that month of 2024, with one row that no catalogue knows."""
    path = folder / f"2024-{month:02}-29-bieu-thang-{month}.xlsx"
    rows = [[_moved(cell, month) for cell in row] for row in RETAIL_ROWS]
    path.write_bytes(xlsx([*rows, [label, 5.5, 6.25, 104.5], *more]))
    return path


def _moved(cell: object, month: int) -> object:
    """The cell of the workbook of July, as the workbook of another month has it."""
    if not isinstance(cell, str):
        return cell
    return cell.replace("háng 6", f"háng {month - 1}").replace("háng 7", f"háng {month}")


def asked(store: Store, release_id: int) -> list[str]:
    return [one.label for one in release.open_questions(store, release_id)]


def answer(store: Store, release_id: int, code: str, by: str = "Bình") -> tuple[int, ...]:
    question = release.open_questions(store, release_id)[0]
    return release.answer_label(
        store, release_id, table=question.table, parents=question.parents, label=question.label, code=code, by=by
    )


def items(store: Store, release_id: int) -> dict[str, set[str]]:
    """Codes of the items by label, of a release in any state."""
    columns, origins = store.content(release_id)
    known = store.every_series()
    found: dict[str, set[str]] = {}
    for row, series in enumerate(columns.series.tolist()):
        found.setdefault(origins.name(row)[0], set()).add(known[series].item)
    return found


def reasons(store: Store, number: int) -> dict[str, str]:
    """One reason for all warnings of each kind."""
    return {one.finding.code: "đã xem" for one in store.findings(number)}


def test_an_unknown_label_is_one_question_at_its_first_cell_and_its_figures_are_kept(
    store: Store, tmp_path: Path
) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    told = [one.finding for one in staged.findings if one.finding.code == labels.UNKNOWN_LABEL]

    assert [(f.severity, f.cell, f.parameters["label"], f.parameters["table"]) for f in told] == [
        (Severity.WARNING, "B9", INVENTED, TABLE)
    ]
    assert len(items(store, staged.id)[INVENTED]) == 1
    assert all(code.startswith("new:") for code in items(store, staged.id)[INVENTED])


def test_the_question_names_the_items_that_are_most_alike_in_both_languages(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path, 7, RENAMED), by="An")
    finding = next(one.finding for one in staged.findings if one.finding.code == labels.UNKNOWN_LABEL)
    guesses = catalogue().guess_item(TABLE, RENAMED)

    assert guesses
    for language in ("vi", "en"):
        words = " ".join(
            say(f"findings.{finding.code}.{part}", language, **finding.parameters)
            for part in ("found", "expected", "todo")
        )
        assert RENAMED in words and all(one.code in words for one in guesses)


def test_a_workbook_of_known_labels_asks_nothing(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "2024-07-29-bieu-thang-7.xlsx"
    path.write_bytes(xlsx(RETAIL_ROWS))

    assert asked(store, release.stage(store, path, by="An").id) == []


def test_an_answer_gives_the_figures_of_the_waiting_release_their_item(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    assert answer(store, staged.id, MEANT) == (staged.id,)

    after = release.staged(store, staged.id)
    assert items(store, staged.id)[INVENTED] == {MEANT}
    assert asked(store, staged.id) == []
    assert (after.uploaded_by, after.sha256, after.figures) == ("An", staged.sha256, staged.figures)
    assert [(one.action, one.by) for one in store.events(staged.id)] == [("staged", "An"), ("relabelled", "Bình")]
    assert originals.is_intact(staged.sha256)


def test_other_findings_keep_their_numbers_when_a_question_is_answered(store: Store, tmp_path: Path) -> None:
    contradiction = ["TỔNG SỐ", 999.0, 1010.25, 109.5]
    staged = release.stage(store, workbook(tmp_path, 7, INVENTED, contradiction), by="An")
    others = [one for one in staged.findings if one.finding.code != labels.UNKNOWN_LABEL]
    answer(store, staged.id, MEANT)

    assert "contradicting_cells" in [one.finding.code for one in others]
    assert [one for one in store.findings(staged.id) if one.finding.code == "contradicting_cells"] == [
        one for one in others if one.finding.code == "contradicting_cells"
    ]


def test_the_accepted_figures_are_found_under_the_item_and_the_database_is_whole(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    answer(store, staged.id, MEANT)
    release.accept(store, staged.id, by="An", reasons=reasons(store, staged.id))

    series = store.find_series(table=TABLE, items=[MEANT], measures=["value"])
    assert [f.value for f in store.figures([one.id for one in series])] == [5.5, 6.25]
    assert store.damages() == []


@pytest.mark.parametrize("code", [MEANT, release.SOMETHING_NEW])
def test_the_next_workbook_does_not_ask_again(store: Store, tmp_path: Path, code: str) -> None:
    first = release.stage(store, workbook(tmp_path, 7), by="An")
    answer(store, first.id, code)
    kept = items(store, first.id)[INVENTED]
    later = release.stage(store, workbook(tmp_path, 8, INVENTED.upper()), by="An")

    assert asked(store, later.id) == []
    assert items(store, later.id)[INVENTED.upper()] == kept


def test_something_new_keeps_its_provisional_code_and_stops_being_a_question(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    before = items(store, staged.id)[INVENTED]
    answer(store, staged.id, release.SOMETHING_NEW)

    assert items(store, staged.id)[INVENTED] == before
    assert asked(store, staged.id) == []


def test_every_waiting_release_that_asks_the_same_takes_the_answer(store: Store, tmp_path: Path) -> None:
    numbers = [release.stage(store, workbook(tmp_path, month), by="An").id for month in (7, 8)]
    assert sorted(answer(store, numbers[0], MEANT)) == numbers
    assert [asked(store, one) for one in numbers] == [[], []]


def test_an_accepted_release_is_left_alone_and_the_answer_counts_from_then_on(store: Store, tmp_path: Path) -> None:
    first = release.stage(store, workbook(tmp_path, 7), by="An").id
    release.accept(store, first, by="An", reasons=reasons(store, first))
    before = items(store, first), store.findings(first), store.events(first)

    assert answer(store, first, MEANT) == ()
    assert (items(store, first), store.findings(first), store.events(first)) == before
    later = release.stage(store, workbook(tmp_path, 8), by="An")
    assert items(store, later.id)[INVENTED] == {MEANT}


@pytest.mark.parametrize("code", ["", "no_such_item", "new:anything"])
def test_an_answer_that_is_no_item_is_refused_and_nothing_is_remembered(
    store: Store, tmp_path: Path, code: str
) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    with pytest.raises(UnknownAnswer):
        answer(store, staged.id, code)
    assert store.learned_aliases() == [] and asked(store, staged.id) == [INVENTED]


def test_without_the_original_nothing_is_remembered(store: Store, tmp_path: Path) -> None:
    staged = release.stage(store, workbook(tmp_path, 7), by="An")
    kept = originals.original(staged.sha256)
    assert kept is not None
    kept.unlink()
    with pytest.raises(OriginalMissing, match=r"bieu-thang-7\.xlsx"):
        answer(store, staged.id, MEANT)
    assert store.learned_aliases() == []


def test_the_newest_answer_counts_and_says_who_gave_it(store: Store) -> None:
    path = path_key((), INVENTED)
    store.learn_alias(TABLE, path, "travel", by="An")
    store.learn_alias(TABLE, path, MEANT, by="Bình")

    assert [(one.table, one.path, one.item, one.by) for one in store.learned_aliases()] == [
        (TABLE, path, MEANT, "Bình")
    ]
    assert store.learned_aliases("goods_exports") == []


def test_an_answer_for_one_area_goes_before_the_one_for_all(store: Store) -> None:
    path = path_key((), INVENTED)
    store.learn_alias(TABLE, path, "travel", by="An")
    store.learn_alias(TABLE, path, MEANT, by="An", area="Hà Nội")
    answers = labels.Answers(store.learned_aliases())

    assert answers.code(TABLE, (), INVENTED, "Hà Nội") == MEANT
    assert answers.code(TABLE, (), INVENTED, "Cả nước") == "travel"
    assert answers.code(TABLE, ("Dịch vụ",), INVENTED, "Cả nước") == provisional_code(("Dịch vụ",), INVENTED)


def test_an_answer_that_names_an_item_which_is_gone_is_asked_again(store: Store) -> None:
    store.learn_alias(TABLE, path_key((), INVENTED), "item_of_long_ago", by="An")

    assert not labels.Answers(store.learned_aliases()).match(TABLE, (), INVENTED).is_known
