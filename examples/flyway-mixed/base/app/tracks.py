from db import query


def tracks():
    return query("SELECT id, title, length FROM audio WHERE album_id = %s")


def add(title, length):
    query("INSERT INTO audio (title, length) VALUES (%s, %s)", title, length)
