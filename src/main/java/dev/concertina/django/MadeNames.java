package dev.concertina.django;

import dev.concertina.django.Catalogue.Kind;
import dev.concertina.django.Catalogue.Made;
import dev.concertina.schema.Naming;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The names of what is to be dropped from a table. They are looked up; for a table of which nothing
 * is known they are what they would be had Django made them.
 */
final class MadeNames {

  private final Catalogue catalogue;
  private final String table;

  MadeNames(Catalogue catalogue, String table) {
    this.catalogue = catalogue;
    this.table = table;
  }

  List<String> foreignKeys(FieldColumn column) {
    List<String> usual =
        column.enforcesReference() && column.reference().table() != null
            ? List.of(
                Definition.foreignKey(table, column.name(), column.reference(), null).madeName())
            : List.of();
    return find(EnumSet.of(Kind.FOREIGN_KEY), List.of(column.name()), Set.of(), usual);
  }

  List<String> unique(FieldColumn column, Collection<String> declared) {
    String usual = Naming.choose(Names.bare(table), column.name(), "key", name -> false);
    return find(
        EnumSet.of(Kind.UNIQUE, Kind.UNIQUE_INDEX),
        List.of(column.name()),
        declared,
        List.of(usual));
  }

  List<String> checks(FieldColumn column, Collection<String> declared) {
    String usual = Naming.choose(Names.bare(table), column.name(), "check", name -> false);
    return find(EnumSet.of(Kind.CHECK), List.of(column.name()), declared, List.of(usual));
  }

  /** The sequence that a column counts by, or null. */
  String sequence(FieldColumn column) {
    String usual = Naming.choose(Names.bare(table), column.name(), "seq", name -> false);
    List<String> none = column.kind().isAuto() ? List.of(usual) : List.of();
    return find(EnumSet.of(Kind.SEQUENCE), List.of(column.name()), Set.of(), none).stream()
        .findFirst()
        .orElse(null);
  }

  List<String> primaryKeys() {
    List<String> found =
        catalogue.on(table).stream()
            .filter(made -> made.kind() == Kind.PRIMARY_KEY)
            .map(Made::name)
            .toList();
    return found.isEmpty() && isUnknown() && !Names.isQualified(table)
        ? List.of(Naming.choose(Names.bare(table), null, "pkey", name -> false))
        : found;
  }

  /** The indexes of one column, that for LIKE among them. */
  List<String> indexes(FieldColumn column, Collection<String> declared) {
    List<String> columns = List.of(column.name());
    return find(
        EnumSet.of(Kind.INDEX, Kind.UNIQUE_INDEX),
        columns,
        declared,
        List.of(Names.index(table, columns, "")));
  }

  List<String> uniqueTogether(List<String> columns, Collection<String> declared) {
    List<String> usual = List.of(Names.index(table, columns, "_uniq"));
    List<String> found = find(EnumSet.of(Kind.UNIQUE, Kind.UNIQUE_INDEX), columns, declared, usual);
    return found.contains(usual.get(0)) ? usual : found;
  }

  List<String> indexTogether(List<String> columns, Collection<String> declared) {
    return find(
        EnumSet.of(Kind.INDEX), columns, declared, List.of(Names.index(table, columns, "_idx")));
  }

  private List<String> find(
      Set<Kind> kinds, List<String> columns, Collection<String> except, List<String> usual) {
    List<String> found =
        catalogue.on(table).stream()
            .filter(made -> kinds.contains(made.kind()))
            .filter(made -> made.columns().equals(columns) && !except.contains(made.name()))
            .map(Made::name)
            .toList();
    return Names.isQualified(table) ? List.of() : found.isEmpty() && isUnknown() ? usual : found;
  }

  private boolean isUnknown() {
    return catalogue.on(table).isEmpty();
  }
}
