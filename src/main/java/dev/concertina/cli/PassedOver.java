package dev.concertina.cli;

import java.util.SortedMap;

/** A tree that can say what it holds beside regular files, so that nothing is left out silently. */
interface PassedOver {

  /** Paths of symbolic links, submodules and unreadable names, each with the reason. */
  SortedMap<String, String> passedOver();
}
