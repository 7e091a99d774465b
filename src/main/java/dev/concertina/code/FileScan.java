package dev.concertina.code;

import dev.concertina.code.TableEvidence.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Looks through one file for everything in the dictionary, in one pass over its words. */
final class FileScan {
  private static final Pattern AROUND_A_CLASS =
      Pattern.compile(
          "(Model|Entity|Record|Row|Table|Repository|Repo|Dao|DAO|Dto|DTO|Serializer|Schema|Mapper"
              + "|Query|Queries|Service|Controller|Resource|Factory|Store|Form|View|ViewSet|Policy"
              + "|Type|Input|Params|Props|Response|Request|Test|Spec|Helper|Job|Worker|Mailer)s?$");

  private static final Pattern ACCESSOR = Pattern.compile("(get|set|is|has|with)(?=[A-Z])");

  /** So many places of one file are named per subject; more say nothing new. */
  private static final int MOST_PER_FILE = 5;

  /** So many places of one file where a table stands are looked around, of each strength. */
  private static final int MOST_USES = 1_000;

  private final String path;
  private final CodeText code;
  private final Dictionary dictionary;
  private final TableEvidence tables;
  private final Map<Target, List<TableUse>> uses = new HashMap<>();
  private final Map<Target, int[]> kept = new HashMap<>();
  private final List<Candidate> candidates = new ArrayList<>();
  private final Set<String> folders = new LinkedHashSet<>();

  private record Candidate(Word word, Dictionary.Entry entry, boolean accessor) {}

  /**
   * A place that uses a subject.
   *
   * @param rank 1 for the surest
   * @param everyColumn whether a query there returns all columns
   */
  record Found(Subject subject, int line, int rank, boolean everyColumn) {}

  FileScan(String path, CodeText code, Dictionary dictionary) {
    this.path = path;
    this.code = code;
    this.dictionary = dictionary;
    this.tables = new TableEvidence(code);
    for (String folder : path.split("/")) {
      folders.add(Inflection.key(folder));
    }
  }

  /** All places, the surest first per subject. */
  List<Found> find() {
    readWords();
    readOddValues();
    List<Found> found = new ArrayList<>();
    for (Map.Entry<Target, List<TableUse>> entry : uses.entrySet()) {
      for (Subject subject : entry.getKey().itself()) {
        entry.getValue().stream()
            .filter(TableUse::isUse)
            .map(use -> found(subject, use))
            .forEach(found::add);
      }
    }
    found.addAll(parts());
    return bounded(found);
  }

  private Found found(Subject subject, TableUse use) {
    int rank = Strength.SQL.ordinal() - use.strength().ordinal() + 1;
    boolean everyColumn = use.isSql() && Region.returnsEveryColumn(code, use.word());
    return new Found(subject, use.word().fileLine(), rank, everyColumn);
  }

  private void readWords() {
    char[] text = code.text();
    int i = 0;
    while (i < text.length) {
      if (!Word.isPart(text[i])) {
        i++;
        continue;
      }
      int end = i + 1;
      while (end < text.length && Word.isPart(text[end])) {
        end++;
      }
      read(new Word(code, i, end));
      i = end;
    }
  }

