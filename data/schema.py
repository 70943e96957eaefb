"""The tables. A release says figures; `figure` keeps the versions that follow from all accepted releases together.

`release_content` is what each workbook said, packed (see `store/content.py`), so that versions can be worked out anew
whenever a release comes late, is rolled back or restored. `figure` holds one row per change of value or status:
a release that repeats a figure adds none.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

SCHEMA_VERSION = "0007"
"""Newest migration; opening the database compares it before importing Alembic, which is slow to import."""

metadata = MetaData()

series = Table(
    "series",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("table_code", String(80), nullable=False),
    Column("item", String(300), nullable=False),
    Column("area", String(80), nullable=False),
    Column("measure", String(20), nullable=False),
    Column("index_of", String(20), nullable=False),
    Column("comparison", String(40), nullable=False),
    Column("base", String(20), nullable=False),
    Column("unit", String(60), nullable=False),
    Column("label", Text, nullable=False),
    Column("parents", Text, nullable=False),  # JSON list, outermost first
    Column(
        "label_released", Integer, nullable=False
    ),  # the label is that of the newest release, in any order of loading
    UniqueConstraint("table_code", "item", "area", "measure", "index_of", "comparison", "base", "unit"),
    Index("series_table", "table_code"),
    Index("series_place", "area", "table_code"),
)

release = Table(
    "release",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("state", String(20), nullable=False),  # staged, accepted, dropped, rolled_back
    Column("released", Integer, nullable=False),  # day number of the publication date (date.toordinal)
    Column("recorded", String(32), nullable=False),  # UTC time of acceptance, ISO 8601; empty until then
    Column("file", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified", String(32), nullable=False),  # when the workbook says it was saved; orders re-issues of one day
    Column("content_hash", String(64), nullable=False),  # equal where two files say the same figures
    Column("uploaded_by", String(80), nullable=False),
    Column("uploaded", String(32), nullable=False),
    Column("accepted_by", String(80), nullable=False),
    Column("figures", Integer, nullable=False),
    Index("release_state", "state", "released"),
    Index("release_sha256", "sha256"),
)

release_content = Table(
    "release_content",
    metadata,
    Column("release_id", Integer, ForeignKey("release.id"), primary_key=True),
    Column("figures", LargeBinary, nullable=False),
    Column("origins", LargeBinary, nullable=False),
)

release_event = Table(
    "release_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("release_id", Integer, ForeignKey("release.id"), nullable=False),
    Column("at", String(32), nullable=False),
    Column("by", String(80), nullable=False),
    Column("action", String(20), nullable=False),  # staged, accepted, dropped, rolled_back, restored
    Column("why", Text, nullable=False),
    Index("release_event_release", "release_id"),
)

finding = Table(
    "finding",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("release_id", Integer, ForeignKey("release.id"), nullable=False),
    Column("code", String(80), nullable=False),
    Column("severity", String(10), nullable=False),
    Column("sheet", Text, nullable=False),
    Column("cell", String(40), nullable=False),
    Column("parameters", Text, nullable=False),  # JSON object
    Column("reason", Text, nullable=False),  # why the analyst accepted it
    Column("ticked_by", String(80), nullable=False),
    Index("finding_release", "release_id"),
)

# No foreign keys here: millions of rows, written by one place only; `python -m data verify` checks them.
# What a question passes rows over by stands first: SQLite reads a stored row from its front.
figure = Table(
    "figure",
    metadata,
    Column("series_id", Integer, primary_key=True, autoincrement=False),
    Column("period", BigInteger().with_variant(Integer, "sqlite"), primary_key=True),
    Column("superseded", Integer, primary_key=True),  # day number from which another version holds; see `OPEN`
    Column("released", Integer, nullable=False),
    Column("release_id", Integer, nullable=False),
    Column("status", SmallInteger, nullable=False),
    Column("value", Float, nullable=False),
    sqlite_with_rowid=False,
)

counter = Table(
    "counter",
    metadata,
    Column("name", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)


# What analysts answered about labels that the catalogue lacks. Answers are only added; the newest of a label counts.
learned_alias = Table(
    "learned_alias",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("table_code", String(80), nullable=False),
    Column("area", String(80), nullable=False),  # empty: the answer holds for every area
    Column("path", Text, nullable=False),  # labels as they are compared, outermost first (`path_key`)
    Column("item", String(300), nullable=False),  # code of the item; a provisional one for something new
    Column("by", String(80), nullable=False),
    Column("at", String(32), nullable=False),
    Index("learned_alias_table", "table_code"),
)


# What analysts answered about headings that were not understood. Answers are only added; the newest one counts.
learned_heading = Table(
    "learned_heading",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("table_code", String(80), nullable=False),
    Column("area", String(80), nullable=False),  # empty: the answer holds for every area
    Column("shape", Text, nullable=False),  # the heading with months and years left open (`heading_shape`)
    Column("answer", String(80), nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", String(32), nullable=False),
)


# Views of the explorer under a name: an address, whose it is (a random word in a cookie), and whether all may see it.
saved_view = Table(
    "saved_view",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", String(120), nullable=False),
    Column("address", Text, nullable=False),
    Column("owner", String(64), nullable=False),
    Column("shared", SmallInteger, nullable=False),
    Column("by", String(80), nullable=False),
    Column("at", String(32), nullable=False),
    Index("saved_view_owner", "owner"),
)


def _register(name: str) -> Table:
    """A versioned register: the newest version of a code counts; `body` holds its fields as JSON."""
    return Table(
        name,
        metadata,
        Column("code", String(200), primary_key=True),
        Column("version", Integer, primary_key=True),
        Column("area", String(80), nullable=False),
        Column("body", Text, nullable=False),
        Column("source", String(20), nullable=False),  # catalogue or edited
        Column("by", String(80), nullable=False),
        Column("at", String(32), nullable=False),
        Column("why", Text, nullable=False),
        Column("withdrawn", SmallInteger, nullable=False),
    )


campaign = _register("campaign")
award = _register("award")
plan = _register("plan")
published_figure = _register("published_figure")
