"""The key of a version is its figure and the day that ends it; what a re-issue of the same day replaced has no day."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

COLUMNS = "series_id, period, release_id, released, value, status, superseded"


def create_figures(*key: str) -> None:
    op.create_table(
        "figure",
        sa.Column("series_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("period", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("superseded", sa.Integer(), nullable=False),
        sa.Column("release_id", sa.Integer(), nullable=False),
        sa.Column("released", sa.Integer(), nullable=False),
        sa.Column("value", sa.Float(), nullable=False),
        sa.Column("status", sa.SmallInteger(), nullable=False),
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )


def copy_figures(superseded: str, *key: str) -> None:
    """A table without rowid is its own index, so that another key means another table."""
    op.rename_table("figure", "figure_before")
    if op.get_bind().dialect.name == "postgresql":  # names of keys are unique in a whole schema there
        op.execute("ALTER TABLE figure_before DROP CONSTRAINT figure_pkey")
    create_figures(*key)
    names = COLUMNS.replace("superseded", superseded)
    op.execute(
        f"INSERT INTO figure ({COLUMNS}) SELECT {names} FROM figure_before ORDER BY series_id, period, superseded"
    )
    op.drop_table("figure_before")


def upgrade() -> None:
    ends = "CASE WHEN superseded = released THEN -release_id ELSE superseded END"
    copy_figures(ends, "series_id", "period", "superseded")


def downgrade() -> None:
    ends = "CASE WHEN superseded < 0 THEN released ELSE superseded END"
    copy_figures(ends, "series_id", "period", "superseded", "release_id")
