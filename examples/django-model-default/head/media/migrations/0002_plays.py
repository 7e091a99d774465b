from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField("audio", "plays", models.IntegerField(default=0)),
    ]
