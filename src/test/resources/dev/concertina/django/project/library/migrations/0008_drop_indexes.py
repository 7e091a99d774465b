from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0007_indexes")]

    operations = [
        migrations.DeleteModel(name="BookProxy"),
        migrations.DeleteModel(name="Edition"),
        migrations.RemoveIndex(model_name="book", name="book_title"),
        migrations.RemoveIndex(model_name="book", name="book_tags_gin"),
        migrations.RemoveIndex(model_name="shelf", name="shelf_row_place"),
        migrations.RemoveConstraint(model_name="book", name="book_title_writer"),
        migrations.RemoveConstraint(model_name="book", name="book_code_print"),
        migrations.RemoveConstraint(model_name="book", name="book_pages_or"),
        migrations.RemoveConstraint(model_name="shelf", name="shelf_during_row"),
        migrations.RemoveConstraint(model_name="shelf", name="shelf_label_open"),
    ]
