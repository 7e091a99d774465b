from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0003_alter_fields")]

    operations = [
        migrations.RenameField(model_name="book", old_name="pages", new_name="page_count"),
        migrations.RenameField(model_name="book", old_name="isbn", new_name="isbn_number"),
        migrations.RenameField(model_name="book", old_name="author", new_name="writer"),
        migrations.RenameField(model_name="book", old_name="copies", new_name="copy_count"),
        migrations.RenameField(model_name="book", old_name="genres", new_name="kinds"),
        migrations.RenameField(model_name="author", old_name="borrowed", new_name="lent"),
        migrations.RenameField(model_name="foreign", old_name="anything", new_name="something"),
        migrations.AddField(model_name="shelf", name="late", field=models.CharField(db_index=True, max_length=20, null=True)),
        migrations.RenameField(model_name="shelf", old_name="late", new_name="later"),
        migrations.AddField(model_name="shelf", name="gone", field=models.CharField(db_index=True, max_length=20, null=True)),
        migrations.RemoveField(model_name="shelf", name="gone"),
    ]
