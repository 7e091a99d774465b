"""every user has an email

Revision ID: 7d90a5c3e182
Revises: 1f6e02b9c7d4
"""

import sqlalchemy as sa
from alembic import op

revision = "7d90a5c3e182"
down_revision = "1f6e02b9c7d4"


def upgrade():
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.alter_column("email", existing_type=sa.VARCHAR(length=120), nullable=False)


def downgrade():
    with op.batch_alter_table("users", schema=None) as batch_op:
        batch_op.alter_column("email", existing_type=sa.VARCHAR(length=120), nullable=True)
