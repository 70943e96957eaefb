"""Series found by their area and table, so that one month of a table is one question."""

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("series_table", "series", ["table_code"])
    op.create_index("series_place", "series", ["area", "table_code"])


def downgrade() -> None:
    op.drop_index("series_place", "series")
    op.drop_index("series_table", "series")
