import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("stock", "0003_more")]

    operations = [
        migrations.AlterUniqueTogether("line", {("purchase", "number")}),
        migrations.RenameField("purchase", "key", "handle"),
        migrations.RenameModel("Part", "Piece"),
        migrations.AddField("line", "old", models.IntegerField(null=True, db_index=True)),
        migrations.AlterField("line", "old", models.BigIntegerField(null=True)),
        migrations.RemoveField("line", "depot"),
        migrations.AlterModelTable("purchase", "buying"),
        migrations.AddField("purchase", "late", models.BooleanField(null=True)),
        migrations.DeleteModel("Person"),
    ]
