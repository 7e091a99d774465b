package dev.concertina.rule;

import static dev.concertina.rule.Fact.flag;
import static dev.concertina.rule.Fact.text;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.Index;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.TableOption.Option;
import dev.concertina.schema.Table;
import java.util.List;
import java.util.Optional;

/** Facts about what names the rows of a table to logical replication. */
final class ReplicaFacts {

  private static final String NOTHING = "nothing";
  private static final String FULL = "full";

  private ReplicaFacts() {}

  static List<Fact> all() {
    return List.of(
        flag(
            "replica.identity-lost",
            "nothing names the table's rows to logical replication from here on",
            c -> lost(c) != null),
        text("replica.lost", "what named them, in words", ReplicaFacts::lost));
  }

  private static String lost(Context context) {
    Name table = SchemaFacts.relation(context);
    String identity = context.before().replicaIdentity(table).orElse(null);
    return switch (context.operation()) {
      case Operation.TableOption o when o.option() == Option.REPLICA_IDENTITY ->
          byOption(context, o.detail(), identity);
      case Operation.DropConstraint o when identity == null ->
          SchemaFacts.named(context).filter(Constraint.PrimaryKey.class::isInstance).isPresent()
              ? "the primary key"
              : null;
      case Operation.DropConstraint o -> o.constraint().equals(identity) ? index(identity) : null;
      case Operation.DropIndex o ->
          identity != null && o.index().local().equals(identity) ? index(identity) : null;
      case Operation.DropColumn o when identity == null ->
          primaryKey(context).contains(o.column()) ? "the primary key, with its column" : null;
      case Operation.DropColumn o ->
          context
              .before()
              .index(table.sibling(identity))
              .map(Index::keys)
              .filter(keys -> keys.contains(o.column()))
              .map(keys -> index(identity) + ", with its column")
              .orElse(null);
      default -> null;
    };
  }

  private static String byOption(Context context, String identity, String before) {
    boolean none =
        identity.equals(NOTHING)
            || identity.equals("default")
                && context.table().filter(Table::complete).isPresent()
                && primaryKey(context).isEmpty();
    if (!none || NOTHING.equals(before)) {
      return null;
    } else if (before == null) {
      return primaryKey(context).isEmpty() && !identity.equals(NOTHING) ? null : "the primary key";
    }
    return before.equals(FULL) ? "the whole row" : index(before);
  }

  private static List<String> primaryKey(Context context) {
    return Optional.of(context)
        .flatMap(SchemaFacts::table)
        .map(Table::primaryKey)
        .orElse(List.of());
  }

  private static String index(String name) {
    return "the index `" + name + "`";
  }
}
