"""What a series has in each month, as a list that is read like a dictionary."""

from __future__ import annotations

import pytest

from dashboard.explorer.by_month import ByMonth, within

SOME = {10: 1.5, 11: 2.5, 13: 0.0}


@pytest.fixture
def gapped() -> ByMonth[float]:
    return ByMonth.of(list(SOME), list(SOME.values()))


def test_it_reads_like_a_dictionary_without_the_missing_months(gapped: ByMonth[float]) -> None:
    assert (list(gapped), list(gapped.values()), list(gapped.items())) == (list(SOME), [1.5, 2.5, 0.0], [*SOME.items()])
    assert (len(gapped), list(reversed(gapped)), dict(gapped) == SOME) == (3, [13, 11, 10], True)
    assert [gapped.get(month) for month in range(9, 15)] == [None, 1.5, 2.5, None, 0.0, None]
    assert [month in gapped for month in range(9, 15)] == [False, True, True, False, True, False]
    assert gapped.get(12, 7.0) == 7.0 and gapped[13] == 0.0
    with pytest.raises(KeyError):
        gapped[12]


@pytest.mark.parametrize(
    "span", [range(8, 16), range(11, 13), range(13, 20), range(0, 5), range(20, 22), range(10, 14)]
)
def test_a_span_is_cut_as_from_a_dictionary(gapped: ByMonth[float], span: range) -> None:
    assert within(gapped, span) == within(SOME, span) == tuple(map(SOME.get, span))


def test_nothing_has_no_months() -> None:
    empty: ByMonth[float] = ByMonth.of([], [])
    assert not empty and len(empty) == 0 and within(empty, range(3)) == (None, None, None)
