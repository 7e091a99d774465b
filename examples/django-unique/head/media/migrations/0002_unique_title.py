from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddConstraint(
            "audio",
            models.UniqueConstraint(fields=["title", "provider"], name="audio_title_once"),
        ),
    ]
