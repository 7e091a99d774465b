import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("stock", "0004_rename")]

    operations = [
        migrations.AlterField("purchase", "amount", models.IntegerField(null=True)),
        migrations.AlterField("shared", "id", models.AutoField(primary_key=True, serialize=False)),
        migrations.AlterField("shared", "code", models.TextField(unique=True)),
        migrations.AlterField("purchase", "remark", models.TextField(db_index=True, default="-")),
    ]
