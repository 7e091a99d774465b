package dev.concertina.sql;

import static dev.concertina.sql.SummaryLine.keys;
import static dev.concertina.sql.SummaryLine.line;
import static dev.concertina.sql.SummaryLine.list;
import static dev.concertina.sql.SummaryLine.name;
import static dev.concertina.sql.SummaryLine.names;
import static dev.concertina.sql.SummaryLine.quote;
import static dev.concertina.sql.SummaryLine.type;
import static dev.concertina.sql.SummaryLine.words;

import dev.concertina.schema.Column;
import dev.concertina.schema.Column.Generated;
import dev.concertina.schema.Constraint;
import dev.concertina.schema.Operation;
import java.util.List;
import java.util.stream.Stream;

/** The parts of a summary that are about the columns and constraints of a table or domain. */
final class TableSummary {

  private TableSummary() {}

  static SummaryLine createTable(Operation.CreateTable o) {
    SummaryLine line =
        line(o)
            .word(name(o.table()))
            .flag("if-not-exists", o.ifNotExists())
            .persistence(o.persistence())
            .value("like", names(o.like()))
            .value("partition-key", keys(o.partitionKey()));
    return o.partitionOf() == null ? line : line.partition("partition-of", o.partitionOf());
  }

  /** The indented lines below an operation's own. */
  static List<String> parts(Operation operation) {
    return switch (operation) {
      case Operation.CreateTable o -> parts(o.columns(), o.constraints());
      case Operation.AddColumn o -> parts(List.of(o.column()), o.constraints());
      case Operation.AddConstraint o -> parts(List.of(), List.of(o.constraint()));
      case Operation.CreateDomain o -> parts(List.of(), o.constraints());
      case Operation.AlterDomain o when o.constraint() != null ->
          parts(List.of(), List.of(o.constraint()));
      default -> List.of();
    };
  }

  private static List<String> parts(List<Column> columns, List<Constraint> constraints) {
    return Stream.concat(
            columns.stream().map(TableSummary::column),
            constraints.stream().map(TableSummary::constraint))
        .map(line -> "  " + line)
        .toList();
  }

  private static SummaryLine column(Column column) {
    return new SummaryLine("column")
        .word(quote(column.name()))
        .word(type(column.type()))
        .flag("not-null", column.notNull())
        .flag("default", column.defaultValue() != null)
        .value("generated", column.generated() == Generated.NO ? "" : words(column.generated()))
        .value("collate", column.collation() == null ? "" : quote(column.collation()));
  }

  private static SummaryLine constraint(Constraint constraint) {
    return switch (constraint) {
      case Constraint.PrimaryKey c -> key("primary-key", c, c.usingIndex());
      case Constraint.Unique c ->
          key("unique", c, c.usingIndex()).flag("nulls-not-distinct", c.nullsNotDistinct());
      case Constraint.ForeignKey c ->
          named("foreign-key", c)
              .value("columns", list(c.columns()))
              .value("references", name(c.referenced()) + "(" + list(c.referencedColumns()) + ")")
              .value("on-delete", action(c.onDelete()))
              .flag("not-valid", !c.validated())
              .flag("not-enforced", !c.enforced());
      case Constraint.Check c ->
          named("check", c)
              .flag("not-valid", !c.validated())
              .flag("not-enforced", !c.enforced())
              .flag("no-inherit", c.noInherit());
      case Constraint.NotNull c ->
          named("not-null", c)
              .value("column", quote(c.column()))
              .flag("not-valid", !c.validated())
              .flag("no-inherit", c.noInherit());
      case Constraint.Exclusion c -> named("exclusion", c).value("columns", list(c.columns()));
    };
  }

  private static SummaryLine key(String kind, Constraint constraint, String usingIndex) {
    return named(kind, constraint)
        .value("columns", list(constraint.columns()))
        .value("using-index", usingIndex == null ? "" : quote(usingIndex));
  }

  private static SummaryLine named(String kind, Constraint constraint) {
    String name = constraint.name();
    return new SummaryLine(kind).value("name", name == null ? "" : quote(name));
  }

  private static String action(String onDelete) {
    return onDelete == null || onDelete.equals("NO ACTION") ? "" : words(onDelete);
  }
}
