package dev.concertina.django;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.syntax.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Notes the columns and tables that {@code SeparateDatabaseAndState} takes from the models and
 * leaves in the database.
 */
final class Forgotten {

  private final Script script;
  private final TableMapping mapping;
  private final ProjectState state;
  private final StateChange change;

  Forgotten(Script script, ProjectState before, String app) {
    this.script = script;
    state = before;
    mapping = new TableMapping(before);
    change = new StateChange(before.settings(), app);
  }

  void write(Value.Call separate) {
    Set<String> dropped = new HashSet<>();
    for (Value.Call each : calls(separate.argument("database_operations", 0))) {
      dropped.add(subject(each));
    }
    boolean runsSql =
        calls(separate.argument("database_operations", 0)).stream()
            .anyMatch(each -> each.shortName().equals("RunSQL"));
    List<Value.Call> forgets = calls(separate.argument("state_operations", 1));
    Set<String> models = new HashSet<>();
    forgets.stream()
        .filter(each -> each.shortName().equals("DeleteModel"))
        .forEach(each -> models.add(change.modelName(each).key()));
    for (Value.Call each : forgets) {
      // The fields of a model that goes as a whole go with it: nothing inserts its rows any more.
      boolean whole =
          each.shortName().equals("RemoveField") && models.contains(change.modelName(each).key());
      // What drops it by hand is no first step: the SQL is judged as it is.
      if (!runsSql && !whole && !dropped.contains(subject(each))) {
        forget(each);
      }
    }
  }

  private static List<Value.Call> calls(Value operations) {
    return operations == null
        ? List.of()
        : operations.items().stream()
            .filter(Value.Call.class::isInstance)
            .map(Value.Call.class::cast)
            .toList();
  }

  private String subject(Value.Call operation) {
    return operation.shortName()
        + " "
        + change.modelName(operation).key()
        + " "
        + StateChange.fieldName(operation);
  }

  private void forget(Value.Call operation) {
    Model model = state.model(change.modelName(operation));
    Name table = Names.folded(mapping.table(model));
    if (operation.shortName().equals("DeleteModel") && mapping.isOurs(model)) {
      script.does(new Operation.ForgetTable(table, operation.span()));
    } else if (operation.shortName().equals("RemoveField") && mapping.isOurs(model)) {
      Field field = model.field(StateChange.fieldName(operation));
      FieldColumn column = field == null ? null : mapping.column(model, field);
      if (column != null) {
        script.does(new Operation.ForgetColumn(table, column.name(), operation.span()));
      }
    }
  }
}
