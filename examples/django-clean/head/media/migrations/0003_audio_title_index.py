from django.contrib.postgres.operations import AddIndexConcurrently
from django.db import migrations, models


class Migration(migrations.Migration):
    atomic = False

    dependencies = [("media", "0002_tag")]

    operations = [
        AddIndexConcurrently(
            "audio", models.Index(fields=["title"], name="audio_title_idx")
        ),
    ]
