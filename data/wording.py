"""Every word that a person reads, by language and key, from `catalogue/wording/<language>/<room>.yaml`."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from data.yaml_text import read_yaml

LANGUAGES = ("vi", "en")
DEFAULT_LANGUAGE = "vi"
_FOLDER = Path(__file__).parent / "catalogue" / "wording"


class MissingWording(KeyError):
    """A key has no wording in a language."""

    def __init__(self, *, key: str, language: str) -> None:
        super().__init__(f"no wording for {key!r} in catalogue/wording/{language}/{key.split('.', maxsplit=1)[0]}.yaml")


@cache
def all_wording(language: str) -> dict[str, str]:
    """Key to text; keys are `<file>.<path>` joined by points, such as `findings.empty_file.found`."""
    words: dict[str, str] = {}
    for path in sorted((_FOLDER / language).glob("*.yaml")):
        _flatten(read_yaml(path.read_text(encoding="utf-8")) or {}, path.stem, words)
    return words


def say(key: str, language: str = DEFAULT_LANGUAGE, /, **parameters: object) -> str:
    """The wording of `key`, with `{name}` filled from `parameters`.

    Raises MissingWording when the key is unknown in that language.
    """
    try:
        text = all_wording(language)[key]
    except KeyError:
        raise MissingWording(key=key, language=language) from None
    return text.format(**parameters) if parameters else text


def _flatten(tree: dict[str, object], prefix: str, into: dict[str, str]) -> None:
    for name, value in tree.items():
        key = f"{prefix}.{name}"
        if isinstance(value, dict):
            _flatten(value, key, into)
        else:
            into[key] = str(value)
