package dev.concertina.migration;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A text that came without a repository, as the only file of a tree. */
public final class OneFile implements Tree {
  private final String name;
  private final byte[] bytes;

  public OneFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes.clone();
  }

  @Override
  public SortedMap<String, String> files() {
    SortedMap<String, String> files = new TreeMap<>();
    files.put(name, "");
    return files;
  }

  @Override
  public Optional<byte[]> read(String path) {
    return path.equals(name) ? Optional.of(bytes.clone()) : Optional.empty();
  }

  @Override
  public Collection<String> containing(Collection<String> words) {
    return files().keySet();
  }
}
