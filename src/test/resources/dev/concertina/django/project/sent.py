"""Runs every migration of this project, and prints what Django's schema editor sends for each.

usage: sent.py HOST PORT DATABASE USER APP...
"""

import logging
import os
import sys

host, port, database, user, *apps = sys.argv[1:]
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import django
from django.conf import settings

settings.configure(
    DATABASES={
        "default": {
            "ENGINE": "django.db.backends.postgresql",
            "HOST": host,
            "PORT": port,
            "NAME": database,
            "USER": user,
        }
    },
    INSTALLED_APPS=[
        "django.contrib.contenttypes",
        "django.contrib.auth",
        "django.contrib.postgres",
        *apps,
    ],
    DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
    USE_TZ=True,
    SILENCED_SYSTEM_CHECKS=["fields.W340"],
)
django.setup()

from django.db import connection
from django.db.migrations.executor import MigrationExecutor


class Sent(logging.Handler):
    """Prints each statement with its parameters in it."""

    def emit(self, record):
        sql = record.sql
        if record.params:
            with connection.cursor() as cursor:
                sql = cursor.mogrify(sql, record.params)
                sql = sql.decode() if isinstance(sql, bytes) else sql
        elif record.params is not None:
            sql = sql.replace("%%", "%")
        print(sql.strip().rstrip(";") + ";")


MigrationExecutor(connection).migrate([("auth", "0012_alter_user_first_name_max_length")])
log = logging.getLogger("django.db.backends.schema")
log.setLevel(logging.DEBUG)
log.addHandler(Sent())
log.propagate = False
for app in apps:
    for leaf in MigrationExecutor(connection).loader.graph.leaf_nodes(app):
        for migration, _ in MigrationExecutor(connection).migration_plan([leaf]):
            print("=== %s %s" % (migration.app_label, migration.name))
            MigrationExecutor(connection).migrate([(migration.app_label, migration.name)])
