from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Provider",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("name", models.CharField(max_length=80)),
            ],
        ),
        migrations.CreateModel(
            name="Audio",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False)),
                ("title", models.CharField(max_length=200)),
                ("length", models.IntegerField(db_index=True)),
                ("genre", models.CharField(max_length=50, null=True)),
                ("plays", models.IntegerField()),
                ("note", models.TextField()),
                (
                    "owner",
                    models.ForeignKey(
                        "catalog.Provider",
                        models.CASCADE,
                        db_constraint=False,
                        null=True,
                        related_name="owned",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Spare",
            fields=[("id", models.BigAutoField(primary_key=True, serialize=False))],
        ),
        migrations.AddIndex("audio", models.Index(fields=["plays"], name="audio_plays_idx")),
    ]
