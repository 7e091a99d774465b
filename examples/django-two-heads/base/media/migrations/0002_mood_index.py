from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AlterField("audio", "mood", models.CharField(max_length=80, null=True)),
    ]
