package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.list;
import static dev.concertina.rule.Fact.number;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Effect;
import dev.concertina.schema.Lock;
import dev.concertina.schema.Name;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** Facts about what the database does while it executes the operation. */
final class EffectFacts {

  private EffectFacts() {}

  static List<Fact> all() {
    return List.of(
        new Fact(
            "effect.lock", Fact.Type.LOCK, "the strongest lock on its own table", EffectFacts::own),
        text(
            "effect.lock-name",
            "the strongest lock on its own table, as the manual writes it",
            c -> own(c) == null ? null : own(c).toString()),
        text(
            "effect.a-lock",
            "the same with its article: an ACCESS EXCLUSIVE",
            c -> own(c) == null ? null : withArticle(own(c))),
        new Fact(
            "effect.work",
            Fact.Type.WORK,
            "the most expensive thing that it does",
            c -> effect(c).work()),
        flag(
            "effect.scans",
            "it reads every row of an existing table",
            c -> any(c, effect(c).scans())),
        flag(
            "effect.rewrites",
            "it writes every row of an existing table again",
            c -> any(c, effect(c).rewrites())),
        flag(
            "effect.builds",
            "it builds an index of an existing table",
            c -> any(c, effect(c).builds())),
        flag(
            "effect.blocks-reads",
            "reads of an existing table wait for it",
            c ->
                c.here().effect().locks().stream()
                    .anyMatch(h -> h.mode().blocksReads() && table(c, h))),
        flag(
            "effect.blocks-writes",
            "writes of an existing table wait for it",
            c ->
                c.here().effect().locks().stream()
                    .anyMatch(h -> h.mode().blocksWrites() && table(c, h))),
        text("effect.blocks", "reads and writes, writes, or nothing", EffectFacts::blocks),
        text("effect.reason", "why it has to work, or why it is free", c -> effect(c).reason()),
        text("effect.refusal", "why the database refuses it", c -> effect(c).refusal()),
        flag("effect.refused", "the database refuses it", c -> effect(c).refusal() != null),
        list(
            "effect.scanned",
            "the existing tables that it reads whole",
            c -> existing(c, effect(c).scans())),
        list(
            "effect.other-locked",
            "other existing tables that it locks against writes or reads",
            EffectFacts::others),
        list(
            "cascade.follows",
            "what DROP … CASCADE takes along: views, foreign keys of other tables, tables of a schema",
            EffectFacts::takenAlong),
        flag(
            "cascade.surprises",
            "it says CASCADE: somebody wrote it, or the framework does and something goes along",
            EffectFacts::cascadeSurprises),
        flag(
            "effect.locks-other",
            "it locks another existing table against writes or reads",
            c -> !others(c).isEmpty()),
        text(
            "effect.other-lock",
            "the strongest lock on another existing table, with its article",
            EffectFacts::otherLock),
        number(
            "database.version",
            "the major version that is judged for",
            c -> c.situation().dialect().version()));
  }

  private static Effect effect(Context context) {
    return context.here().effect();
  }

  private static String withArticle(Lock lock) {
    boolean vowel = "AE".indexOf(lock.toString().charAt(0)) >= 0;
    return (vowel ? "an " : "a ") + lock;
  }

  private static Lock own(Context context) {
    return effect(context).lockOn(SchemaFacts.relation(context));
  }

  private static String blocks(Context context) {
    Effect effect = effect(context);
    return effect.blocksReads() ? "reads and writes" : effect.blocksWrites() ? "writes" : "nothing";
  }

  private static boolean any(Context context, Collection<Name> tables) {
    return !existing(context, tables).isEmpty();
  }

  private static List<String> existing(Context context, Collection<Name> tables) {
    return tables.stream().filter(context::existing).sorted().map(Name::toString).toList();
  }

  /** An index counts through its table, which is locked as well. */
  private static boolean table(Context context, Effect.Held held) {
    return held.role() != Effect.Role.INDEX && context.existing(held.relation());
  }

  /** Django says CASCADE with every drop, mostly of what nothing depends on. */
  private static boolean cascadeSurprises(Context context) {
    return OperationFacts.cascade(context.operation())
        && (context.here().migration().inSql() || !takenAlong(context).isEmpty());
  }

  private static List<String> takenAlong(Context context) {
    if (!OperationFacts.cascade(context.operation())) {
      return List.of();
    }
    Name own = SchemaFacts.relation(context);
    return effect(context).locks().stream()
        .filter(held -> !held.relation().equals(own))
        .map(
            held ->
                switch (held.role()) {
                  case REFERENCING -> "the foreign key of " + held.relation();
                  case DEPENDENT -> ownedBy(context, own, held.relation());
                  case OWN, PARTITION, DEFAULT_PARTITION -> held.relation().toString();
                  case REFERENCED, PARENT, INDEX -> null;
                })
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** A sequence that belongs to the table goes with it in any case: null. */
  private static String ownedBy(Context context, Name own, Name dependent) {
    boolean owned =
        own != null
            && context.before().sequencesOf(own).stream().anyMatch(s -> s.name().equals(dependent));
    return owned ? null : dependent.toString();
  }

  private static List<Effect.Held> otherTables(Context context) {
    Name own = SchemaFacts.relation(context);
    return effect(context).locks().stream()
        .filter(held -> held.mode().blocksWrites() && table(context, held))
        .filter(held -> !held.relation().equals(own))
        .filter(held -> !heldBefore(context, held))
        .filter(
            held -> held.role() == Effect.Role.REFERENCED || held.role() == Effect.Role.REFERENCING)
        .toList();
  }

  /** Whether the transaction has the lock already, so that it waits for nobody. */
  private static boolean heldBefore(Context context, Effect.Held held) {
    return context.earlierInTransaction().stream()
        .map(earlier -> earlier.effect().lockOn(held.relation()))
        .anyMatch(lock -> lock != null && lock.atLeast(held.mode()));
  }

  private static List<String> others(Context context) {
    return otherTables(context).stream()
        .map(held -> held.relation().toString())
        .distinct()
        .sorted()
        .toList();
  }

  private static String otherLock(Context context) {
    return otherTables(context).stream()
        .map(Effect.Held::mode)
        .max(Lock::compareTo)
        .map(EffectFacts::withArticle)
        .orElse(null);
  }
}
