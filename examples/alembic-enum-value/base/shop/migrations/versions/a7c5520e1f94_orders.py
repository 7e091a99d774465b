"""orders

Revision ID: a7c5520e1f94
Revises: 8f2a61c0d3b7
"""

import sqlalchemy as sa
from alembic import op

revision = "a7c5520e1f94"
down_revision = "8f2a61c0d3b7"


def upgrade() -> None:
    op.create_table(
        "orders",
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column(
            "status",
            sa.Enum("open", "paid", name="order_status"),
            server_default="open",
            nullable=False,
        ),
        sa.PrimaryKeyConstraint("id"),
    )


def downgrade() -> None:
    op.drop_table("orders")
