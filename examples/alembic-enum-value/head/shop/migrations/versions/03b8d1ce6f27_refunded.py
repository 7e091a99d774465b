"""orders may be refunded

Revision ID: 03b8d1ce6f27
Revises: a7c5520e1f94
"""

from alembic import op

revision = "03b8d1ce6f27"
down_revision = "a7c5520e1f94"


def upgrade() -> None:
    op.execute("ALTER TYPE order_status ADD VALUE 'refunded'")


def downgrade() -> None:
    pass
