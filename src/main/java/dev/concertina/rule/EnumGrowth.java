package dev.concertina.rule;

import dev.concertina.migration.Transactions;
import dev.concertina.schema.Column;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.Optional;

/**
 * An enum that is made anew with more values, and takes the name of the old one: the running
 * version finds the type that it names, and every value that it writes.
 */
final class EnumGrowth {

  private EnumGrowth() {}

  static boolean of(Context context, Operation.ChangeType change) {
    Optional<DataType> now = SchemaFacts.column(context).map(Column::type);
    Optional<DataType> atBase =
        context
            .situation()
            .base()
            .table(SchemaFacts.relation(context))
            .flatMap(table -> table.column(change.column()))
            .map(Column::type);
    return now.isPresent()
        && atBase.isPresent()
        && keepsValues(context, now.get(), change.type())
        && atBase.get().equals(finallyCalled(context, change.type()));
  }

  private static boolean keepsValues(Context context, DataType from, DataType to) {
    Optional<List<String>> old = context.before().enumValues(Name.parse(from.name()));
    Optional<List<String>> now = context.before().enumValues(Name.parse(to.name()));
    return old.isPresent() && now.isPresent() && now.get().containsAll(old.get());
  }

  /** The type under the name that it has once the transaction ends. */
  private static DataType finallyCalled(Context context, DataType type) {
    String name = type.name();
    for (Transactions.Run run : context.laterInTransaction()) {
      if (run.operation() instanceof Operation.RenameObject rename
          && rename.name() != null
          && rename.name().equals(Name.parse(name))) {
        name = rename.name().sibling(rename.newName()).toString();
      }
    }
    return DataType.of(name);
  }
}
