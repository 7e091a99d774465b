import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("stock", "0001_initial")]

    operations = [
        migrations.AlterField("part", "code", models.CharField(max_length=16, primary_key=True, serialize=False)),
        migrations.AlterField("order", "key", models.SlugField(max_length=70, unique=True)),
        migrations.AlterField("part", "place", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="stock.place")),
        migrations.AlterField("line", "number", models.CharField(max_length=3)),
        migrations.AlterField("order", "done", models.CharField(default="no", max_length=3)),
        migrations.AlterField("order", "remark", models.CharField(blank=True, default="-", max_length=9)),
        migrations.AlterField("part", "rank", models.PositiveIntegerField(default=3, null=True)),
        migrations.AlterField("depot", "size", models.IntegerField(default=1, null=True)),
        migrations.AddField("line", "depot", models.ForeignKey(default=1, on_delete=django.db.models.deletion.CASCADE, to="stock.depot")),
        migrations.AddField("order", "also", models.ManyToManyField(to="stock.order", symmetrical=False, related_name="back")),
        migrations.AddField("order", "places", models.ManyToManyField(to="stock.place", db_table="order_places")),
        migrations.AlterUniqueTogether("line", {("order", "number")}),
        migrations.AddIndex("line", models.Index(fields=["order", "number"], name="line_order_number")),
    ]
