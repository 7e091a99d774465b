from io import StringIO

from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase

from ..management.commands.{module} import Command


class {class}(TransactionTestCase):
    def setUp(self):
        # Make these rows your own: some that need the change, and some that do not.
        with connection.cursor() as cursor:
            cursor.execute({insert})

    def rows(self):
        with connection.cursor() as cursor:
            cursor.execute({select})
            return cursor.fetchall()

    def run_command(self, **options):
        call_command({name}, stdout=StringIO(), sleep=0, **options)

    def test_a_dry_run_changes_nothing(self):
        before = self.rows()
        self.run_command(dry_run=True)
        self.assertEqual(self.rows(), before)

    def test_every_row_is_changed_once(self):
        self.assertGreater(Command().remaining(), 0)
        self.run_command(batch_size=1)
        self.assertEqual(Command().remaining(), 0)
        done = self.rows()
        self.run_command()
        self.assertEqual(self.rows(), done)
