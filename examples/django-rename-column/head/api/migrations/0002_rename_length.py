from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("api", "0001_audio")]
    operations = [
        migrations.RenameField(
            model_name="audio",
            old_name="length",
            new_name="length_ms",
        ),
    ]
