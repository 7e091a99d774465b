from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AlterField("audio", "title", models.TextField()),
        migrations.AlterField("audio", "length", models.CharField(max_length=20)),
    ]
