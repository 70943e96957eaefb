"""What analysts answered about labels that the catalogue lacks."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "learned_alias",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("table_code", sa.String(80), nullable=False),
        sa.Column("area", sa.String(80), nullable=False),
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("item", sa.String(300), nullable=False),
        sa.Column("by", sa.String(80), nullable=False),
        sa.Column("at", sa.String(32), nullable=False),
    )
    op.create_index("learned_alias_table", "learned_alias", ["table_code"])


def downgrade() -> None:
    op.drop_table("learned_alias")
