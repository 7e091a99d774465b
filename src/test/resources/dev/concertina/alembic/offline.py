"""Prints what Alembic sends for each of the calls in a file.

usage: offline.py calls.txt

Blocks are divided by empty lines. A block whose first line is a comment is not run: it needs a
connection, or a newer Alembic than this one.
"""

import io
import sys

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql


def run(code):
    out = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql",
        opts={"as_sql": True, "literal_binds": True, "output_buffer": out},
    )
    op = Operations(context)
    exec(code, {"op": op, "sa": sa, "postgresql": postgresql})
    return out.getvalue()


def main(path):
    with open(path, encoding="utf-8") as file:
        blocks = file.read().strip().split("\n\n")
    for number, block in enumerate(blocks):
        lines = block.split("\n")
        if lines[0].startswith("#"):
            continue
        code = "\n".join(line for line in lines if not line.startswith("> "))
        print("===", number)
        print(run(code))


main(sys.argv[1])
