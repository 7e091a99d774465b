from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0005_remove_fields")]

    operations = [
        migrations.AlterUniqueTogether(name="book", unique_together=set()),
        migrations.AlterOrderWithRespectTo(name="book", order_with_respect_to=None),
        migrations.AlterModelOptions(name="book", options={"ordering": ["title"], "verbose_name": "tome"}),
        migrations.AlterModelManagers(name="book", managers=[]),
        migrations.AlterModelTable(name="shelf", table="shelves"),
        migrations.AlterModelTable(name="author", table="writers"),
        migrations.AlterModelTable(name="foreign", table="far_away"),
    ]
