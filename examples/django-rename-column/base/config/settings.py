DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["api"]
DATABASES = {
    "default": {"ENGINE": "django.db.backends.postgresql", "NAME": "catalog"},
}
