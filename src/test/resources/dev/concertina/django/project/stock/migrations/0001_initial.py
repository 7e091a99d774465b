import django.contrib.postgres.fields.citext
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("library", "0014_concurrently"),
    ]

    operations = [
        # No key of its own, and none but that of its parent.
        migrations.CreateModel(name="Place", fields=[("name", models.CharField(max_length=10))]),
        migrations.CreateModel(
            name="Depot",
            fields=[
                ("place_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="stock.place")),
                ("size", models.IntegerField(default=1, unique=True)),
            ],
            bases=("stock.place", models.Model),
        ),
        migrations.CreateModel(
            name="Shared",
            fields=[("id", models.SmallAutoField(primary_key=True, serialize=False)), ("code", models.CharField(max_length=4, primary_key=False, unique=True))],
            options={"db_table": 'public"."stock_shared'},
        ),
        migrations.CreateModel(
            name="AModelWithAVeryLongNameThatGoesOnAndOnUntilItHasToBeCutSomewhere",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("a_field_with_a_very_long_name_that_goes_on_for_quite_a_while", models.CharField(db_index=True, max_length=10)),
                ("another_rather_long_name_of_a_field_to_refer_with", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="stock.place")),
                ("many_of_something_with_a_long_name", models.ManyToManyField(to="stock.Place", related_name="+")),
            ],
            options={"unique_together": {("a_field_with_a_very_long_name_that_goes_on_for_quite_a_while", "another_rather_long_name_of_a_field_to_refer_with")}},
        ),
        migrations.CreateModel(
            name="Part",
            fields=[
                ("code", models.CharField(max_length=8, primary_key=True, serialize=False)),
                ("place", models.ForeignKey(db_column="where", on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="stock.place")),
                ("follows", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="self")),
                ("fits", models.ManyToManyField(db_constraint=False, to="stock.Part")),
                ("rank", models.PositiveIntegerField()),
            ],
            options={"order_with_respect_to": "place", "db_tablespace": "pg_default"},
        ),
        migrations.CreateModel(
            name="Order",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("key", models.SlugField(unique=True)),
                ("part", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="stock.part")),
                ("depot", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="stock.depot")),
                ("amount", models.IntegerField(db_index=True, unique=True)),
                ("remark", models.CharField(db_tablespace="pg_default", max_length=9, db_index=True, null=True)),
                ("done", models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name="Line",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("order", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="stock.order")),
                ("parent", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="stock.order", to_field="key", related_name="+")),
                ("number", models.IntegerField()),
            ],
        ),
        migrations.CreateModel(
            name="Person",
            fields=[("id", models.BigAutoField(primary_key=True, serialize=False))],
            options={"swappable": "AUTH_USER_MODEL"},
        ),
        migrations.AddField("person", "size", models.IntegerField(null=True)),
    ]
