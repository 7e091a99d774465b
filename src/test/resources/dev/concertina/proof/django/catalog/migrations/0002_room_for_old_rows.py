from pathlib import Path

from django.db import migrations

ROOM = Path(__file__).with_name("room.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_audio")]
    operations = [migrations.RunSQL(ROOM, "DROP TABLE audio_before")]
