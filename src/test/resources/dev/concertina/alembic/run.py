"""Runs revisions and then the bodies of a plan's migrations with the Alembic of the system.

usage: run.py port revision.py... < bodies

Bodies are divided by lines of "===". Each runs as a revision of its own.
"""

import sys

import sqlalchemy as sa
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy.dialects import postgresql


def step(engine, run):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection)
        with context.begin_transaction(), Operations.context(context) as op:
            run(op)


def revision(path):
    names = {}
    with open(path, encoding="utf-8") as file:
        exec(compile(file.read(), path, "exec"), names)
    return lambda op: names["upgrade"]()


def body(code):
    return lambda op: exec(code, {"op": op, "sa": sa, "postgresql": postgresql})


def main(port, *paths):
    engine = sa.create_engine(f"postgresql://postgres:postgres@localhost:{port}/postgres")
    for path in paths:
        step(engine, revision(path))
    for code in sys.stdin.read().split("===\n"):
        step(engine, body(code))


main(*sys.argv[1:])
