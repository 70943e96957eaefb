"""What is wrong with a file of the catalogue is told by its name, by every command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import app
from data.__main__ import main as data_main
from data.catalogue_errors import CatalogueError
from data.catalogue_words import read_words
from data.store import open_store
from loaders import words
from loaders.__main__ import main as loaders_main
from loaders.all_words import read_all_words


@pytest.mark.parametrize(
    ("content", "problem"), [(None, "unreadable"), (b"\xff", "unreadable"), (b"{a: [", "not_yaml")]
)
def test_a_file_of_words_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None, problem: str) -> None:
    file = tmp_path / "headings.yaml"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CatalogueError, match=r"headings\.yaml") as refused:
        read_words(file)
    assert refused.value.problem == problem


def test_all_words_of_the_catalogue_can_be_read() -> None:
    read_all_words()


@pytest.fixture
def without_headings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The words of headings are not where they belong."""
    words.words.cache_clear()
    monkeypatch.setattr(words, "_CATALOGUE", tmp_path / "headings.yaml")
    yield
    words.words.cache_clear()


@pytest.mark.usefixtures("without_headings")
def test_loading_and_serving_end_before_they_begin(tmp_path: Path, capsys: pytest.CaptureFixture[str],
                                                   monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    url = f"sqlite:///{tmp_path / 'figures.sqlite'}"
    assert loaders_main(["load", str(tmp_path), "--database", url]) == 2
    assert "headings.yaml" in capsys.readouterr().out
    monkeypatch.setattr("sys.argv", ["app.py", "--port", "0", "--database", url])
    assert app.main() == app.FAILED
    assert "headings.yaml" in capsys.readouterr().err
    assert not (tmp_path / "figures.sqlite").exists()


def refuse(*_: object) -> object:
    raise CatalogueError("unreadable", file="units.yaml", key="", found="No such file or directory")


def test_reading_and_asking_end_with_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'figures.sqlite'}"
    open_store(url).close()
    monkeypatch.setattr("data.commands.export.catalogue", refuse)
    assert data_main(["export", "--table", "retail_sales", "--database", url]) == 2
    monkeypatch.setattr("loaders.read_command.area_of", refuse)
    assert loaders_main(["read", str(tmp_path)]) == 2
    assert capsys.readouterr().err.count("units.yaml") == 2
