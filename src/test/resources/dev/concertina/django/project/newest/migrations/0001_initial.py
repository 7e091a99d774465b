import django.db.models.functions
from decimal import Decimal
from django.db import migrations, models
from django.db.models import F, Q, Value
from django.db.models.functions import Concat, Lower, Now


class Migration(migrations.Migration):

    initial = True

    dependencies = [("modern", "0003_rename")]

    operations = [
        migrations.CreateModel(
            name="Item",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("price", models.DecimalField(db_default=Decimal("1.5"), decimal_places=2, max_digits=6)),
                ("amount", models.IntegerField(db_default=3)),
                ("name", models.CharField(db_default="it's", max_length=20)),
                ("made", models.DateTimeField(db_default=Now())),
                ("open", models.BooleanField(db_default=True)),
                ("total", models.GeneratedField(db_persist=True, expression=F("price") * F("amount"), output_field=models.DecimalField(decimal_places=2, max_digits=12))),
                ("low", models.GeneratedField(db_persist=True, expression=Lower("name"), output_field=models.CharField(max_length=20))),
                ("empty", models.IntegerField(db_default=None, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=Q(amount__gte=0), name="item_amount"),
                    models.UniqueConstraint(fields=["name"], name="item_name", nulls_distinct=False),
                    models.UniqueConstraint(fields=["amount", "name"], name="item_both", nulls_distinct=True, condition=Q(open=True)),
                ],
            },
        ),
        migrations.AddField("item", "size", models.IntegerField(db_default=7)),
        migrations.AddField("item", "seen", models.DateTimeField(db_default=Now(), null=True)),
        migrations.AddField("item", "both", models.IntegerField(db_default=8, default=9)),
        migrations.AddField("item", "label", models.TextField(db_default=Value("x"), db_index=True)),
        migrations.AddField("item", "positive", models.PositiveIntegerField(db_default=1)),
        migrations.AddField("item", "twice", models.GeneratedField(db_persist=True, expression=F("amount") + F("amount"), output_field=models.IntegerField(), db_index=True)),
        migrations.AddField("item", "plain", models.IntegerField(null=True)),
        migrations.AddField("item", "data", models.JSONField(default=dict)),
        migrations.AddConstraint("item", models.UniqueConstraint(fields=["size", "plain"], name="item_size", nulls_distinct=False)),
        migrations.AlterConstraint("item", "item_amount", models.CheckConstraint(condition=Q(amount__gte=0), name="item_amount", violation_error_message="no")),
    ]
