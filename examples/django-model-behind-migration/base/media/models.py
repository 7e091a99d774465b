from django.db import models


class Provider(models.Model):
    name = models.CharField(max_length=100)


class Audio(models.Model):
    title = models.CharField(max_length=200)
    length = models.IntegerField()
    mood = models.CharField(max_length=50, null=True)
    provider = models.ForeignKey(Provider, on_delete=models.CASCADE, null=True)
