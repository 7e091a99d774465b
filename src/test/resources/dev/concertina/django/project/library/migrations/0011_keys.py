from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("library", "0010_rename_more")]

    operations = [
        migrations.AlterField(model_name="shelf", name="id", field=models.BigAutoField(primary_key=True, serialize=False)),
        migrations.AlterField(model_name="tome", name="isbn_number", field=models.CharField(db_column="isbn13", max_length=17, unique=True)),
        migrations.AlterField(model_name="loan", name="id", field=models.IntegerField(primary_key=True, serialize=False)),
    ]
