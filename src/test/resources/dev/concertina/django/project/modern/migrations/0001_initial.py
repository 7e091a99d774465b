import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.contrib.postgres.operations import CreateCollation
from django.db import migrations, models
from django.db.models import F, Q
from django.db.models.functions import Collate, Lower, Upper


class Migration(migrations.Migration):

    initial = True

    dependencies = [("stock", "0005_keys")]

    operations = [
        CreateCollation("german", provider="icu", locale="de-u-ks-level2"),
        CreateCollation("case_insensitive", provider="icu", locale="und-u-ks-level2", deterministic=False),
        migrations.CreateModel(
            name="Note",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("code", models.CharField(max_length=12, unique=True)),
                ("text", models.CharField(db_comment="as it came")),
                ("free", models.CharField(db_index=True)),
                ("first", models.IntegerField(default=0)),
                ("second", models.IntegerField(default=0)),
                ("words", django.contrib.postgres.fields.ArrayField(base_field=models.CharField(db_collation="C", max_length=9), null=True, size=None)),
            ],
            options={
                "db_table_comment": "what people write",
                "indexes": [models.Index(Lower("text"), name="note_lower"), models.Index(fields=["first"], name="note_first")],
                "constraints": [
                    models.UniqueConstraint(Lower("code"), name="note_code_lower"),
                    models.UniqueConstraint(fields=["text"], name="note_text_ops", opclasses=["varchar_pattern_ops"]),
                    models.UniqueConstraint("first", F("second").desc(), name="note_pair"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                ("id", models.AutoField(primary_key=True, serialize=False)),
                ("note", models.ForeignKey(db_comment="on which", on_delete=django.db.models.deletion.CASCADE, to="modern.note", to_field="code")),
                ("other", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="modern.note")),
            ],
        ),
        migrations.AddField("remark", "said", models.CharField(db_comment="it's new", default="x")),
        migrations.AddField("remark", "loud", models.TextField(blank=True, db_collation="german")),
        migrations.AddConstraint("remark", models.UniqueConstraint(Upper("said"), Collate("loud", "C"), name="remark_upper", condition=Q(loud__isnull=False))),
        migrations.AddConstraint("note", models.CheckConstraint(check=Q(text__isnull=False) & ~Q(free="") | Q(first=F("second") + 1), name="note_check")),
        migrations.AddConstraint("note", models.CheckConstraint(check=Q(text__icontains="50%_x") | Q(free__iexact="y") | Q(code__regex=r"^a\d$"), name="note_check_like")),
        migrations.AddIndex("note", GinIndex(OpClass(Lower("text"), name="gin_trgm_ops"), name="note_trgm")),
        migrations.AddIndex("note", models.Index(OpClass("free", name="varchar_pattern_ops"), name="note_free_ops")),
        migrations.AddIndex("note", models.Index(F("free").asc(nulls_first=True), F("text").desc(nulls_last=True), name="note_nulls")),
        migrations.AddIndex("note", models.Index(django.db.models.functions.Coalesce("free", "text"), name="note_coalesce")),
        migrations.AddIndex("note", models.Index(django.db.models.functions.Cast("code", models.TextField()), name="note_cast")),
    ]
