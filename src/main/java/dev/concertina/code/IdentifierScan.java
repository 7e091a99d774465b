package dev.concertina.code;

import dev.concertina.code.Reference.Kind;
import dev.concertina.migration.Tree;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Looks for tables, columns and values in the text of one version of the application: every subject
 * in one pass over the files that hold a table's name at all.
 *
 * <p>What counts is decided by {@link TableEvidence} and {@link PartEvidence}; what is looked into
 * at all, by {@link SourcePath}. What models say plainly that they declare, {@link
 * ModelDeclarations} finds in the same files. Nothing is read before the first question.
 */
public final class IdentifierScan implements References {
  private static final int MOST_FILE_BYTES = 1 << 20;
  private static final long MOST_BYTES = 192L << 20;
  private static final int MOST_FILES = 20_000;
  private static final int MOST_REFERENCES = 50;

  private final Tree tree;
  private final Predicate<String> excluded;
  private final Set<Subject> subjects;
  private Map<Subject, List<Reference>> found;
  private Boolean sourcePresent;
  private boolean complete = true;

  /**
   * @param tree the files of the version that is asked about
   * @param excluded paths that are no application source: migrations, schema snapshots
   * @param subjects what will be asked for; asking for more works, and costs another pass
   */
  public IdentifierScan(Tree tree, Predicate<String> excluded, Collection<Subject> subjects) {
    this.tree = tree;
    this.excluded = excluded;
    this.subjects = new LinkedHashSet<>(subjects);
  }

  @Override
  public synchronized boolean sourcePresent() {
    if (sourcePresent == null) {
      sourcePresent = tree.files().keySet().stream().anyMatch(this::isApplication);
    }
    return sourcePresent;
  }

  private boolean isApplication(String path) {
    Language language = SourcePath.language(path);
    boolean source = language != null && language.isApplication() || isSchema(path);
    return source && !SourcePath.isTest(path) && !excluded.test(path);
  }

  /** A model schema in no programming language. */
  private static boolean isSchema(String path) {
    return path.endsWith(".prisma");
  }

  @Override
  public synchronized List<Reference> to(Subject subject) {
    if (subjects.add(subject) || found == null) {
      found = scan();
    }
    return found.getOrDefault(subject, List.of());
  }

  @Override
  public synchronized boolean complete() {
    return complete;
  }

  private record Ranked(Reference reference, int rank) {}

  private Map<Subject, List<Reference>> scan() {
    Dictionary dictionary = new Dictionary(subjects);
    Sources sources = new Sources(tree, excluded);
    ModelDeclarations models = new ModelDeclarations(sources, subjects, dictionary);
    Map<Subject, List<Ranked>> ranked = new HashMap<>();
    long room = MOST_BYTES;
    int files = 0;
    complete = true;
    for (String path : candidates(dictionary)) {
      byte[] bytes = tree.read(path).orElse(new byte[0]);
      room -= bytes.length;
      if (++files > MOST_FILES || room < 0) {
        complete = false;
        break;
      }
      if (bytes.length <= MOST_FILE_BYTES) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        mentions(path, text, dictionary, ranked);
        declarations(models.in(path, text), ranked);
      }
    }
    complete &= sources.complete();
    IgnoredColumns ignored = models.ignored();
    Map<Subject, List<Reference>> best = new HashMap<>();
    ranked.forEach(
        (subject, places) -> {
          if (ignored.has(subject)) {
            places.removeIf(place -> place.rank() > 1 && !ignored.uses(subject, place.reference()));
          }
          best.put(subject, best(places));
        });
    return best;
  }

  /** Files that hold one of the words, in their text or in their path. */
  private Set<String> candidates(Dictionary dictionary) {
    Set<String> words = dictionary.sieve();
    Set<String> paths = new TreeSet<>(tree.containing(words));
    for (String path : tree.files().keySet()) {
      String lower = path.toLowerCase(Locale.ROOT);
      if (words.stream().anyMatch(lower::contains)) {
        paths.add(path);
      }
    }
    paths.removeIf(
        path -> SourcePath.language(path) == null && !isSchema(path) || excluded.test(path));
    return paths;
  }

  private static void mentions(
      String path, String text, Dictionary dictionary, Map<Subject, List<Ranked>> into) {
    // What a schema does not declare is no use of it either.
    boolean foreign = SourcePath.language(path) == Language.MAPPING && !SourcePath.maps(text);
    if (foreign || isSchema(path) || DieselSchema.isOne(path)) {
      return;
    }
    int firstTest = SourcePath.isTest(path) ? 0 : SourcePath.firstTestLine(path, text);
    CodeText code = new CodeText(text, path);
    for (FileScan.Found place : new FileScan(path, code, dictionary).find()) {
      boolean tests = place.line() >= firstTest;
      Reference reference =
          new Reference(path, place.line(), Kind.MENTIONS, tests, place.everyColumn());
      add(into, place.subject(), new Ranked(reference, place.rank()));
    }
  }

  private static void declarations(
      List<ModelDeclarations.Declared> all, Map<Subject, List<Ranked>> into) {
    for (ModelDeclarations.Declared one : all) {
      String file = one.place().file();
      boolean test = SourcePath.isTest(file);
      Reference reference = new Reference(file, one.place().line(), Kind.DECLARES, test);
      add(into, one.subject(), new Ranked(reference, 0));
    }
  }

  private static void add(Map<Subject, List<Ranked>> into, Subject subject, Ranked place) {
    into.computeIfAbsent(subject, key -> new ArrayList<>()).add(place);
  }

  private static List<Reference> best(List<Ranked> places) {
    Comparator<Ranked> order =
        Comparator.<Ranked, Boolean>comparing(place -> place.reference().test())
            .thenComparing(Ranked::rank)
            .thenComparing(place -> place.reference().file())
            .thenComparing(place -> place.reference().line());
    Map<Place, Reference> best = new LinkedHashMap<>();
    for (Ranked place : places.stream().sorted(order).toList()) {
      Reference reference = place.reference();
      best.merge(new Place(reference.file(), reference.line()), reference, IdentifierScan::surest);
    }
    return best.values().stream().limit(MOST_REFERENCES).toList();
  }

  /** A line that declares a column also mentions it; that its query has a star stays said. */
  private static Reference surest(Reference first, Reference second) {
    return new Reference(
        first.file(),
        first.line(),
        first.kind(),
        first.test(),
        first.everyColumn() || second.everyColumn());
  }
}
