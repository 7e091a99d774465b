from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        # concertina: allow postgres/no-lock-timeout because our runner sets it for each session
        migrations.AddField("audio", "plays", models.IntegerField(db_default=0)),
    ]
