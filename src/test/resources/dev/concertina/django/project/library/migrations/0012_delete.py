from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [("library", "0011_keys")]

    operations = [
        migrations.RemoveField(model_name="shelf", name="owner"),
        migrations.DeleteModel(name="Foreign"),
        migrations.DeleteModel(name="Loan"),
    ]
