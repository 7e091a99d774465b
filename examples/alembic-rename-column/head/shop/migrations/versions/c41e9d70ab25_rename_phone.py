"""rename phone

Revision ID: c41e9d70ab25
Revises: 8f2a61c0d3b7
"""

from alembic import op

revision = "c41e9d70ab25"
down_revision = "8f2a61c0d3b7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.alter_column("customers", "phone", new_column_name="phone_number")


def downgrade() -> None:
    op.alter_column("customers", "phone_number", new_column_name="phone")
