from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Audio",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("title", models.TextField()),
                ("genre", models.CharField(max_length=80, null=True)),
                ("length", models.IntegerField(help_text="in milliseconds", null=True)),
            ],
            options={"db_table": "audio"},
        ),
    ]
