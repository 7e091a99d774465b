import datetime
import decimal
import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0001_initial")]

    operations = [
        migrations.AddField(model_name="book", name="nothing", field=models.IntegerField(null=True)),
        migrations.AddField(model_name="book", name="zero", field=models.IntegerField(default=0)),
        migrations.AddField(model_name="book", name="code", field=models.CharField(db_index=True, default="x'y", max_length=12)),
        migrations.AddField(model_name="book", name="notes", field=models.TextField(blank=True)),
        migrations.AddField(model_name="book", name="summary", field=models.TextField(db_index=True, null=True)),
        migrations.AddField(model_name="book", name="flag", field=models.BooleanField(default=False)),
        migrations.AddField(model_name="book", name="maybe", field=models.BooleanField(null=True)),
        migrations.AddField(model_name="book", name="updated", field=models.DateTimeField(auto_now=True)),
        migrations.AddField(model_name="book", name="created", field=models.DateTimeField(auto_now_add=True, default=django.utils.timezone.now), preserve_default=False),
        migrations.AddField(model_name="book", name="released", field=models.DateField(default=datetime.date(2020, 1, 2))),
        migrations.AddField(model_name="book", name="token", field=models.UUIDField(default=uuid.uuid4, editable=False)),
        migrations.AddField(model_name="book", name="discount", field=models.DecimalField(decimal_places=2, default=decimal.Decimal("0.10"), max_digits=5)),
        migrations.AddField(model_name="book", name="ratio", field=models.FloatField(default=1)),
        migrations.AddField(model_name="book", name="levels", field=django.contrib.postgres.fields.ArrayField(base_field=models.IntegerField(), default=list, size=None)),
        migrations.AddField(model_name="book", name="names", field=django.contrib.postgres.fields.ArrayField(base_field=models.CharField(max_length=9), null=True, size=None)),
        migrations.AddField(model_name="book", name="settings", field=models.JSONField(default=dict)),
        migrations.AddField(model_name="book", name="history", field=models.JSONField(default=list)),
        migrations.AddField(model_name="book", name="positive", field=models.PositiveIntegerField(default=1)),
        migrations.AddField(model_name="book", name="barcode", field=models.CharField(max_length=30, null=True, unique=True)),
        migrations.AddField(model_name="book", name="number", field=models.IntegerField(null=True, unique=True)),
        migrations.AddField(model_name="book", name="handle", field=models.SlugField(default="", max_length=60)),
        migrations.AddField(model_name="book", name="lender", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="lent", to=settings.AUTH_USER_MODEL)),
        migrations.AddField(model_name="book", name="kind", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, to="contenttypes.contenttype")),
        migrations.AddField(model_name="book", name="loose", field=models.ForeignKey(db_constraint=False, db_index=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name="+", to="library.shelf")),
        migrations.AddField(model_name="book", name="shelf", field=models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, to="library.shelf")),
        migrations.AddField(model_name="book", name="prequel", field=models.ForeignKey(db_column="before_id", null=True, on_delete=django.db.models.deletion.CASCADE, to="library.book")),
        migrations.AddField(model_name="loan", name="category", field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, to="library.genre")),
        migrations.AddField(model_name="book", name="genres", field=models.ManyToManyField(related_name="books", to="library.Genre")),
        migrations.AddField(model_name="author", name="friends", field=models.ManyToManyField(to="library.Author")),
        migrations.AddField(model_name="author", name="borrowed", field=models.ManyToManyField(through="library.Loan", to="library.Book")),
        migrations.AddField(model_name="foreign", name="anything", field=models.IntegerField(null=True)),
        migrations.AddField(model_name="shelf", name="quoted", field=models.CharField(default='say "hi"', max_length=20)),
        migrations.AddField(model_name="shelf", name="backslash", field=models.CharField(default="a\\b", max_length=20)),
        migrations.AddField(model_name="shelf", name="percent", field=models.CharField(default="50%", max_length=20)),
        migrations.AddField(model_name="shelf", name="collated", field=models.CharField(db_collation="C", max_length=20, null=True)),
        migrations.AddField(model_name="shelf", name="address", field=models.GenericIPAddressField(null=True)),
        migrations.AddField(model_name="shelf", name="span", field=models.DurationField(default=datetime.timedelta(seconds=90))),
        migrations.AddField(model_name="shelf", name="owner", field=models.ForeignKey(default=1, on_delete=django.db.models.deletion.CASCADE, to=settings.AUTH_USER_MODEL)),
    ]
