from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("api", "0001_audio")]
    operations = [
        migrations.RemoveField(model_name="audio", name="genre"),
    ]
