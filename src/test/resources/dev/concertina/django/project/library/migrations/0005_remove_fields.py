from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0004_rename_fields")]

    operations = [
        migrations.RemoveField(model_name="book", name="seen"),
        migrations.RemoveField(model_name="book", name="kind"),
        migrations.RemoveField(model_name="book", name="lender"),
        migrations.RemoveField(model_name="book", name="loose"),
        migrations.RemoveField(model_name="book", name="readers"),
        migrations.RemoveField(model_name="book", name="barcode"),
        migrations.RemoveField(model_name="author", name="lent"),
        migrations.RemoveField(model_name="foreign", name="something"),
        migrations.AlterUniqueTogether(name="book", unique_together={("writer", "subtitle")}),
        migrations.AlterOrderWithRespectTo(name="book", order_with_respect_to="genre"),
    ]
