from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0012_delete")]

    operations = [
        migrations.RunSQL("CREATE TABLE plain (id integer); CREATE INDEX plain_id ON plain (id);"),
        migrations.RunSQL(sql="""
            UPDATE plain SET id = 1;
            -- a comment
            DELETE FROM plain
        """, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(["ALTER TABLE plain ADD COLUMN a text", ("UPDATE plain SET a = %s", ["100%"]), ("UPDATE plain SET a = '%'", None)]),
        migrations.RunSQL(migrations.RunSQL.noop, reverse_sql="DROP TABLE plain"),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.RunSQL("ALTER TABLE shelves ADD COLUMN extra integer"),
            ],
            state_operations=[
                migrations.AddField(model_name="shelf", name="extra", field=models.IntegerField(null=True)),
            ],
        ),
        migrations.AlterField(model_name="shelf", name="extra", field=models.BigIntegerField(null=True)),
        migrations.SeparateDatabaseAndState(
            state_operations=[migrations.RemoveField(model_name="shelf", name="extra")],
        ),
        migrations.SeparateDatabaseAndState(
            database_operations=[
                migrations.AddField(model_name="shelf", name="other", field=models.IntegerField(null=True)),
            ],
        ),
        migrations.RunSQL(
            "ALTER TABLE shelves ADD COLUMN third integer",
            state_operations=[
                migrations.AddField(model_name="shelf", name="third", field=models.IntegerField(null=True)),
            ],
        ),
        migrations.RenameField(model_name="shelf", old_name="third", new_name="fourth"),
    ]
