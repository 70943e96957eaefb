"""Fifty figures drawn by lot from the sample workbooks, levels and growth: each leads to the cell that holds it."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from dashboard.application import create_app
from dashboard.components.figures import figure_path
from dashboard.derivations.derivation import Derivation, derivation_of_query
from dashboard.derivations.explained import explain
from dashboard.explorer.chart import base_of, picture
from dashboard.explorer.derived import derivation_of_line
from dashboard.explorer.selection import Selection
from dashboard.moment import Moment
from data.originals import keep, original
from data.settings import settings
from data.store import Figure, Series, Store, UploadedFile, open_store
from indicators.registry import TRANSFORMATIONS
from loaders.reading import read_workbook
from loaders.release.figures import stated_figures
from loaders.release.labels import Answers
from loaders.workbook import open_workbook

SAMPLES = Path(__file__).parent.parent.parent / "data" / "sample"
DRAWN, SEED = 50, 20_241_129
GROWTH = ("mom", "yoy", "ytd", "dec", "index_growth", "share")


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample workbooks with their originals, read here: the child process gives up on a busy machine."""
    folder = tmp_path_factory.mktemp("samples")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("INDUSTRY_TRADE_ORIGINALS", str(folder / "originals"))
        settings.cache_clear()
        with open_store(f"sqlite:///{folder / 'figures.sqlite'}") as store:
            for path in sorted(SAMPLES.glob("*.xlsx")):
                accepted(store, path)
            yield store
    settings.cache_clear()


def accepted(store: Store, path: Path) -> None:
    content = path.read_bytes()
    reading = read_workbook(content, path.name)
    figures, _ = stated_figures(reading.observations, Answers().code)
    assert reading.released is not None
    file = UploadedFile(path.name, keep(content), len(content))
    store.accept(store.stage(file, figures, released=reading.released, by="An"), by="Bình")


@pytest.fixture
def client(samples: Store) -> FlaskClient:
    return create_app(samples).server.test_client()


class Cells:
    """Values of cells read anew from the kept originals, each workbook opened once."""

    def __init__(self) -> None:
        self._grids: dict[tuple[str, str], dict[str, object]] = {}

    def value(self, sha256: str, sheet: str, cell: str) -> object:
        if (sha256, sheet) not in self._grids:
            path = original(sha256)
            assert path is not None
            for grid in open_workbook(path).grids():
                places = ((r, c) for r in range(grid.n_rows) for c in range(grid.n_cols))
                self._grids[sha256, grid.name] = {grid.address(r, c): grid.value(r, c) for r, c in places}
        return self._grids[sha256, sheet].get(cell)


def drawn_by_lot(store: Store, count: int) -> list[tuple[Series, Figure]]:
    chance, known = random.Random(SEED), store.all_series()
    found: list[tuple[Series, Figure]] = []
    numbers = sorted(known)
    while len(found) < count:
        figures = store.figures([chance.choice(numbers)])
        if figures:
            figure = chance.choice(figures)
            found.append((known[figure.series_id], figure))
    return found


def holds(shown: object, value: float) -> bool:
    """Whether a cell holds a value; a number written as text counts as what it says."""
    if isinstance(shown, str):
        shown = float(shown.strip().replace(" ", "").replace(",", "."))
    return isinstance(shown, int | float) and shown == pytest.approx(value, rel=1e-12)


def test_fifty_figures_stand_in_the_cells_that_their_lineage_names(samples: Store) -> None:
    cells, kinds = Cells(), set()
    for series, figure in drawn_by_lot(samples, DRAWN):
        lineage = samples.origin(figure.id)
        shown = cells.value(lineage.release.sha256, lineage.sheet, lineage.cell)
        assert holds(shown, figure.value), (
            f"{lineage.file} {lineage.sheet}!{lineage.cell}: {shown} is not {figure.value}"
        )
        kinds.add("level" if series.measure in ("value", "volume") else "rate")
    assert kinds == {"level", "rate"}


