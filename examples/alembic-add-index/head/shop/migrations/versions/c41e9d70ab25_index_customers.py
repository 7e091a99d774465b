"""index customers

Revision ID: c41e9d70ab25
Revises: 8f2a61c0d3b7
"""

import sqlalchemy as sa
from alembic import op

revision = "c41e9d70ab25"
down_revision = "8f2a61c0d3b7"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_customers_email"), "customers", ["email"], unique=False)
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_customers_phone",
            "customers",
            [sa.text("lower(phone)")],
            postgresql_concurrently=True,
        )


def downgrade() -> None:
    op.drop_index("ix_customers_phone", table_name="customers")
    op.drop_index(op.f("ix_customers_email"), table_name="customers")
