from django.db import models


class Audio(models.Model):
    title = models.TextField()
    plays = models.IntegerField()

    class Meta:
        db_table = "audio"
