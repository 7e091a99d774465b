INSTALLED_APPS = ["media"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
