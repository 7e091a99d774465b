package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the dialect says is what servers of six majors did: 164 statements each. */
class PostgresLocksTest {

  /** They name the place where the table already is, which the schema does not know. */
  private static final Set<String> MOVES_NOWHERE =
      Set.of("SET ACCESS METHOD heap (15+)", "SET TABLESPACE pg_default");

  /** What an operation or the schema would have to keep before the dialect could say it. */
  private static final Set<String> NOT_KEPT =
      Set.of(
          // the tables of a publication and of a statistics object, the owner of a new sequence
          "CREATE PUBLICATION FOR TABLE",
          "CREATE SEQUENCE OWNED BY",
          "alter publication add table",
          "drop statistics",
          // INHERITS apart from LIKE, and the children of a parent
          "create table inherits",
          "add column to inheritance parent",
          // the sequence behind a default, the default of a domain
          "set default nextval",
          "add column domain with default volatile in domain",
          // what generated columns, policies and triggers read; the function of a trigger
          "generated column depends",
          "policy",
          "trigger when/of column",
          "drop function used by trigger cascade",
          // composite types as relations
          "composite add attribute",
          "composite add attribute used",
          "composite alter attribute used",
          "of type",
          // the source of MERGE, the names of storage parameters, which tables one TRUNCATE names
          "merge",
          "user_catalog_table",
          "truncate referenced no cascade");

  /** Here the dialect says more than happened, because it can't be sure. */
  private static final Set<String> CAUTIOUS =
      Set.of(
          "using c::varchar(20) to text",
          "attach list with null",
          "attach where default has check",
          "drop index IF EXISTS none");

  private record Case(String setup, String statement) {}

  @ParameterizedTest
  @ValueSource(ints = {13, 14, 15, 16, 17, 18})
  void saysWhatWasMeasured(int version) {
    assertThat(differences(version, "cases.sql", "postgresql-" + version + ".tsv")).isEmpty();
  }

  /** Branches that those cases don't reach: partitions, dependents, proofs, casts. */
  @ParameterizedTest
  @ValueSource(ints = {15, 18})
  void saysWhatWasMeasuredOffTheBeatenTrack(int version) {
    assertThat(differences(version, "branches.sql", "branches-" + version + ".tsv")).isEmpty();
  }

  private static List<String> differences(int version, String statements, String table) {
    Map<String, Case> cases = cases(statements);
    List<Measured> measured = resource(table).lines().map(Measured::parse).toList();
    assertThat(measured).hasSize(cases.size());
    List<String> differences = new ArrayList<>();
    for (Measured expected : measured) {
      compare(version, expected, cases.get(expected.name()), differences);
    }
    return differences;
  }

  private static void compare(
      int version, Measured expected, Case given, List<String> differences) {
    boolean unheard = expected.status().startsWith("SETUP-ERROR");
    if (unheard || NOT_KEPT.contains(expected.name()) || CAUTIOUS.contains(expected.name())) {
      return;
    }
    Schema schema = Schema.EMPTY;
    Session session = Session.fresh(!expected.sampled());
    for (Operation operation : Sql.operations(given.setup())) {
      schema = schema.after(operation);
      if (operation instanceof Operation.SetVariable set) {
        session = session.with(set.name(), set.value());
      }
    }
    schema = schema.asBase();
    Postgres postgres = new Postgres(version);
    Footprint footprint = new Footprint();
    for (Operation operation : Sql.operations(given.statement())) {
      footprint.add(postgres.effect(operation, schema, session));
    }
    Effect effect = footprint.effect();
    Difference difference = new Difference(expected.name(), differences);
    if (!expected.status().equals("ok")) {
      difference.check("refused", true, effect.refusal() != null);
      return;
    }
    difference.check("refusal", null, effect.refusal());
    if (expected.sampled()) {
      sampled(difference, expected, effect);
      return;
    }
    difference.check("tables", expected.tables(), tables(effect));
    difference.check("indexes", disturbing(expected.indexes()), disturbing(indexes(effect)));
    // New empty files are no rows written again.
    boolean truncates = given.statement().strip().toLowerCase(Locale.ROOT).startsWith("truncate");
    if (!truncates && !MOVES_NOWHERE.contains(expected.name())) {
      difference.check("rewrites", expected.files(), names(effect.rewrites()));
      difference.check("scans", known(schema, expected.scans()), names(effect.scans()));
      difference.check("builds", known(schema, expected.builds()), names(effect.builds()));
    }
  }

  /** A sample may have missed a lock, but none that it caught may be missing or stronger. */
  private static void sampled(Difference difference, Measured expected, Effect effect) {
    Map<String, Lock> said = tables(effect);
    expected
        .tables()
        .forEach(
            (table, mode) ->
                difference.check(
                    table + " at least " + mode,
                    true,
                    said.containsKey(table) && said.get(table).atLeast(mode)));
  }

  private static Map<String, Lock> tables(Effect effect) {
    return locks(effect, false);
  }

  private static Map<String, Lock> indexes(Effect effect) {
    return locks(effect, true);
  }

  private static Map<String, Lock> locks(Effect effect, boolean ofIndexes) {
    return effect.locks().stream()
        .filter(held -> (held.role() == Effect.Role.INDEX) == ofIndexes)
        .collect(
            Collectors.toMap(
                held -> held.relation().toString(), Effect.Held::mode, (a, b) -> a, TreeMap::new));
  }

  /** The dialect leaves out locks on indexes that are only read or filled. */
  private static Map<String, Lock> disturbing(Map<String, Lock> locks) {
    return locks.entrySet().stream()
        .filter(lock -> lock.getValue().atLeast(Lock.SHARE_UPDATE_EXCLUSIVE))
        .collect(
            Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
  }

  /** Without the relations that the statement itself makes. */
  private static Set<String> known(Schema schema, Set<String> relations) {
    return relations.stream()
        .filter(relation -> schema.knowsRelation(Name.of(relation)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> names(Set<Name> relations) {
    return relations.stream().map(Name::toString).collect(Collectors.toCollection(TreeSet::new));
  }

  private record Difference(String name, List<String> differences) {
    void check(String what, Object measured, Object said) {
      if (!Objects.equals(measured, said)) {
        differences.add(name + ": " + what + " measured " + measured + ", said " + said);
      }
    }
  }

  /** The cases by name, each with the prelude before its own setup. */
  private static Map<String, Case> cases(String statements) {
    Map<String, Case> cases = new LinkedHashMap<>();
    String[] parts = resource(statements).split("-- case: ");
    int begins = parts[0].indexOf("-- prelude");
    String prelude = begins < 0 ? "" : parts[0].substring(begins);
    for (int i = 1; i < parts.length; i++) {
      int line = parts[i].indexOf('\n');
      String[] both = parts[i].substring(line).split("-- run\n");
      cases.put(parts[i].substring(0, line), new Case(prelude + both[0], both[1]));
    }
    return cases;
  }

  private static String resource(String name) {
    try (InputStream in = PostgresLocksTest.class.getResourceAsStream("measured/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError("cannot read " + name, e);
    }
  }
}
