from db import query


def tracks():
    return query("SELECT id, title FROM audio WHERE album_id = %s")


def add(title):
    query("INSERT INTO audio (title) VALUES (%s)", title)
