"""Writes the table `figure` anew: without rowids it is its own index, so that another key or order is another table."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

TYPES: dict[str, sa.types.TypeEngine[int] | sa.types.TypeEngine[float]] = {
    "series_id": sa.Integer(),
    "period": sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
    "superseded": sa.Integer(),
    "release_id": sa.Integer(),
    "released": sa.Integer(),
    "value": sa.Float(),
    "status": sa.SmallInteger(),
}
AS_FIRST_STORED = tuple(TYPES)


def copy_figures(columns: tuple[str, ...], *key: str, superseded: str = "superseded") -> None:
    """Put all rows into a table of these columns and this key; `superseded` is an expression of the earlier rows."""
    op.rename_table("figure", "figure_before")
    if op.get_bind().dialect.name == "postgresql":  # names of keys are unique in a whole schema there
        op.execute("ALTER TABLE figure_before DROP CONSTRAINT figure_pkey")
    op.create_table(
        "figure",
        *(sa.Column(name, TYPES[name], nullable=False, autoincrement=False) for name in columns),
        sa.PrimaryKeyConstraint(*key),
        sqlite_with_rowid=False,
    )
    said = ", ".join(superseded if name == "superseded" else name for name in columns)
    op.execute(
        f"INSERT INTO figure ({', '.join(columns)}) SELECT {said} FROM figure_before"
        " ORDER BY series_id, period, superseded"
    )
    op.drop_table("figure_before")
