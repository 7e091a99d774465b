package dev.concertina.django;

/**
 * What Django calls a migration, and what its history remembers of it.
 *
 * @param app the label of its app
 * @param name its file's name without the ending
 */
public record Key(String app, String name) implements Comparable<Key> {

  @Override
  public int compareTo(Key other) {
    int byApp = app.compareTo(other.app);
    return byApp != 0 ? byApp : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return app + "." + name;
  }
}
