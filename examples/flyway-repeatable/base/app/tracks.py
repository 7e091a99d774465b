def listing(connection):
    return connection.execute("SELECT id, title, length FROM audio_listing")
