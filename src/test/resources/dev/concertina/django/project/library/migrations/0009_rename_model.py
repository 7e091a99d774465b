from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0008_drop_indexes")]

    operations = [
        migrations.RenameModel(old_name="Book", new_name="Tome"),
    ]
