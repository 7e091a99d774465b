"""orders are refunded by default

Revision ID: e95f40a2b716
Revises: 03b8d1ce6f27
"""

import sqlalchemy as sa
from alembic import op

revision = "e95f40a2b716"
down_revision = "03b8d1ce6f27"


def upgrade() -> None:
    op.execute(sa.text("SET LOCAL lock_timeout = '2s'"))
    op.alter_column("orders", "status", server_default="refunded")


def downgrade() -> None:
    op.alter_column("orders", "status", server_default="open")
