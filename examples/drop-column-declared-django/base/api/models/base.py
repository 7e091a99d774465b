from django.db import models


class Ingested(models.Model):
    url = models.URLField(unique=True, max_length=1000)
    ingestion_type = models.CharField(
        max_length=20,
        null=True,
        blank=True,
    )

    class Meta:
        abstract = True
