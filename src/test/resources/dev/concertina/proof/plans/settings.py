import os

SECRET_KEY = "no secret: the project of a test"
USE_TZ = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.postgres", "catalog"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": "localhost",
        "PORT": os.environ["CATALOG_PORT"],
        "NAME": os.environ["CATALOG_NAME"],
        "USER": "postgres",
    }
}
