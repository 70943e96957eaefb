"""Reads the catalogue's files of words, quickly: the loaders need them for every workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from data.catalogue_errors import CatalogueError
from data.yaml_text import read_yaml


def read_words(path: Path) -> Any:
    """The content of a file of words. Raises CatalogueError where it is missing or no YAML."""
    try:
        return read_yaml(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as cause:
        raise CatalogueError("unreadable", file=path.name, key="", found=cause) from cause
    except ValueError as cause:
        raise CatalogueError("not_yaml", file=path.name, key="", found=cause) from cause
