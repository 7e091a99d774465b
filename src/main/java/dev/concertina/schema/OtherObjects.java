package dev.concertina.schema;

import dev.concertina.schema.Operation.ObjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** Applies what happens to views, routines, sequences and whole schemas. */
final class OtherObjects {

  private static final Set<ObjectKind> ROUTINES =
      Set.of(ObjectKind.FUNCTION, ObjectKind.PROCEDURE, ObjectKind.AGGREGATE);

  private final Draft draft;
  private final Tables tables;
  private final Types types;
  private final Renames renames;

  OtherObjects(Draft draft, Tables tables, Types types, Renames renames) {
    this.draft = draft;
    this.tables = tables;
    this.types = types;
    this.renames = renames;
  }

  void createView(Operation.CreateView created) {
    Name name = created.view();
    boolean exists = draft.schema.views.has(name);
    if (exists && created.ifNotExists()) {
      return;
    }
    draft.put(View.of(created).createdIn(draft.schema));
    if (!exists || !created.orReplace()) {
      draft.mark(name, Draft.WHOLE);
    }
  }

  void createRoutine(Operation.CreateRoutine created) {
    Name name = created.name();
    List<Operation.CreateRoutine> overloads = new ArrayList<>(draft.schema.routines(name));
    boolean replaced = overloads.removeIf(known -> known.arguments().equals(created.arguments()));
    overloads.add(created);
    draft.schema.routines = draft.schema.routines.with(name, List.copyOf(overloads));
    if (!replaced && overloads.size() == 1) {
      draft.mark(Draft.routineKey(name), Draft.WHOLE);
    }
  }

  void create(Operation.CreateObject created) {
    Name name = created.name();
    switch (created.what()) {
      case SEQUENCE -> {
        if (!draft.schema.sequences.has(name)) {
          put(new Sequence(name, null, null), created.detail());
          draft.mark(name, Draft.WHOLE);
        }
      }
      case EXTENSION -> {
        draft.schema.extensions = draft.schema.extensions.with(name, name);
        draft.mark(name, Draft.WHOLE);
      }
      case TYPE, SCHEMA, STATISTICS, PUBLICATION -> draft.mark(name, Draft.WHOLE);
      default -> {
        if (created.on() != null && name != null) {
          draft.mark(created.on(), name.local());
        }
      }
    }
  }

  void alter(Operation.AlterObject altered) {
    boolean routine = ROUTINES.contains(altered.what());
    if (altered.name() != null && altered.owner() != null) {
      draft.own(routine ? Draft.routineKey(altered.name()) : altered.name(), altered.owner());
    } else if (routine && altered.detail() != null && altered.detail().contains("security ")) {
      secure(altered.name(), altered.detail().contains("security definer"));
    }
    Sequence known =
        altered.what() == Operation.ObjectKind.SEQUENCE
            ? draft.schema.sequences.get(altered.name())
            : null;
    if (known != null) {
      put(known, altered.detail());
    }
  }

  private void secure(Name name, boolean definer) {
    List<Operation.CreateRoutine> overloads = draft.schema.routines(name);
    if (!overloads.isEmpty()) {
      draft.schema.routines =
          draft.schema.routines.with(
              name, overloads.stream().map(routine -> routine.withDefiner(definer)).toList());
    }
  }

  private void put(Sequence sequence, String detail) {
    int at = detail == null ? -1 : detail.indexOf("owned by ");
    Sequence changed = sequence;
    if (at >= 0) {
      String[] owner = detail.substring(at + "owned by ".length()).split(" ")[0].split("\\.");
      int last = owner.length - 1;
      changed =
          switch (last) {
            case 1 -> new Sequence(sequence.name(), Name.of(owner[0]), owner[1]);
            case 2 -> new Sequence(sequence.name(), new Name(owner[0], owner[1]), owner[2]);
            default -> new Sequence(sequence.name(), null, null);
          };
    }
    draft.put(changed);
  }

