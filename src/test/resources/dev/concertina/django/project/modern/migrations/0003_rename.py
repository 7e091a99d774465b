from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("modern", "0002_change")]

    operations = [
        migrations.RenameModel("Note", "Message"),
        migrations.RenameField("message", "tag", "tags"),
        migrations.RenameModel("Remark", "Reply"),
        migrations.AlterField("message", "text", models.TextField(db_comment="changed", db_index=True)),
        migrations.AlterField("message", "free", models.TextField(db_index=True)),
        migrations.AlterField("message", "free", models.CharField(db_index=True, max_length=50)),
    ]
