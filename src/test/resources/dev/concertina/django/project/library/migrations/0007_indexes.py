import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.functions
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Lower, Upper


class Migration(migrations.Migration):

    dependencies = [("library", "0006_options")]

    operations = [
        migrations.AddIndex(model_name="book", index=models.Index(fields=["title"], name="book_title")),
        migrations.AddIndex(model_name="book", index=models.Index(fields=["-added", "title"], name="book_added_title")),
        migrations.AddIndex(model_name="book", index=models.Index(condition=models.Q(("in_print", True)), fields=["price"], name="book_price_print")),
        migrations.AddIndex(model_name="book", index=models.Index(fields=["writer"], include=("title", "price"), name="book_writer_cover")),
        migrations.AddIndex(model_name="book", index=models.Index(fields=["title"], name="book_title_ops", opclasses=["varchar_pattern_ops"])),
        migrations.AddIndex(model_name="book", index=models.Index(Lower("title"), name="book_lower_title")),
        migrations.AddIndex(model_name="book", index=models.Index(Lower("title").desc(), "price", name="book_lower_desc")),
        migrations.AddIndex(model_name="book", index=models.Index(F("page_count") * F("rating"), name="book_product")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.GinIndex(fields=["tags"], name="book_tags_gin")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.GinIndex(fastupdate=False, fields=["search"], gin_pending_list_limit=4096, name="book_search_gin")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.GistIndex(fields=["period"], name="book_period_gist")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.BrinIndex(autosummarize=True, fields=["added"], name="book_added_brin", pages_per_range=8)),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.HashIndex(fields=["code"], name="book_code_hash")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.BTreeIndex(fields=["number"], fillfactor=70, name="book_number_btree")),
        migrations.AddIndex(model_name="book", index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass(Upper("title"), name="gin_trgm_ops"), name="book_title_trgm")),
        migrations.AddConstraint(model_name="book", constraint=models.UniqueConstraint(fields=("title", "writer"), name="book_title_writer")),
        migrations.AddConstraint(model_name="book", constraint=models.UniqueConstraint(condition=Q(in_print=True), fields=("code",), name="book_code_print")),
        migrations.AddConstraint(model_name="book", constraint=models.UniqueConstraint(deferrable=models.Deferrable.DEFERRED, fields=("number", "rating"), name="book_number_later")),
        migrations.AddConstraint(model_name="book", constraint=models.UniqueConstraint(fields=("code", "number"), include=("title",), name="book_code_cover")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=Q(page_count__gt=0) | Q(rating__isnull=True), name="book_pages_or")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=~Q(title=""), name="book_title_given")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=Q(("rating__in", [1, 2, 3])), name="book_rating_in")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=models.Q(("code__startswith", "b"), ("price__range", (1, 5)), _connector="OR"), name="book_code_b")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=models.Q(models.Q(("number", 1), ("rating", 2)), ("in_print", False), _negated=True), name="book_not_both")),
        migrations.AddConstraint(model_name="book", constraint=models.CheckConstraint(check=models.Q(("price__gte", models.F("discount"))), name="book_price_discount")),
        migrations.AddConstraint(model_name="shelf", constraint=ExclusionConstraint(expressions=[("during", RangeOperators.OVERLAPS), ("row", RangeOperators.EQUAL)], name="shelf_during_row")),
        migrations.AddConstraint(model_name="shelf", constraint=ExclusionConstraint(condition=Q(closed=False), expressions=[("during", "&&")], index_type="GIST", name="shelf_during_open")),
    ]
