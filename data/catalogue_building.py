"""Makes entries of what stands in YAML: nothing unknown, nothing missing, nothing of another type, nothing converted.

The types of an entry's fields say what is allowed: text, numbers, dates, words of an enumeration, other entries, tuples
and dictionaries of these, and checks beside a type, such as `Annotated[int, between(0, 4)]`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Entry = TypeVar("Entry")
Reader = Callable[[Any], Any]
_PLAIN: dict[type, str] = {str: "text", int: "whole_number", bool: "truth", date: "date"}


class Wrong(ValueError):
    """What is wrong, where inside the entry, what was found and what is allowed; worded by `catalogue.error`."""

    def __init__(self, problem: str, *, found: object = "", expected: str = "") -> None:
        super().__init__(problem)
        self.problem, self.found, self.expected = problem, found, expected
        self.path: list[str] = []


def build(kind: type[Entry], given: Any) -> Entry:
    """An entry of that kind. Raises Wrong for the first thing that is wrong with it."""
    if not isinstance(given, Mapping):
        raise Wrong("wrong_type", found=repr(given), expected="mapping")
    readers, required = _fields(cast(Any, kind))
    if unknown := next((name for name in given if name not in readers), None):
        raise _at(str(unknown), Wrong("unknown_key", expected=", ".join(readers)))
    if missing := next((name for name in required if name not in given), None):
        raise _at(missing, Wrong("missing", expected=missing))
    return kind(**{name: _read(readers[name], value, name) for name, value in given.items()})


def not_empty(text: str) -> None:
    if not text:
        raise Wrong("empty", expected="text")


def compiles(pattern: str) -> None:
    """Whether it is a regular expression."""
    try:
        re.compile(pattern)
    except re.error as cause:
        raise Wrong("wrong_type", found=f"{pattern!r} ({cause})", expected="regular_expression") from cause


def is_month(text: str) -> None:
    if not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", text):
        raise Wrong("wrong_type", found=repr(text), expected="month")


def between(low: int, high: int) -> Callable[[int], None]:
    def check(number: int) -> None:
        if not low <= number <= high:
            raise Wrong("wrong_type", found=number, expected=f"{low}–{high}")

    return check


def one_of(*words: str) -> Callable[[str], None]:
    def check(text: str) -> None:
        if text not in words:
            raise Wrong("wrong_type", found=repr(text), expected=", ".join(words))

    return check


class Stated(Enum):
    """Beside the type of a field: whether the catalogue states it, whatever entries that are made elsewhere do."""

    ALWAYS = "always"
    NEVER = "never"


Text = Annotated[str, not_empty]
DemandedText = Annotated[str, not_empty, Stated.ALWAYS]
Pattern = Annotated[str, not_empty, compiles]
Month = Annotated[str, is_month]


@cache
def _fields(kind: Any) -> tuple[dict[str, Reader], list[str]]:
    """The reader of each field, and the fields that must be there."""
    types = get_type_hints(kind, include_extras=True)
    given = [one for one in fields(kind) if Stated.NEVER not in get_args(types[one.name])]
    has_default = {one.name for one in given if one.default is not MISSING or one.default_factory is not MISSING}
    required = [n for one in given if (n := one.name) not in has_default or Stated.ALWAYS in get_args(types[n])]
    return {one.name: _reader(types[one.name]) for one in given}, required


def _reader(kind: Any) -> Reader:
    origin, inside = get_origin(kind), get_args(kind)
    if origin is Annotated:
        checks = tuple(one for one in inside[1:] if not isinstance(one, Stated))
        return _checked(_reader(_something(inside[0]) if Stated.ALWAYS in inside else inside[0]), checks)
    if origin in (Union, UnionType):
        other = _reader(_something(kind))
        return lambda value: None if value is None else other(value)
    if origin is tuple:
        return _list_of(_reader(inside[0]))
    if origin is dict:
        return _mapping_of(_reader(inside[0]), _reader(inside[1]))
    if hasattr(kind, "__dataclass_fields__"):
        return partial(build, kind)
    if issubclass(kind, Enum):
        return _word_of(kind)
    return _number if kind is float else _plain(kind)


def _something(kind: Any) -> Any:
    """The type without None, where it allows that."""
    is_optional = get_origin(kind) in (Union, UnionType)
    return next(one for one in get_args(kind) if one is not type(None)) if is_optional else kind


def _plain(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise Wrong("wrong_type", found=repr(value), expected=_PLAIN[kind])
        return value

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise Wrong("wrong_type", found=repr(value), expected="number")
    return float(value)


def _word_of(kind: type[Enum]) -> Reader:
    words = {one.value: one for one in kind}

    def read(value: Any) -> Enum:
        if not isinstance(value, str) or value not in words:
            raise Wrong("wrong_type", found=repr(value), expected=", ".join(words))
        return words[value]

    return read


def _list_of(inside: Reader) -> Reader:
    def read(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise Wrong("wrong_type", found=repr(value), expected="list")
        return tuple([_read(inside, one, str(number)) for number, one in enumerate(value)])

    return read


def _mapping_of(key: Reader, inside: Reader) -> Reader:
    def read(value: Any) -> dict[Any, Any]:
        if not isinstance(value, Mapping):
            raise Wrong("wrong_type", found=repr(value), expected="mapping")
        return {_read(key, name, str(name)): _read(inside, one, str(name)) for name, one in value.items()}

    return read


def _checked(read: Reader, checks: tuple[Callable[[Any], None], ...]) -> Reader:
    def checked(value: Any) -> Any:
        value = read(value)
        for check in checks:
            check(value)
        return value

    return checked


def _read(reader: Reader, value: Any, name: str) -> Any:
    try:
        return reader(value)
    except Wrong as problem:
        raise _at(name, problem) from None


def _at(name: str, problem: Wrong) -> Wrong:
    problem.path.insert(0, name)
    return problem
