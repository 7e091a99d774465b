from django.db import models


class Audio(models.Model):
    title = models.TextField()
    genre = models.CharField(max_length=80, null=True)
    length = models.IntegerField(null=True, help_text="in milliseconds")

    class Meta:
        db_table = "audio"
