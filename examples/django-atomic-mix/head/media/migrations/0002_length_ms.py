from django.db import migrations, models


def copy_length(apps, schema_editor):
    Audio = apps.get_model("media", "Audio")
    for audio in Audio.objects.filter(length_ms=None).iterator():
        audio.length_ms = audio.length * 1000
        audio.save(update_fields=["length_ms"])


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.AddField("audio", "length_ms", models.IntegerField(null=True)),
        migrations.RunPython(copy_length, migrations.RunPython.noop),
    ]