def test_fifty_computed_numbers_rest_on_cells_that_hold_what_went_in(samples: Store) -> None:
    """Growth and shares of random figures: worked out here from the re-read cells, they give the number again."""
    cells, checked, keys = Cells(), 0, set()
    chance = random.Random(SEED)
    for series, figure in drawn_by_lot(samples, 4000):
        if checked == DRAWN:
            break
        key = chance.choice(GROWTH)
        how = TRANSFORMATIONS[key]
        wanted = "index" if key == "index_growth" else "value"
        if series.measure != wanted or figure.period.kind != "month":
            continue
        whole = [one.id for one in samples.find_series(table=series.table, items=["total"], measures=["value"])]
        inputs = (series.id, *whole[:1]) if key == "share" else (series.id,)
        if len(inputs) != len(how.needs):
            continue
        found = explain(samples, Derivation(key, figure.period, inputs))
        if found is None:
            continue
        for given in found.inputs:
            assert given.figure is not None and given.place is not None
            release = samples.release(given.figure.release_id)
            assert holds(cells.value(release.sha256, given.place.sheet, given.place.cell), given.figure.value)
        values = [one.value for one in found.inputs]
        by_hand = {
            "mom": lambda v: (v[1] / v[0] - 1) * 100,
            "yoy": lambda v: (v[1] / v[0] - 1) * 100,
            "dec": lambda v: (v[1] / v[0] - 1) * 100,
            "ytd": sum,
            "index_growth": lambda v: v[0] - 100,
            "share": lambda v: v[0] / v[1] * 100,
        }[key](values)
        assert found.value == pytest.approx(by_hand)
        checked += 1
        keys.add(key)
    assert checked == DRAWN
    assert keys == set(GROWTH)


def test_the_drawer_of_a_figure_names_its_workbook_sheet_and_cell(samples: Store, client: FlaskClient) -> None:
    for _, figure in drawn_by_lot(samples, 5):
        lineage = samples.origin(figure.id)
        shown = client.get("/so-lieu/tom-tat", query_string={"o": figure.id}).text
        for words in (lineage.file, lineage.sheet, f">{lineage.cell}</b>", figure_path(figure.id)):
            assert words in shown


def test_the_download_opens_at_the_marked_cell_which_holds_the_figure(samples: Store, client: FlaskClient) -> None:
    _, figure = next(one for one in drawn_by_lot(samples, DRAWN) if "bieu-thang" in samples.origin(one[1].id).file)
    lineage = samples.origin(figure.id)
    answer = client.get(f"{figure_path(figure.id)}/danh-dau")
    assert answer.status_code == 200, answer.text
    book = openpyxl.load_workbook(io.BytesIO(answer.data))
    assert book.active is not None and book.active.title == lineage.sheet
    cell = book.active[lineage.cell]
    assert holds(cell.value, figure.value)
    assert cell.comment and "bảng điều khiển" in cell.comment.text


def test_unknown_numbers_get_a_sentence_and_no_failure(client: FlaskClient) -> None:
    for query in ("o=1:2024-01:999", "o=x", "phep=mom&ky=2024-11&vao=999999", "phep=none", ""):
        answer = client.get(f"/so-lieu/tom-tat?{query}")
        assert answer.status_code == 200
        assert 'id="drawer-title"' in answer.text
    assert client.get("/so-lieu/o/1:2024-01:999/danh-dau").status_code == 404
    assert client.get("/so-lieu/tinh.xlsx?phep=none").status_code == 404


@pytest.mark.parametrize("key", sorted(TRANSFORMATIONS))
def test_every_value_that_the_explorer_computes_is_worked_out_again_from_its_link(samples: Store, key: str) -> None:
    how, chance = TRANSFORMATIONS[key], random.Random(SEED)
    totals = sorted(one.id for one in samples.all_series().values() if one.item == "total")
    for number in chance.sample(totals, min(8, len(totals))):
        for line in picture(samples, Selection(series=(number,), transformation=key), (), "vi").lines:
            month = chance.choice(sorted(line.values))
            link = derivation_of_line(line, month, how, base_of(Selection(series=(number,)), how), Moment())
            asked = derivation_of_query(link)
            found = explain(samples, asked) if asked else None
            assert (found is not None and found.inputs) or line.figure_id(month)
            assert found is None or found.value == pytest.approx(line.values[month])
