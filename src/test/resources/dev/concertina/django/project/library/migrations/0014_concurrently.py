from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.operations import AddIndexConcurrently, RemoveIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):

    atomic = False

    dependencies = [("library", "0013_sql")]

    operations = [
        AddIndexConcurrently("tome", models.Index(fields=["price"], name="tome_price")),
        AddIndexConcurrently("tome", GinIndex(fields=["tags"], name="tome_tags")),
        RemoveIndexConcurrently("tome", "tome_price"),
    ]
