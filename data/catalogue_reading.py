"""Reads the catalogue's YAML strictly: nothing unknown, nothing missing, nothing of the wrong type, nothing twice."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import yaml

from data.catalogue_building import Wrong, build
from data.catalogue_errors import CatalogueError

Entry = TypeVar("Entry")
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KINDS: dict[type, str] = {dict: "mapping", list: "list"}


class _Strict(_Loader):  # type: ignore[misc]
    """Refuses a key that stands twice in one mapping, which YAML readers otherwise let pass in silence."""


def _mapping(loader: Any, node: yaml.MappingNode) -> dict[Hashable, Any]:
    seen: dict[Hashable, Any] = {}
    for key_node, value_node in node.value:
        key = loader.construct_object(key_node, deep=True)
        if key in seen:
            raise CatalogueError("twice", file=loader.file, key=str(key), found=key, line=key_node.start_mark.line + 1)
        seen[key] = loader.construct_object(value_node, deep=True)
    return seen


_Strict.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _mapping)


def read_yaml(path: Path, *, root: Path) -> Any:
    """The content of a file. Raises CatalogueError where it is absent, no YAML, or repeats a key."""
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as cause:
        raise CatalogueError("unreadable", file=name, key="", found=cause) from cause
    loader = _Strict(text)
    loader.file = name
    try:
        return loader.get_single_data()
    except yaml.YAMLError as cause:
        raise CatalogueError("not_yaml", file=name, key="", found=cause) from cause
    finally:
        loader.dispose()


def section(tree: Any, name: str, kind: type, *, file: str) -> Any:
    """One part of a file, of the given kind. Raises CatalogueError where it is missing or another kind."""
    if not isinstance(tree, Mapping):
        raise CatalogueError("wrong_type", file=file, key="", found=type(tree).__name__, expected="mapping")
    if name not in tree:
        raise CatalogueError("missing", file=file, key=name, expected=_KINDS[kind])
    if not isinstance(tree[name], kind):
        raise CatalogueError("wrong_type", file=file, key=name, found=type(tree[name]).__name__, expected=_KINDS[kind])
    return tree[name]


def only_sections(tree: Mapping[str, Any], allowed: Iterable[str], *, file: str) -> None:
    expected = sorted(allowed)
    for name in tree:
        if name not in expected:
            raise CatalogueError("unknown_key", file=file, key=str(name), expected=", ".join(expected))


def entry(kind: type[Entry], given: Any, *, file: str, key: str) -> Entry:
    """One entry of that kind. Raises CatalogueError for the first thing that is wrong with it."""
    try:
        return build(kind, given)
    except Wrong as cause:
        place = ".".join([key, *cause.path])
        raise CatalogueError(cause.problem, file=file, key=place, found=cause.found, expected=cause.expected) from cause


def entries(kind: type[Entry], given: list[Any], *, file: str, key: str, more: Mapping[str, Any] | None = None,
            code: str = "code") -> dict[str, Entry]:  # fmt: skip
    """Entries of a list by their code. Raises CatalogueError where a code stands twice."""
    found: dict[str, Entry] = {}
    for number, one in enumerate(given):
        place = f"{key}[{number}]"
        if isinstance(one, Mapping) and one.get(code):
            place = f"{key}.{one[code]}"
        made = entry(kind, {**one, **(more or {})} if isinstance(one, Mapping) else one, file=file, key=place)
        name = getattr(made, code)
        if name in found:
            raise CatalogueError("code_twice", file=file, key=place, found=name)
        found[name] = made
    return found
