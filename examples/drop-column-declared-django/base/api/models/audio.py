from django.db import models

from api.models.base import Ingested


class Audio(Ingested):
    title = models.CharField(max_length=80)
