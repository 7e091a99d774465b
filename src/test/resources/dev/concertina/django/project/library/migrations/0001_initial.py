import datetime
import decimal
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.fields.citext
import django.contrib.postgres.fields.hstore
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.operations
import django.contrib.postgres.search
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    operations = [
        django.contrib.postgres.operations.BtreeGinExtension(),
        django.contrib.postgres.operations.BtreeGistExtension(),
        django.contrib.postgres.operations.CITextExtension(),
        django.contrib.postgres.operations.HStoreExtension(),
        django.contrib.postgres.operations.TrigramExtension(),
        django.contrib.postgres.operations.CreateExtension("unaccent"),
        migrations.CreateModel(
            name="Author",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=120, db_index=True)),
                ("email", models.EmailField(blank=True, max_length=254, unique=True)),
                ("born", models.DateField(blank=True, null=True)),
                ("user", models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, to=settings.AUTH_USER_MODEL)),
            ],
            options={"ordering": ["name"]},
        ),
        migrations.CreateModel(
            name="Genre",
            fields=[
                ("slug", models.SlugField(primary_key=True, serialize=False)),
                ("parent", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="children", to="library.Genre")),
                ("similar", models.ManyToManyField(blank=True, related_name="_genre_similar_+", to="library.Genre")),
            ],
        ),
        migrations.CreateModel(
            name="Book",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("subtitle", models.TextField(blank=True, default="")),
                ("isbn", models.CharField(db_column="isbn13", max_length=13, unique=True)),
                ("pages", models.PositiveIntegerField(default=0)),
                ("year", models.PositiveSmallIntegerField(db_index=True)),
                ("copies", models.PositiveBigIntegerField(null=True)),
                ("price", models.DecimalField(decimal_places=2, max_digits=8)),
                ("weight", models.FloatField(null=True)),
                ("rating", models.SmallIntegerField(default=0)),
                ("sold", models.BigIntegerField(default=0)),
                ("in_print", models.BooleanField(default=True)),
                ("added", models.DateTimeField(auto_now_add=True)),
                ("seen", models.TimeField(null=True)),
                ("loan", models.DurationField(default=datetime.timedelta(days=14))),
                ("cover", models.ImageField(upload_to="covers")),
                ("scan", models.FileField(max_length=250, upload_to="scans")),
                ("path", models.FilePathField()),
                ("link", models.URLField(blank=True)),
                ("ip", models.GenericIPAddressField(null=True)),
                ("raw", models.BinaryField(null=True)),
                ("extra", models.JSONField(default=dict)),
                ("tags", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=20), default=list, size=None)),
                ("grid", django.contrib.postgres.fields.ArrayField(base_field=django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), size=3), null=True, size=2)),
                ("attributes", django.contrib.postgres.fields.hstore.HStoreField(null=True)),
                ("period", django.contrib.postgres.fields.ranges.DateTimeRangeField(null=True)),
                ("days", django.contrib.postgres.fields.ranges.DateRangeField(null=True)),
                ("numbers", django.contrib.postgres.fields.ranges.IntegerRangeField(null=True)),
                ("big_numbers", django.contrib.postgres.fields.ranges.BigIntegerRangeField(null=True)),
                ("decimals", django.contrib.postgres.fields.ranges.DecimalRangeField(null=True)),
                ("search", django.contrib.postgres.search.SearchVectorField(null=True)),
                ("author", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="library.author")),
                ("editor", models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="library.author")),
                ("genre", models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, to="library.genre")),
                ("translators", models.ManyToManyField(related_name="translated", to="library.Author")),
                ("readers", models.ManyToManyField(blank=True, db_table="library_readers", related_name="reads", to=settings.AUTH_USER_MODEL)),
            ],
            options={
                "db_table": "library_the_book",
                "unique_together": {("author", "title")},
            },
        ),
        migrations.CreateModel(
            name="Edition",
            fields=[
                ("book_ptr", models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to="library.book")),
                ("printing", models.IntegerField()),
            ],
            bases=("library.book",),
        ),
        migrations.CreateModel(
            name="BookProxy",
            fields=[],
            options={"proxy": True, "indexes": [], "constraints": []},
            bases=("library.book",),
        ),
        migrations.CreateModel(
            name="Foreign",
            fields=[("id", models.AutoField(primary_key=True, serialize=False))],
            options={"managed": False, "db_table": "elsewhere"},
        ),
        migrations.CreateModel(
            name="Shelf",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("row", models.IntegerField()),
                ("place", models.IntegerField()),
                ("label", models.CharField(max_length=10, null=True)),
                ("closed", models.BooleanField(default=False)),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
            ],
            options={
                "indexes": [models.Index(fields=["row", "-place"], name="shelf_row_place")],
                "constraints": [
                    models.UniqueConstraint(fields=("row", "place"), name="shelf_place"),
                    models.UniqueConstraint(condition=models.Q(("closed", False)), fields=("label",), name="shelf_label_open"),
                    models.CheckConstraint(check=models.Q(("row__gte", 0), ("place__lt", 100)), name="shelf_in_range"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loan",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("isbn", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="library.book", to_field="isbn")),
                ("shelf", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="library.shelf")),
                ("since", models.DateTimeField(default=django.utils.timezone.now)),
                ("fee", models.DecimalField(decimal_places=2, default=decimal.Decimal("1.50"), max_digits=6)),
            ],
        ),
        migrations.AddField(
            model_name="author",
            name="favourite",
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="fans", to="library.book"),
        ),
    ]
