package dev.concertina.cli;

import dev.concertina.migration.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files of a folder as they are on disk: a work tree, where git knows which files it ignores,
 * or a plain folder. Symbolic links are not followed, neither at the end of a path nor on the way.
 */
final class FolderTree implements Tree {
  private static final String LINK = "it is a symbolic link, which is not followed";

  /** Folders that no plain folder's application source is in. */
  private static final Set<String> NOT_ENTERED = Set.of(".git", ".hg", ".svn", "node_modules");

  private static final int MOST_FILES = 1_000_000;
  private static final int MOST_LEVELS = 40;

  private final Path root;
  private final Collection<Path> folders;
  private final Git git;
  private final GitCommand filters;
  private SortedMap<String, String> files;
  private final SortedMap<String, String> passedOver = new TreeMap<>();
  private final Map<Set<String>, Collection<String>> sieved = new HashMap<>();
  private final Map<Path, Boolean> reachedByLink = new HashMap<>();

  private FolderTree(Path root, Collection<Path> folders, Git git) {
    this.root = root;
    this.folders = folders;
    this.git = git;
    filters = git == null ? null : git.beginFilters();
  }

  /** A folder that is in no repository. */
  static FolderTree plain(Path root) {
    return plain(root, Set.of(root));
  }

  /** Some folders below one that is itself not looked through. */
  static FolderTree plain(Path root, Collection<Path> folders) {
    return new FolderTree(root, folders, null);
  }

  /** The work tree of a repository: what git tracks, and what is new and not ignored. */
  static FolderTree workTree(Path root, Git git) {
    return new FolderTree(root, Set.of(root), git);
  }

  @Override
  public synchronized SortedMap<String, String> files() {
    if (files == null) {
      SortedMap<String, String> found = git == null ? walk() : ask();
      files = Collections.unmodifiableSortedMap(found);
    }
    return files;
  }

  @Override
  public SortedMap<String, String> passedOver() {
    files();
    return passedOver;
  }

  /**
   * A tracked file has the id that the index gives it, unless its size or time say that it was
   * edited; the others have none. Each entry is a tag, a blank and a path; for a tracked file,
   * {@code mode SP id SP stage TAB} stands before the path. To find out what was edited no filter
   * is run that a configuration names.
   */
  private SortedMap<String, String> ask() {
    SortedMap<String, String> found = new TreeMap<>();
    String[] command =
        Git.without(filters, "ls-files", "-z", "-t", "-s", "-m", "-o", "--exclude-standard");
    for (String entry : git.begin(command).success().fields()) {
      String rest = entry.substring(2);
      switch (entry.charAt(0)) {
        case '?' -> untracked(rest, found);
        case 'C' -> found.put(rest.substring(rest.indexOf('\t') + 1), "");
        default -> tracked(rest, found);
      }
    }
    found.keySet().removeIf(path -> !isRegular(path));
    return found;
  }

  private void untracked(String path, Map<String, String> found) {
    if (path.endsWith("/")) {
      passedOver.put(path, "it is another repository");
    } else {
      found.put(path, "");
    }
  }

  private void tracked(String entry, Map<String, String> found) {
    int tab = entry.indexOf('\t');
    String[] words = entry.substring(0, tab).split(" ");
    String path = entry.substring(tab + 1);
    if (words[0].equals("160000")) {
      passedOver.put(path, "it is a submodule");
    } else {
      found.putIfAbsent(path, words[2].equals("0") ? words[1] : "");
    }
  }

  private boolean isRegular(String path) {
    try {
      Path file = root.resolve(path);
      if (throughLink(file.getParent())) {
        passedOver.put(path, LINK);
        return false;
      }
      var attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isSymbolicLink()) {
        passedOver.put(path, LINK);
      }
      return attributes.isRegularFile();
    } catch (IOException e) {
      return false;
    } catch (InvalidPathException e) {
      passedOver.put(path, "this system's locale has no such characters in file names");
      return false;
    }
  }

  private boolean throughLink(Path parent) {
    if (parent.equals(root)) {
      return false;
    }
    return reachedByLink.computeIfAbsent(parent, Files::isSymbolicLink)
        || throughLink(parent.getParent());
  }

  private SortedMap<String, String> walk() {
    SortedMap<String, String> found = new TreeMap<>();
    try {
      for (Path folder : folders) {
        Files.walkFileTree(folder, Set.of(), MOST_LEVELS, new Walk(found));
      }
    } catch (IOException e) {
      throw new CommandFailure("can't read " + root + ": " + e.getMessage(), e);
    }
    return found;
  }

  private final class Walk extends SimpleFileVisitor<Path> {
    private final Map<String, String> found;

    Walk(Map<String, String> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      boolean skip =
          !folders.contains(folder) && NOT_ENTERED.contains(folder.getFileName().toString());
      return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      String path = root.relativize(file).toString().replace('\\', '/');
      if (attributes.isRegularFile()) {
        found.put(path, "");
      } else if (attributes.isSymbolicLink()) {
        passedOver.put(path, LINK);
      }
      if (found.size() > MOST_FILES) {
        throw new CommandFailure(root + " has more than " + MOST_FILES + " files");
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException why) {
      passedOver.put(root.relativize(file).toString().replace('\\', '/'), "it can't be read");
      return FileVisitResult.CONTINUE;
    }
  }

  @Override
  public Optional<byte[]> read(String path) {
    if (!files().containsKey(path)) {
      return Optional.empty();
    }
    OpenOption[] options = {StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS};
    try (InputStream in = Files.newInputStream(root.resolve(path), options)) {
      byte[] bytes = in.readNBytes(ReadLimits.FILE_BYTES + 1);
      return bytes.length > ReadLimits.FILE_BYTES ? Optional.empty() : Optional.of(bytes);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  @Override
  public synchronized Collection<String> containing(Collection<String> words) {
    return words.isEmpty() ? Set.of() : sieved.computeIfAbsent(Set.copyOf(words), this::search);
  }

  private Collection<String> search(Set<String> words) {
    if (git == null) {
      return files().keySet();
    }
    Git.Outcome found = git.beginSearch(words, "--untracked").outcome(ReadLimits.GREP);
    return found.status() == 0 || found.status() == 1
        ? new HashSet<>(found.fields())
        : files().keySet();
  }
}
