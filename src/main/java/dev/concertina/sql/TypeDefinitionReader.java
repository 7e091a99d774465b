package dev.concertina.sql;

import dev.concertina.schema.Constraint;
import dev.concertina.schema.DataType;
import dev.concertina.schema.Expression;
import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.schema.Operation.AlterDomain;
import dev.concertina.schema.Operation.AlterDomain.Change;
import dev.concertina.schema.Operation.AlterObject;
import dev.concertina.schema.Operation.ObjectKind;
import dev.concertina.schema.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads CREATE and ALTER of enums, of other types and of domains. */
final class TypeDefinitionReader {

  private static final int DETAIL_WORDS = 8;

  private TypeDefinitionReader() {}

  /** Reads on behind {@code CREATE TYPE}. */
  static List<Operation> create(Cursor c) {
    Name type = c.name();
    if (c.accept("as", "enum")) {
      List<String> values = new ArrayList<>();
      for (Cursor item : c.group().items()) {
        values.add(item.string());
      }
      return List.of(new Operation.CreateEnum(type, values, c.span()));
    }
    c.skipRest();
    return List.of(new Operation.CreateObject(ObjectKind.TYPE, type, null, false, null, c.span()));
  }

  /** Reads on behind {@code ALTER TYPE}. */
  static List<Operation> alter(Cursor c) {
    Span span = c.span();
    Name type = c.name();
    if (c.accept("add", "value")) {
      boolean ifNotExists = c.ifNotExists();
      String value = c.string();
      if (c.acceptAny("before", "after")) {
        c.string();
      }
      return List.of(new Operation.AddEnumValue(type, value, ifNotExists, span));
    }
    if (c.accept("rename", "value")) {
      String value = c.string();
      c.expect("to");
      return List.of(new Operation.RenameEnumValue(type, value, c.string(), span));
    }
    if (c.accept("rename", "attribute")) {
      String attribute = c.identifier();
      c.expect("to");
      String newName = c.identifier();
      c.cascade();
      return List.of(
          new Operation.RenameObject(
              ObjectKind.ATTRIBUTE, Name.of(attribute), type, newName, span));
    }
    if (c.isAny("rename", "owner") || c.is("set", "schema")) {
      return AlterReader.common(c, ObjectKind.TYPE, type, null);
    }
    return Clauses.each(
        c,
        clause -> {
          if (!clause.isAny("add", "drop", "alter", "set")) {
            throw clause.expected("an action of ALTER TYPE");
          }
          String detail = clause.fork().words(DETAIL_WORDS);
          Span place = clause.span();
          clause.skipRest();
          return List.of(new AlterObject(ObjectKind.TYPE, type, null, detail, place));
        });
  }

  /** Reads on behind {@code CREATE DOMAIN}. */
  static List<Operation> createDomain(Cursor c) {
    Name domain = c.name();
    c.accept("as");
    DataType base = TypeReader.read(c);
    List<Constraint> checks = new ArrayList<>();
    boolean notNull = false;
    Expression defaultValue = null;
    String collation = null;
    while (!c.done()) {
      int before = c.at();
      String name = c.accept("constraint") ? c.identifier() : null;
      if (c.is("check")) {
        checks.add(new ConstraintReader(c).check(name));
      } else if (c.accept("not", "null")) {
        notNull = true;
      } else if (c.accept("default")) {
        defaultValue = ColumnReader.defaultExpression(c);
      } else if (c.accept("collate")) {
        collation = c.name().toString();
      } else {
        c.accept("null");
      }
      if (c.at() == before) {
        break;
      }
    }
    return List.of(
        new Operation.CreateDomain(
            domain, base, collation, notNull, defaultValue, checks, c.span()));
  }

  /** Reads on behind {@code ALTER DOMAIN}. */
  static List<Operation> alterDomain(Cursor c) {
    Name domain = c.name();
    Span span = c.span();
    if (c.is("add")) {
      c.skip();
      String name = c.accept("constraint") ? c.identifier() : null;
      if (c.accept("not", "null")) {
        return List.of(new AlterDomain(domain, Change.SET_NOT_NULL, null, name, span));
      }
      Constraint check = new ConstraintReader(c).check(name);
      return List.of(new AlterDomain(domain, Change.ADD_CONSTRAINT, check, null, span));
    }
    if (c.accept("drop", "constraint")) {
      c.ifExists();
      String name = c.identifier();
      c.cascade();
      return List.of(new AlterDomain(domain, Change.DROP_CONSTRAINT, null, name, span));
    }
    if (c.accept("validate", "constraint")) {
      return List.of(
          new AlterDomain(domain, Change.VALIDATE_CONSTRAINT, null, c.identifier(), span));
    }
    if (c.accept("rename", "constraint")) {
      String name = c.identifier();
      c.expect("to");
      c.identifier();
      return List.of(new AlterDomain(domain, Change.RENAME_CONSTRAINT, null, name, span));
    }
    if (c.accept("set", "not", "null")) {
      return List.of(new AlterDomain(domain, Change.SET_NOT_NULL, null, null, span));
    }
    if (c.accept("drop", "not", "null")) {
      return List.of(new AlterDomain(domain, Change.DROP_NOT_NULL, null, null, span));
    }
    if (c.accept("set", "default")) {
      c.expression();
      return List.of(new AlterDomain(domain, Change.SET_DEFAULT, null, null, span));
    }
    if (c.accept("drop", "default")) {
      return List.of(new AlterDomain(domain, Change.DROP_DEFAULT, null, null, span));
    }
    return AlterReader.common(c, ObjectKind.DOMAIN, domain, null);
  }
}
