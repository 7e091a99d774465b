from django.db import models


class Audio(models.Model):
    title = models.TextField()
    length = models.IntegerField(null=True, help_text="in milliseconds")

    class Meta:
        db_table = "audio"
