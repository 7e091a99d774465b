"""notes

Revision ID: 52d7e6f1a0c8
Revises: 8f2a61c0d3b7
"""

import sqlalchemy as sa
from alembic import op

revision = "52d7e6f1a0c8"
down_revision = "8f2a61c0d3b7"


def upgrade() -> None:
    op.add_column("customers", sa.Column("notes", sa.Text(), nullable=True))


def downgrade() -> None:
    op.drop_column("customers", "notes")
