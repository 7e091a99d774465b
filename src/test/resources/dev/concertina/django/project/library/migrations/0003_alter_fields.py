import decimal

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0002_add_fields")]

    operations = [
        # Nothing that the database knows of.
        migrations.AlterField(model_name="book", name="title", field=models.CharField(help_text="as printed", max_length=200, verbose_name="the title")),
        migrations.AlterField(model_name="book", name="rating", field=models.SmallIntegerField(choices=[(0, "none"), (1, "one")], default=0)),
        migrations.AlterField(model_name="book", name="zero", field=models.IntegerField(default=7)),
        # Types.
        migrations.AlterField(model_name="book", name="subtitle", field=models.CharField(blank=True, default="", max_length=255)),
        migrations.AlterField(model_name="book", name="link", field=models.URLField(blank=True, max_length=500)),
        migrations.AlterField(model_name="book", name="nothing", field=models.BigIntegerField(null=True)),
        migrations.AlterField(model_name="book", name="price", field=models.DecimalField(decimal_places=3, max_digits=12)),
        migrations.AlterField(model_name="book", name="weight", field=models.DecimalField(decimal_places=2, max_digits=12, null=True)),
        migrations.AlterField(model_name="book", name="names", field=django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), null=True, size=None)),
        migrations.AlterField(model_name="book", name="levels", field=django.contrib.postgres.fields.ArrayField(base_field=models.BigIntegerField(), default=list, size=None)),
        migrations.AlterField(model_name="book", name="code", field=models.TextField(db_index=True, default="")),
        migrations.AlterField(model_name="book", name="summary", field=models.CharField(db_index=True, max_length=80, null=True)),
        # Nulls.
        migrations.AlterField(model_name="book", name="maybe", field=models.BooleanField(default=True)),
        migrations.AlterField(model_name="book", name="zero", field=models.IntegerField(default=7, null=True)),
        migrations.AlterField(model_name="book", name="seen", field=models.TimeField()),
        migrations.AlterField(model_name="shelf", name="label", field=models.CharField(default="none", max_length=10), preserve_default=False),
        migrations.AlterField(model_name="shelf", name="collated", field=models.CharField(blank=True, db_collation="C", max_length=20)),
        # Uniqueness, indexes and checks.
        migrations.AlterField(model_name="book", name="barcode", field=models.CharField(max_length=30, null=True)),
        migrations.AlterField(model_name="book", name="number", field=models.IntegerField(db_index=True, null=True)),
        migrations.AlterField(model_name="book", name="notes", field=models.TextField(blank=True, db_index=True)),
        migrations.AlterField(model_name="book", name="year", field=models.PositiveSmallIntegerField()),
        migrations.AlterField(model_name="book", name="handle", field=models.CharField(default="", max_length=60)),
        migrations.AlterField(model_name="author", name="name", field=models.CharField(max_length=120, unique=True)),
        migrations.AlterField(model_name="book", name="positive", field=models.IntegerField(default=1)),
        migrations.AlterField(model_name="book", name="sold", field=models.PositiveBigIntegerField(default=0)),
        migrations.AlterField(model_name="book", name="pages", field=models.PositiveBigIntegerField(default=0)),
        # Relations.
        migrations.AlterField(model_name="book", name="lender", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="lending", to=settings.AUTH_USER_MODEL)),
        migrations.AlterField(model_name="book", name="kind", field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.SET_NULL, to="contenttypes.contenttype")),
        migrations.AlterField(model_name="book", name="editor", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="library.author")),
        migrations.AlterField(model_name="book", name="genre", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, to="library.genre")),
        migrations.AlterField(model_name="author", name="favourite", field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="fan", to="library.book")),
        migrations.AlterField(model_name="loan", name="shelf", field=models.IntegerField()),
        migrations.AlterField(model_name="shelf", name="owner", field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="library.author")),
        migrations.AlterField(model_name="book", name="translators", field=models.ManyToManyField(related_name="translations", to="library.Author")),
    ]
