import uuid

from django.db import models


class Provider(models.Model):
    id = models.BigAutoField(primary_key=True)
    name = models.CharField(max_length=80)


class Audio(models.Model):
    id = models.BigAutoField(primary_key=True)
    title = models.CharField(max_length=200)
    length = models.IntegerField(db_index=True)
    genre = models.CharField(max_length=50, null=True)
    plays = models.IntegerField()
    note = models.TextField()
    owner = models.ForeignKey(
        Provider, models.CASCADE, db_constraint=False, null=True, related_name="owned"
    )

    class Meta:
        indexes = [models.Index(fields=["plays"], name="audio_plays_idx")]


class Spare(models.Model):
    id = models.BigAutoField(primary_key=True)
