package dev.concertina.schema;

import java.util.ArrayList;
import java.util.List;

/** Applies what happens to enums, domains and other types of the user's own. */
final class Types {

  private final Draft draft;
  private final Columns columns;

  Types(Draft draft, Columns columns) {
    this.draft = draft;
    this.columns = columns;
  }

  void createEnum(Operation.CreateEnum created) {
    draft.schema.enums = draft.schema.enums.with(created.type(), List.copyOf(created.values()));
    draft.mark(created.type(), Draft.WHOLE);
  }

  /** Where BEFORE or AFTER puts the value makes no difference to any rule. */
  void addValue(Operation.AddEnumValue added) {
    List<String> values = draft.schema.enums.get(added.type());
    if (values != null && values.contains(added.value())) {
      return;
    }
    if (values != null) {
      List<String> more = new ArrayList<>(values);
      more.add(added.value());
      draft.schema.enums = draft.schema.enums.with(added.type(), List.copyOf(more));
    }
    draft.mark(added.type(), added.value());
  }

  void renameValue(Operation.RenameEnumValue renamed) {
    List<String> values = draft.schema.enums.get(renamed.type());
    if (values != null) {
      draft.schema.enums =
          draft.schema.enums.with(
              renamed.type(),
              values.stream()
                  .map(value -> value.equals(renamed.value()) ? renamed.newValue() : value)
                  .toList());
    }
    draft.moveMark(renamed.type(), renamed.value(), renamed.newValue());
  }

  void createDomain(Operation.CreateDomain created) {
    Name name = created.domain();
    Domain domain =
        new Domain(name, created.base(), created.collation(), created.notNull(), List.of());
    draft.schema.domains = draft.schema.domains.with(name, domain);
    created.constraints().forEach(constraint -> addConstraint(name, constraint));
    draft.mark(name, Draft.WHOLE);
  }

  void alterDomain(Operation.AlterDomain altered) {
    Domain domain = draft.schema.domains.get(altered.domain());
    if (domain == null) {
      return;
    }
    switch (altered.change()) {
      case ADD_CONSTRAINT -> addConstraint(domain.name(), altered.constraint());
      case DROP_CONSTRAINT -> put(domain.without(altered.name()));
      case VALIDATE_CONSTRAINT ->
          domain.constraints().stream()
              .filter(c -> named(c, altered.name()))
              .findFirst()
              .ifPresent(c -> put(domain.without(altered.name()).with(c.asValidated())));
      case SET_NOT_NULL -> put(domain.withNotNull(true));
      case DROP_NOT_NULL -> put(domain.withNotNull(false));
      case RENAME_CONSTRAINT, SET_DEFAULT, DROP_DEFAULT -> {}
    }
  }

  private static boolean named(Constraint constraint, String name) {
    return constraint.name().equals(name);
  }

  private void addConstraint(Name name, Constraint constraint) {
    Domain domain = draft.schema.domains.get(name);
    if (constraint instanceof Constraint.NotNull) {
      put(domain.withNotNull(true));
    } else if (constraint != null) {
      put(domain.with(constraint.name() == null ? chosen(domain, constraint) : constraint));
    }
  }

  /** A domain's check is named after the domain alone: it has no columns. */
  private static Constraint chosen(Domain domain, Constraint constraint) {
    return constraint.named(
        Naming.choose(
            domain.name().local(),
            null,
            "check",
            name -> domain.constraints().stream().anyMatch(c -> named(c, name))));
  }

  private void put(Domain domain) {
    draft.schema.domains = draft.schema.domains.with(domain.name(), domain);
  }

  void rename(Name from, Name to) {
    List<String> values = draft.schema.enums.get(from);
    if (values != null) {
      draft.schema.enums = draft.schema.enums.without(from).with(to, values);
    }
    Domain domain = draft.schema.domains.get(from);
    if (domain != null) {
      draft.schema.domains =
          draft
              .schema
              .domains
              .without(from)
              .with(
                  to,
                  new Domain(
                      to,
                      domain.base(),
                      domain.collation(),
                      domain.notNull(),
                      domain.constraints()));
    }
    draft.moveMark(from, to);
    for (Table table : draft.schema.tables.values()) {
      for (Column column : table.columns().values()) {
        if (column.type().name().equals(from.toString())) {
          DataType type = column.type();
          DataType renamed = new DataType(to.toString(), type.modifiers(), type.dimensions());
          columns.change(table.name(), column.name(), c -> c.typed(renamed, c.collation()));
        }
      }
    }
  }

  /** CASCADE drops the columns of the type, not their tables. */
  void drop(Name type, boolean cascade) {
    draft.schema.enums = draft.schema.enums.without(type);
    draft.schema.domains = draft.schema.domains.without(type);
    draft.unmark(type);
    if (cascade) {
      for (Table table : draft.schema.tables.values()) {
        for (Column column : table.columns().values()) {
          if (column.type().name().equals(type.toString())) {
            columns.drop(table.name(), column.name(), true);
          }
        }
      }
    }
  }
}
