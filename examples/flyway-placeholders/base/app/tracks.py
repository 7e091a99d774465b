def longest(connection):
    return connection.execute("SELECT title, length FROM library.audio ORDER BY length DESC")
