"""Series, releases with their content, figures and registers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

REGISTERS = ("campaign", "award", "plan", "published_figure")


def text(name: str, length: int | None = None) -> sa.Column:
    return sa.Column(name, sa.String(length) if length else sa.Text(), nullable=False)


def integer(name: str) -> sa.Column:
    return sa.Column(name, sa.Integer(), nullable=False)


def create_series() -> None:
    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), primary_key=True),
        text("table_code", 80),
        text("item", 300),
        text("area", 80),
        text("measure", 20),
        text("index_of", 20),
        text("comparison", 40),
        text("base", 20),
        text("unit", 60),
        text("label"),
        text("parents"),
        integer("label_released"),
        sa.UniqueConstraint("table_code", "item", "area", "measure", "index_of", "comparison", "base", "unit"),
    )


def create_releases() -> None:
    op.create_table(
        "release",
        sa.Column("id", sa.Integer(), primary_key=True),
        text("state", 20),
        integer("released"),
        text("recorded", 32),
        text("file"),
        text("sha256", 64),
        integer("size"),
        text("modified", 32),
        text("content_hash", 64),
        text("uploaded_by", 80),
        text("uploaded", 32),
        text("accepted_by", 80),
        integer("figures"),
    )
    op.create_index("release_state", "release", ["state", "released"])
    op.create_index("release_sha256", "release", ["sha256"])
    op.create_table(
        "release_content",
        sa.Column("release_id", sa.Integer(), sa.ForeignKey("release.id"), primary_key=True),
        sa.Column("figures", sa.LargeBinary(), nullable=False),
        sa.Column("origins", sa.LargeBinary(), nullable=False),
    )
    op.create_table(
        "release_event",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("release_id", sa.Integer(), sa.ForeignKey("release.id"), nullable=False),
        text("at", 32),
        text("by", 80),
        text("action", 20),
        text("why"),
    )
    op.create_index("release_event_release", "release_event", ["release_id"])


def create_findings() -> None:
    op.create_table(
        "finding",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("release_id", sa.Integer(), sa.ForeignKey("release.id"), nullable=False),
        text("code", 80),
        text("severity", 10),
        text("sheet"),
        text("cell", 40),
        text("parameters"),
        text("reason"),
        text("ticked_by", 80),
    )
    op.create_index("finding_release", "finding", ["release_id"])


def create_figures() -> None:
    op.create_table(
        "figure",
        sa.Column("series_id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("period", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), primary_key=True),
        sa.Column("superseded", sa.Integer(), primary_key=True),
        sa.Column("release_id", sa.Integer(), primary_key=True),
        integer("released"),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "counter",
        sa.Column("name", sa.String(40), primary_key=True),
        integer("value"),
    )


def create_registers() -> None:
    for name in REGISTERS:
        op.create_table(
            name,
            sa.Column("code", sa.String(200), primary_key=True),
            sa.Column("version", sa.Integer(), primary_key=True, autoincrement=False),
            text("area", 80),
            text("body"),
            text("source", 20),
            text("by", 80),
            text("at", 32),
            text("why"),
            sa.Column("withdrawn", sa.SmallInteger(), nullable=False),
        )


def upgrade() -> None:
    create_series()
    create_releases()
    create_findings()
    create_figures()
    create_registers()


def downgrade() -> None:
    for name in (*REGISTERS, "counter", "figure", "finding", "release_event", "release_content", "release", "series"):
        op.drop_table(name)
