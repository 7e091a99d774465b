from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("api", "0001_audio")]
    operations = [
        migrations.AlterField(
            model_name="audio",
            name="genre",
            field=models.CharField(default="", max_length=80),
        ),
    ]
