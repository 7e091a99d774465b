from django.db import models


class Audio(models.Model):
    title = models.TextField()
    provider = models.CharField(max_length=80)
