from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "UPDATE catalog_audio SET provider = 'freesound' WHERE provider = 'free_sound'",
            migrations.RunSQL.noop,
        ),
    ]
