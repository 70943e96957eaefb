"""A few mutants each time, always the same ones; `python -m tests.fuzz` reads thousands."""

import pytest

from loaders.reading import read_workbook
from loaders.workbook import UnreadableWorkbook
from tests.fuzz.__main__ import originals, outcome_of
from tests.fuzz.mutate import mutants, truncate
from tests.loaders.workbooks import retail_xlsx

SEED = 20241106


def test_mutants_are_read_or_refused_and_never_end_the_reader(tmp_path):
    for name, content in mutants(originals()[:3], 60, SEED):
        path = tmp_path / name
        path.write_bytes(content)
        assert not outcome_of(path).startswith("reader_stopped"), name


def test_the_same_seed_gives_the_same_mutants():
    assert mutants([retail_xlsx()], 5, SEED) == mutants([retail_xlsx()], 5, SEED)


@pytest.mark.parametrize("seed", range(20))
def test_a_workbook_that_was_cut_off_never_gives_half_its_figures(seed):
    import random

    with pytest.raises(UnreadableWorkbook):
        read_workbook(truncate(retail_xlsx(), random.Random(seed)), "a.xlsx")
