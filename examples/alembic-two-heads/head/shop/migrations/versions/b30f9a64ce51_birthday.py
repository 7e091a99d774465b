"""birthday

Revision ID: b30f9a64ce51
Revises: 8f2a61c0d3b7
"""

import sqlalchemy as sa
from alembic import op

revision = "b30f9a64ce51"
down_revision = "8f2a61c0d3b7"


def upgrade() -> None:
    op.execute("SET LOCAL lock_timeout = '2s'")
    op.add_column("customers", sa.Column("birthday", sa.Date(), nullable=True))


def downgrade() -> None:
    op.drop_column("customers", "birthday")
