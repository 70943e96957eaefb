"""Settings from the environment or `.env`, prefix `INDUSTRY_TRADE_`; none is needed for a first start."""

from __future__ import annotations

import secrets
from functools import cache
from pathlib import Path

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

PROJECT = Path(__file__).resolve().parent.parent


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="INDUSTRY_TRADE_", env_file=".env", extra="ignore")

    database_url: str = Field(
        default=f"sqlite:///{(PROJECT / 'var' / 'figures.sqlite').as_posix()}",
        description="SQLAlchemy address of the database: an SQLite file or PostgreSQL.",
    )
    originals: Path = Field(default=PROJECT / "var" / "originals", description="Folder that keeps uploaded workbooks.")
    host: str = Field(default="127.0.0.1", description="Address that the server listens on.")
    port: int = Field(default=8050, ge=1, le=65535, description="Port that the server listens on.")
    threads: int = Field(default=8, ge=1, le=64, description="Threads of the web server.")
    secret_key: str = Field(
        default_factory=lambda: secrets.token_hex(32),
        description="Key that signs cookies; random at each start if unset.",
    )
    two_person_rule: bool = Field(default=False, description="Whoever uploads a release may not accept it.")
    default_area: str = Field(default="Cả nước", description="Area that pages open with.")
    department: str = Field(default="Sở Công Thương", description="Name in the header and in briefings.")
    office_template: Path | None = Field(default=None, description="The office's own .pptx whose theme briefings take.")


@cache
def settings() -> Settings:
    return Settings()