  /** Values that are no identifiers are looked for as they are. */
  private void readOddValues() {
    for (Dictionary.Entry entry : dictionary.odd()) {
      String name = entry.part().name();
      String text = new String(code.text());
      for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
        candidates.add(new Candidate(new Word(code, at, at + name.length()), entry, false));
      }
    }
  }

  private void read(Word word) {
    String text = word.text();
    if (dictionary.isDull(text)) {
      return;
    }
    boolean means = false;
    for (Dictionary.Entry entry : dictionary.get(Inflection.key(text))) {
      means = true;
      if (entry.part() != null) {
        candidates.add(new Candidate(word, entry, false));
      } else {
        note(word, entry.form());
      }
    }
    if (word.isPascal()) {
      var suffix = AROUND_A_CLASS.matcher(text);
      if (suffix.find() && suffix.start() > 0) {
        means |= noteAround(word, text.substring(0, suffix.start()), suffix.group(1));
      }
    } else if (word.isCamel()) {
      var prefix = ACCESSOR.matcher(text);
      if (prefix.lookingAt()) {
        for (var entry : dictionary.get(Inflection.key(text.substring(prefix.end())))) {
          means = true;
          if (entry.part() != null) {
            candidates.add(new Candidate(word, entry, true));
          }
        }
      }
    }
    if (!means) {
      dictionary.markDull(text);
    }
  }

  private void note(Word word, Target.Form form) {
    Strength strength = tables.judge(word, form);
    if (strength == Strength.NONE && folders.contains(form.namespace())) {
      strength = tables.judgeInNamespace(word, form);
    }
    if (strength != Strength.NONE) {
      keep(word, form, strength);
    }
  }

  private void keep(Word word, Target.Form form, Strength strength) {
    int[] counts = kept.computeIfAbsent(form.target(), key -> new int[Strength.values().length]);
    if (counts[strength.ordinal()]++ < MOST_USES) {
      uses.computeIfAbsent(form.target(), key -> new ArrayList<>())
          .add(new TableUse(word, form, strength));
    }
  }

  /** {@code AudioEntity} is the table's class; {@code AudioSerializer} has to do with it. */
  private boolean noteAround(Word word, String rest, String suffix) {
    List<Dictionary.Entry> entries = dictionary.get(Inflection.key(rest));
    for (Dictionary.Entry entry : entries) {
      boolean model = suffix.matches("Model|Entity|Record|Row|Table");
      if (entry.form() != null && entry.form().namespace() == null) {
        boolean use = model && !word.isImported() && !word.isQuoted();
        Strength strength = use ? Strength.CLASS : Strength.NEARBY;
        keep(word, entry.form(), strength);
      }
    }
    return !entries.isEmpty();
  }

  private List<Found> parts() {
    List<Found> found = new ArrayList<>();
    PartEvidence evidence = new PartEvidence(code);
    Map<Target, PartEvidence.Surroundings> surroundings = new HashMap<>();
    for (Candidate candidate : candidates) {
      Dictionary.Entry entry = candidate.entry();
      var around = surroundings.computeIfAbsent(entry.target(), this::surroundings);
      Optional<Integer> rank =
          evidence.judge(candidate.word(), entry.part(), around, candidate.accessor());
      rank.ifPresent(
          some ->
              found.add(
                  new Found(entry.part().subject(), candidate.word().fileLine(), some, false)));
    }
    return found;
  }

  private PartEvidence.Surroundings surroundings(Target target) {
    List<TableUse> all = uses.getOrDefault(target, List.of());
    List<Region> statements = new ArrayList<>();
    List<Region> bodies = new ArrayList<>();
    for (TableUse use : all) {
      if (use.isSql()) {
        statements.add(Region.statement(code, use.word()));
      } else if (use.isUse()
          && (use.word().isLiteral() || TableEvidence.isDeclaration(use.word()))) {
        bodies.add(Region.body(code, use.word()));
      }
    }
    List<TableUse> about =
        all.stream().filter(use -> use.isUse() || use.saysMore() || !use.form().common()).toList();
    return PartEvidence.Surroundings.of(all, about, statements, bodies, namesFile(target));
  }

  /** {@code audio_serializer.py}, {@code views/audios/show.erb} are about audio. */
  private boolean namesFile(Target target) {
    for (String part : path.split("/")) {
      String name = part.contains(".") ? part.substring(0, part.indexOf('.')) : part;
      String key = Inflection.key(name);
      for (Target.Form form : target.forms()) {
        String wanted = Inflection.key(form.name());
        boolean whole = key.equals(wanted);
        boolean begins =
            key.startsWith(wanted) && AROUND_A_FILE.contains(key.substring(wanted.length()));
        if (form.namespace() == null && (whole || begins)) {
          return true;
        }
      }
    }
    return false;
  }

  private static final Set<String> AROUND_A_FILE =
      Set.of(
          "model",
          "entity",
          "repository",
          "dao",
          "serializer",
          "controller",
          "service",
          "mapper",
          "queries",
          "query",
          "store",
          "schema",
          "resource",
          "factory",
          "form",
          "view",
          "views",
          "shelper",
          "helper",
          "test",
          "spec",
          "policy",
          "job",
          "s");

  private List<Found> bounded(List<Found> found) {
    found.sort(Comparator.comparingInt(Found::rank).thenComparingInt(Found::line));
    Map<Subject, Set<Integer>> lines = new HashMap<>();
    List<Found> kept = new ArrayList<>();
    for (Found one : found) {
      Set<Integer> seen = lines.computeIfAbsent(one.subject(), key -> new LinkedHashSet<>());
      if (seen.size() < MOST_PER_FILE && seen.add(one.line())) {
        kept.add(one);
      }
    }
    return kept;
  }
}
