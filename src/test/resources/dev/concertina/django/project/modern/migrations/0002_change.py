import django.contrib.postgres.fields
import django.db.models.deletion
from django.contrib.postgres.operations import AddConstraintNotValid, RemoveCollation, ValidateConstraint
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):

    dependencies = [("modern", "0001_initial")]

    operations = [
        migrations.AlterModelTableComment("note", "what they wrote"),
        migrations.AlterField("note", "text", models.CharField(db_comment="changed")),
        migrations.AlterField("note", "free", models.CharField(db_index=True, max_length=50)),
        migrations.AlterField("note", "code", models.CharField(db_collation="POSIX", max_length=12, unique=True)),
        migrations.AlterField("remark", "note", models.ForeignKey(db_comment="on that", on_delete=django.db.models.deletion.CASCADE, to="modern.note", to_field="code")),
        migrations.AlterField("remark", "other", models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name="others", to="modern.note")),
        migrations.AlterField("remark", "loud", models.TextField(blank=True, null=True, db_collation="german")),
        migrations.RenameIndex("note", new_name="note_first_renamed", old_name="note_first"),
        AddConstraintNotValid("note", models.CheckConstraint(check=Q(first__gt=-1), name="note_first_later")),
        ValidateConstraint("note", "note_first_later"),
        migrations.RemoveConstraint("note", "note_code_lower"),
        migrations.RemoveConstraint("note", "note_pair"),
        migrations.RemoveIndex("note", "note_lower"),
        migrations.AlterField("remark", "id", models.BigAutoField(primary_key=True, serialize=False)),
        migrations.AddField("note", "tag", models.ManyToManyField(to="modern.remark", related_name="tags")),
        migrations.RenameField("note", "first", "start"),
        RemoveCollation("case_insensitive", provider="icu", locale="und-u-ks-level2", deterministic=False),
    ]
