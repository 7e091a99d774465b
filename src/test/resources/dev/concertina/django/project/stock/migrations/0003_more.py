import django.db.models.deletion
import uuid
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("stock", "0002_change")]

    operations = [
        migrations.RenameField("line", "order", "purchase"),
        migrations.AlterUniqueTogether("line", {("purchase", "number"), ("purchase", "depot")}),
        migrations.AlterField("order", "places", models.ManyToManyField(to="stock.place", db_table="order_at_places")),
        migrations.AlterOrderWithRespectTo("part", None),
        migrations.RenameModel("Order", "Purchase"),
    ]
