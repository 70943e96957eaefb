"""What can be wrong with the catalogue: the file, the key, what was found and what was expected."""

from __future__ import annotations

from data.wording import say


class CatalogueError(Exception):
    """A catalogue file says something that cannot be. Trying again helps only after the file was edited."""

    def __init__(self, problem: str, *, file: str, key: str, **parameters: object) -> None:
        self.problem, self.file, self.key, self.parameters = problem, file, key, parameters
        super().__init__(self.message())

    def message(self, language: str = "vi") -> str:
        where = say("catalogue.error.where", language, file=self.file, key=self.key or "/")
        return f"{where} {say(f'catalogue.error.{self.problem}', language, **self.parameters)}"
