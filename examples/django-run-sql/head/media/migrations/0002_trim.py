from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            UPDATE media_audio SET title = trim(title);
            ALTER TABLE media_audio ALTER COLUMN mood SET NOT NULL;
            """,
            migrations.RunSQL.noop,
        ),
    ]
