from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        AddIndexConcurrently(
            "audio", models.Index(fields=["title"], name="audio_title_idx")
        ),
    ]
