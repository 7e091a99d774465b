from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("newest", "0001_initial")]

    operations = [
        migrations.AlterField("item", "size", models.IntegerField(db_default=8)),
        migrations.AlterField("item", "both", models.IntegerField(default=9)),
        migrations.AlterField("item", "plain", models.IntegerField(db_default=5)),
        migrations.AlterField("item", "label", models.TextField(db_default="y", db_index=True)),
        migrations.RenameField("item", "positive", "counted"),
        migrations.RemoveConstraint("item", "item_size"),
        migrations.RemoveConstraint("item", "item_both"),
        migrations.RemoveField("item", "twice"),
        migrations.AddField("item", "sorted", models.CharField(db_collation="C", db_index=True, max_length=9, null=True)),
    ]
