"""What can be wrong with the catalogue: the file, the key, what was found and what was expected."""

from __future__ import annotations

from data.wording import all_wording, say


class CatalogueError(Exception):
    """A catalogue file says something that cannot be. Trying again helps only after the file was edited."""

    def __init__(self, problem: str, *, file: str, key: str, **parameters: object) -> None:
        self.problem, self.file, self.key, self.parameters = problem, file, key, parameters
        super().__init__(self.message())

    def message(self, language: str = "vi") -> str:
        where = say("catalogue.error.where", language, file=self.file, key=self.key or "/")
        said = {name: _in_words(str(value), language) for name, value in self.parameters.items()}
        return f"{where} {say(f'catalogue.error.{self.problem}', language, **said)}"


def _in_words(value: str, language: str) -> str:
    """A kind of value, such as `whole_number`, as people call it; anything else as it is."""
    return all_wording(language).get(f"catalogue.kind.{value}", value)
