package dev.concertina.django;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Span;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The SQL of a migration as it comes about: what is sent at once, and what Django puts off until
 * all operations are done. It keeps the catalogue of names up to date on the way.
 */
final class Script {

  /**
   * A piece of SQL.
   *
   * @param step which operation of the migration it is for
   * @param operations what it does when there is no SQL to read
   * @param statements what stands in the file as SQL, read already; else empty
   */
  record Piece(
      int step, Span place, String sql, List<Operation> operations, List<Statement> statements) {}

  private record Deferred(int step, Span place, Definition definition) {}

  private final Catalogue catalogue;
  private final List<Piece> pieces = new ArrayList<>();
  private final List<Deferred> deferred = new ArrayList<>();
  private int step;

  Script(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** What follows is for the operation of this number. */
  void at(int operation) {
    step = operation;
  }

  /** SQL that leaves no name behind. */
  void send(Span place, String sql) {
    pieces.add(new Piece(step, place, sql, List.of(), List.of()));
  }

  void unread(Span place, String reason) {
    does(new Operation.NotAnalysed(reason, place));
  }

  /** What is done without SQL. */
  void does(Operation operation) {
    pieces.add(new Piece(step, operation.span(), null, List.of(operation), List.of()));
  }

  /** SQL of the project's own. */
  void run(Span place, List<Statement> statements) {
    pieces.add(new Piece(step, place, null, List.of(), statements));
  }

  void make(Span place, Definition definition) {
    if (isKnown(place, definition)) {
      send(place, definition.sql());
      note(definition);
    }
  }

  /** Makes it when the migration is at its end. */
  void makeLater(Span place, Definition definition) {
    if (isKnown(place, definition)) {
      deferred.add(new Deferred(step, place, definition));
    }
  }

  private boolean isKnown(Span place, Definition definition) {
    boolean known = definition.reference() == null || definition.reference().table() != null;
    if (!known) {
      unread(place, "the model that the foreign key refers to is not known");
    }
    return known;
  }

  private void note(Definition made) {
    catalogue.add(made.table(), made.kind(), made.madeName(), made.columns());
  }

  void dropConstraint(Span place, String table, String name) {
    send(place, "ALTER TABLE " + Names.quote(table) + " DROP CONSTRAINT " + Names.quote(name));
    catalogue.remove(table, name);
  }

  void dropForeignKey(Span place, String table, String name) {
    send(place, "SET CONSTRAINTS " + Names.quote(name) + " IMMEDIATE");
    dropConstraint(place, table, name);
  }

  void dropIndex(Span place, String table, String name, boolean concurrently) {
    String how = concurrently ? "DROP INDEX CONCURRENTLY IF EXISTS " : "DROP INDEX IF EXISTS ";
    send(place, how + Names.quote(name));
    catalogue.remove(table, name);
  }

  void dropTable(Span place, String table) {
    send(place, "DROP TABLE " + Names.quote(table) + " CASCADE");
    catalogue.removeTable(table);
    forget(made -> made.mentions(table));
  }

  void renameTable(Span place, String table, String newName) {
    if (table.equals(newName)) {
      return;
    }
    String plain = Names.quote(newName);
    send(place, "ALTER TABLE " + Names.quote(table) + " RENAME TO " + plain);
    catalogue.renameTable(table, newName);
    deferred.replaceAll(
        each -> new Deferred(each.step, each.place, each.definition.renameTable(table, newName)));
  }

  void dropColumn(Span place, String table, String column) {
    alter(place, table, "DROP COLUMN " + Names.quote(column) + " CASCADE");
    catalogue.removeColumn(table, column);
    forget(made -> made.mentions(table, column));
  }

  void renameColumn(Span place, String table, String column, String newName) {
    alter(place, table, "RENAME COLUMN " + Names.quote(column) + " TO " + Names.quote(newName));
    catalogue.renameColumn(table, column, newName);
    deferred.replaceAll(
        each ->
            new Deferred(
                each.step, each.place, each.definition.renameColumn(table, column, newName)));
  }

  void alter(Span place, String table, String action) {
    send(place, "ALTER TABLE " + Names.quote(table) + " " + action);
  }

  private void forget(Predicate<Definition> gone) {
    deferred.removeIf(each -> gone.test(each.definition));
  }

  /** All of it in the order in which it is sent. */
  List<Piece> finish() {
    for (Deferred each : List.copyOf(deferred)) {
      at(each.step);
      send(each.place, each.definition.sql());
      note(each.definition);
    }
    deferred.clear();
    return List.copyOf(pieces);
  }
}