  void drop(Operation.DropObject dropped) {
    Name name = dropped.name();
    switch (dropped.what()) {
      case VIEW, MATERIALIZED_VIEW -> tables.dropView(name, dropped.cascade());
      case TABLE, FOREIGN_TABLE -> tables.drop(name, dropped.cascade());
      case SEQUENCE -> draft.removeSequence(name);
      case FUNCTION, PROCEDURE, AGGREGATE -> {
        draft.schema.routines = draft.schema.routines.without(name);
        draft.unmark(Draft.routineKey(name));
      }
      case TYPE, DOMAIN -> types.drop(name, dropped.cascade());
      case SCHEMA -> dropSchema(name.local());
      case EXTENSION -> draft.schema.extensions = draft.schema.extensions.without(name);
      default -> {
        if (dropped.on() != null) {
          draft.unmark(dropped.on(), name.local());
        }
      }
    }
    if (dropped.on() == null) {
      draft.unmark(name);
    }
  }

  private void dropSchema(String schema) {
    each(draft.schema.tables.keys(), schema, "", (from, to) -> tables.drop(from, true));
    each(draft.schema.views.keys(), schema, "", (from, to) -> tables.dropView(from, true));
    each(draft.schema.enums.keys(), schema, "", (from, to) -> types.drop(from, true));
    each(draft.schema.domains.keys(), schema, "", (from, to) -> types.drop(from, true));
  }

  void rename(Operation.RenameObject renamed) {
    Name from = renamed.name();
    Name to = from.sibling(renamed.newName());
    switch (renamed.what()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW -> renames.relation(from, to);
      case INDEX -> renames.index(from, to);
      case SEQUENCE -> renames.sequence(from, to);
      case FUNCTION, PROCEDURE, AGGREGATE -> routine(from, to);
      case TYPE, DOMAIN -> types.rename(from, to);
      case SCHEMA -> renameSchema(from.local(), renamed.newName());
      case TRIGGER -> {
        if (renamed.on() != null) {
          boolean isNew = draft.schema.isNew(renamed.on(), from.local());
          tables.dropTrigger(renamed.on(), from.local());
          tables.addTrigger(renamed.on(), renamed.newName());
          if (!isNew) {
            draft.unmark(renamed.on(), renamed.newName());
          }
        }
      }
      default -> {
        if (renamed.on() != null) {
          draft.moveMark(renamed.on(), from.local(), renamed.newName());
        } else {
          draft.moveMark(from, to);
        }
      }
    }
  }

  private void routine(Name from, Name to) {
    List<Operation.CreateRoutine> overloads = draft.schema.routines.get(from);
    if (overloads != null) {
      draft.schema.routines = draft.schema.routines.without(from).with(to, overloads);
      draft.moveMark(Draft.routineKey(from), Draft.routineKey(to));
    }
  }

  void move(Operation.MoveToSchema moved) {
    Name from = moved.name();
    Name to = new Name(moved.newSchema(), from.local());
    switch (moved.what()) {
      case TABLE, FOREIGN_TABLE, VIEW, MATERIALIZED_VIEW, SEQUENCE -> renames.relation(from, to);
      case FUNCTION, PROCEDURE, AGGREGATE -> routine(from, to);
      case TYPE, DOMAIN -> types.rename(from, to);
      default -> draft.moveMark(from, to);
    }
  }

  private void renameSchema(String from, String to) {
    each(draft.schema.tables.keys(), from, to, renames::relation);
    each(draft.schema.views.keys(), from, to, renames::view);
    each(draft.schema.enums.keys(), from, to, types::rename);
    each(draft.schema.domains.keys(), from, to, types::rename);
    each(draft.schema.routines.keys(), from, to, this::routine);
    each(draft.schema.sequences.keys(), from, to, renames::sequence);
  }

  private static void each(
      List<Name> names, String schema, String to, BiConsumer<Name, Name> change) {
    String wanted = new Name(schema, "").schema();
    for (Name name : names) {
      if (name.schema().equals(wanted)) {
        change.accept(name, new Name(to, name.local()));
      }
    }
  }
}
