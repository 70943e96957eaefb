"""The key of a version is its figure and the day that ends it; what a re-issue of the same day replaced has no day."""

from data.migrations.figures import AS_FIRST_STORED, copy_figures

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    ends = "CASE WHEN superseded = released THEN -release_id ELSE superseded END"
    copy_figures(AS_FIRST_STORED, "series_id", "period", "superseded", superseded=ends)


def downgrade() -> None:
    ends = "CASE WHEN superseded < 0 THEN released ELSE superseded END"
    copy_figures(AS_FIRST_STORED, "series_id", "period", "superseded", "release_id", superseded=ends)
