from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Annotated

import pytest

from data.catalogue_building import DemandedText, Month, Pattern, Stated, Text, Wrong, between, build, one_of


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Part:
    name: Text
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Whole:
    code: Text
    parts: tuple[Part, ...] = ()
    places: dict[Colour, str] = field(default_factory=dict)
    colour: Colour | None = None
    pattern: Pattern = "x"
    start: date | None = None
    since: Month = "2024-01"
    decimals: Annotated[int, between(0, 4)] = 1
    is_good: bool | None = None


def test_an_entry_is_made_of_what_its_types_allow():
    made = build(
        Whole,
        {
            "code": "a",
            "parts": [{"name": "b", "weight": 2}],
            "places": {"red": "left"},
            "colour": "blue",
            "start": date(2024, 8, 31),
            "is_good": False,
        },
    )

    assert made.parts == (Part("b", 2.0),)
    assert made.places == {Colour.RED: "left"}
    assert (made.colour, made.start, made.is_good, made.decimals) == (Colour.BLUE, date(2024, 8, 31), False, 1)


MISTAKES = [  # what is given beside the code, the problem, its place, what was found, what is allowed
    ({"size": 3}, "unknown_key", "size", "", "code, parts, places, colour, pattern, start, since, decimals, is_good"),
    ({"parts": [{"weight": 1}]}, "missing", "parts.0.name", "", "name"),
    ({"parts": [{"name": ""}]}, "empty", "parts.0.name", "", "text"),
    ({"parts": [{"name": "b"}, {"name": 5}]}, "wrong_type", "parts.1.name", "5", "text"),
    ({"parts": "b"}, "wrong_type", "parts", "'b'", "list"),
    ({"parts": ["b"]}, "wrong_type", "parts.0", "'b'", "mapping"),
    ({"parts": [{"name": "b", "weight": "heavy"}]}, "wrong_type", "parts.0.weight", "'heavy'", "number"),
    ({"parts": [{"name": "b", "weight": True}]}, "wrong_type", "parts.0.weight", "True", "number"),
    ({"places": {"green": "left"}}, "wrong_type", "places.green", "'green'", "red, blue"),
    ({"colour": "green"}, "wrong_type", "colour", "'green'", "red, blue"),
    ({"start": "2024-08-31"}, "wrong_type", "start", "'2024-08-31'", "date"),
    ({"start": datetime(2024, 8, 31)}, "wrong_type", "start", "datetime.datetime(2024, 8, 31, 0, 0)", "date"),
    ({"since": "2024-13"}, "wrong_type", "since", "'2024-13'", "month"),
    ({"decimals": 5}, "wrong_type", "decimals", 5, "0–4"),
    ({"decimals": True}, "wrong_type", "decimals", "True", "whole_number"),
    ({"is_good": 1}, "wrong_type", "is_good", "1", "truth"),
]


@pytest.mark.parametrize("mistake", MISTAKES, ids=[f"{m[2]}-{m[1]}-{m[3]}" for m in MISTAKES])
def test_a_mistake_says_where_it_is_what_was_found_and_what_is_allowed(mistake):
    given, problem, place, found, expected = mistake

    with pytest.raises(Wrong) as caught:
        build(Whole, {"code": "a", **given})

    wrong = caught.value
    assert (wrong.problem, ".".join(wrong.path), wrong.found, wrong.expected) == (problem, place, found, expected)


@dataclass(frozen=True, slots=True)
class Kept:
    """As an entry of a register is, that people make too."""

    code: Text
    source: DemandedText = ""
    value: Annotated[float | None, Stated.ALWAYS] = None
    kind: Annotated[str, one_of("old", "new")] = "new"
    version: Annotated[int, Stated.NEVER] = 0


def test_what_the_catalogue_must_state_may_be_left_out_elsewhere():
    assert Kept("a") == Kept("a", "", None, "new", 0)
    assert build(Kept, {"code": "a", "source": "b", "value": 1}) == Kept("a", "b", 1.0)


@pytest.mark.parametrize(
    ("given", "problem", "place"),
    [
        ({"value": 1}, "missing", "source"),
        ({"source": "", "value": 1}, "empty", "source"),
        ({"source": "b", "value": None}, "wrong_type", "value"),
        ({"source": "b", "value": 1, "kind": "other"}, "wrong_type", "kind"),
        ({"source": "b", "value": 1, "version": 2}, "unknown_key", "version"),
    ],
)
def test_what_the_catalogue_must_state_is_there_and_what_it_never_states_is_not(given, problem, place):
    with pytest.raises(Wrong) as raised:
        build(Kept, {"code": "a", **given})

    assert (raised.value.problem, raised.value.path) == (problem, [place])


def test_a_pattern_that_is_none_is_told_with_the_reason():
    with pytest.raises(Wrong) as caught:
        build(Whole, {"code": "a", "pattern": "a (b"})

    assert "a (b" in str(caught.value.found)
    assert "unterminated" in str(caught.value.found)
    assert caught.value.expected == "regular_expression"
