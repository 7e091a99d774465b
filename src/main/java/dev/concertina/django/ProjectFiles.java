package dev.concertina.django;

import java.util.Collection;

/** The files of a repository at one commit, as a project is read from them. */
public interface ProjectFiles {

  /** Every path in a folder or below it; the empty folder is the repository. */
  Iterable<String> below(String folder);

  /** The text of a file; empty where there is none. */
  String text(String path);

  /** The paths of text files that contain one of these words; may be too many. */
  Collection<String> containing(Collection<String> words);
}
