"""Settings from the environment or `.env`, prefix `INDUSTRY_TRADE_`; none is needed for a first start."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.wording import DEFAULT_LANGUAGE, say

PROJECT = Path(__file__).resolve().parent.parent
PREFIX = "INDUSTRY_TRADE_"
MOST_THREADS = 64


class WrongSetting(Exception):
    """A variable of the environment or of `.env` holds what it cannot mean. Helps: edit it and start again."""

    def __init__(self, cause: ValidationError) -> None:
        self.problems = [(PREFIX + str(one["loc"][0]).upper(), one["input"], one["msg"]) for one in cause.errors()]
        super().__init__(self.message())

    def message(self, language: str = DEFAULT_LANGUAGE) -> str:
        return "\n".join(
            say("settings.wrong", language, variable=variable, found=found, expected=expected)
            for variable, found, expected in self.problems
        )


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=".env", extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{(PROJECT / 'var' / 'figures.sqlite').as_posix()}",
        description="SQLAlchemy address of the database: an SQLite file or PostgreSQL.",
    )
    originals: Path = Field(default=PROJECT / "var" / "originals", description="Folder that keeps uploaded workbooks.")
    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8050, ge=1, le=65535, description="Port that the server listens on.")
    threads: int = Field(default=8, ge=1, le=MOST_THREADS, description="Threads of the web server.")
    secret_key: str = Field(
        default_factory=lambda: secrets.token_hex(32),
        description="Key that signs cookies; random at each start if unset.",
    )
    two_person_rule: bool = Field(default=False, description="Whoever uploads a release may not accept it.")
    campaign_editors: str = Field(
        default="", description="Names of those who may edit campaigns, separated by commas; empty allows everybody."
    )
    analyst_code: str = Field(
        default="",
        description="Code that opens uploads, waiting releases and decisions; without one they are open to all.",
    )
    default_area: str = Field(default="Cả nước", description="Area that pages open with.")
    own_area: str = Field(
        default="", description="Area of the department: that of the workbooks that name no area themselves."
    )
    department: str = Field(default="Sở Công Thương", description="Name in the header and in briefings.")
    superior: str = Field(default="", description="Authority above the department, first line of its documents.")
    office_template: Path | None = Field(default=None, description="The office's own .pptx whose theme briefings take.")

    @property
    def briefings(self) -> Path:
        """Folder of the briefings that are made again every month, beside the originals."""
        return self.originals.parent / "briefings"


@cache
def settings() -> Settings:
    """The settings of this process; raises WrongSetting with every variable that cannot be understood."""
    try:
        return Settings()
    except ValidationError as cause:
        raise WrongSetting(cause) from cause
