from media.models import Audio


def titles():
    return list(Audio.objects.order_by("id").values_list("title", flat=True))
