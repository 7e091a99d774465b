from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0009_rename_model")]

    operations = [
        migrations.RenameModel(old_name="Genre", new_name="Category"),
        migrations.AlterModelTable(name="tome", table=None),
    ]
