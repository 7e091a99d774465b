from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("api", "0001_audio")]
    operations = [
        migrations.AddIndex(
            model_name="audio",
            index=models.Index(fields=["genre"], name="audio_genre_idx"),
        ),
    ]
