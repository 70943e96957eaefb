"""A stored figure tells its day of release right after its key, so that rows of other days are passed over early."""

from data.migrations.figures import AS_FIRST_STORED, copy_figures

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

KEY = ("series_id", "period", "superseded")


def upgrade() -> None:
    copy_figures((*KEY, "released", "release_id", "status", "value"), *KEY)


def downgrade() -> None:
    copy_figures(AS_FIRST_STORED, *KEY)
