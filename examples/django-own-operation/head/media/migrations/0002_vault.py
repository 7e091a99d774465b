from django.db import migrations, models
from vault.operations import MoveToVault


class Migration(migrations.Migration):
    dependencies = [("media", "0001_initial")]

    operations = [
        MoveToVault("audio"),
        migrations.AddField("audio", "note", models.TextField(null=True)),
    ]
