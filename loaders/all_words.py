"""The catalogue's files of words, all at once: what is wrong with one is told before the first workbook is read."""

from __future__ import annotations

from loaders.areas import area_of
from loaders.history_series import history_words
from loaders.province import untitled_words
from loaders.tables import known_tables
from loaders.words import words


def read_all_words() -> None:
    """Keeps what was read. Raises CatalogueError for a file that is missing or no YAML."""
    words(), known_tables(), history_words(), untitled_words(), area_of("")
