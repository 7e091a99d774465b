package dev.concertina.code;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges whether a word that spells a table means the table.
 *
 * <p>Plain uses are: the name after FROM, JOIN, INTO, UPDATE and the like in SQL; the exact name as
 * a literal ({@code __tablename__ = "audio"}); its class ({@code Audio}); a name of several words
 * exactly as the database writes it; a member of a database object ({@code prisma.audio}). One word
 * that may mean anything ({@code events}) needs more: words of persistence beside the literal, the
 * declaration of its class, or a call that only a model has. A variable ({@code audio}) or a class
 * around it ({@code AudioSerializer}) is no use by itself, but shows that the file is about it.
 */
final class TableEvidence {
  private static final Set<String> SQL_BEFORE =
      Set.of(
          "from",
          "join",
          "into",
          "update",
          "table",
          "references",
          "truncate",
          "only",
          "copy",
          "using",
          "view",
          "call",
          "type");

  private static final Set<String> CALLED_LIKE_SQL = Set.of("from", "join", "into", "table");

  private static final Pattern SQL_VERB =
      Pattern.compile(
          "(?i)\\b(select|insert|update|delete|merge|truncate|copy|with|alter|create)\\b");

  private static final Pattern PERSISTENCE =
      Pattern.compile(
          "(?i)table|\\bentity\\b|\\bfrom\\b|\\binto\\b|\\bjoin|\\bmodel\\b|schema|knex|\\bdb\\b|sql"
              + "|query|references|has_many|has_one|belongs_to|\\brelation|\\bselect|\\binsert"
              + "|foreign|dataset|\\brepository\\b|\\benum\\b|\\btype\\b");

  private static final Set<String> CLASS_BEFORE =
      Set.of(
          "class",
          "struct",
          "type",
          "model",
          "entity",
          "record",
          "interface",
          "object",
          "enum",
          "defmodule",
          "schema",
          "data");

  private static final Set<String> DATABASES =
      Set.of(
          "prisma",
          "tx",
          "db",
          "schema",
          "tables",
          "models",
          "database",
          "orm",
          "trx",
          "ctx",
          "entities",
          "context",
          "dbcontext",
          "repo",
          "sql",
          "knex",
          "em");

  private static final Pattern MODEL_CALL =
      Pattern.compile(
          "(\\.|::|->)(objects|where|find\\w*|query|filter\\w*|select|all|create\\w*|insert\\w*"
              + "|update\\w*|upsert|delete\\w*|destroy\\w*|exists\\w*|order|joins|includes|first"
              + "|count|aggregate|table|dsl|c|__table__|scope\\w*|get_or_create|bulk_create)\\b.*",
          Pattern.DOTALL);

  private static final List<String> PERSISTENT =
      List.of(
          "ApplicationRecord",
          "ActiveRecord",
          "models.Model",
          "DeclarativeBase",
          "(Base)",
          "Column(",
          "db.Model",
          "@Entity",
          "@Table",
          "@MappedEntity",
          "Eloquent",
          "extends Model",
          "gorm",
          "Queryable",
          "Insertable",
          "sqlx",
          "diesel",
          "DbSet",
          "BaseModel",
          "Sequelize",
          "mapped_column",
          "Ecto.Schema",
          "SQLModel",
          "FromRow",
          "jakarta.persistence",
          "javax.persistence",
          "springframework.data",
          "jetbrains.exposed",
          "jooq",
          "jdbi",
          "Panache",
          "`db:\"",
          "bun:\"",
          "Sequel::Model",
          "JpaRepository",
          "CrudRepository");

  /** An enum's constant or an entry of a list: alone on its line, or a member of another type. */
  private static final Pattern ENTRY = Pattern.compile("\\s*(\\w+\\.)?\\w+\\s*[,;]?\\s*");

  /** Words beside the name of a class that is written as a text. */
  private static final Pattern NAMES_CLASS =
      Pattern.compile("(?i)class|model|entity|mapper|relationship|foreign|many|one|belongs|ref\\b");

  /** How far behind UPDATE its SET may stand. */
  private static final int UPDATE_LENGTH = 200;

  private static final Pattern SET = Pattern.compile("(?i)\\bset\\b");

  private static final int NEAR = 300;

  private final CodeText code;
  private Boolean persistent;

  TableEvidence(CodeText code) {
    this.code = code;
  }

  /** How much a word says, least first. */
  enum Strength {
    /** Nothing: it is another word. */
    NONE,
    /** The file is about it. */
    NEARBY,
    /** It stands for the table's rows in the code. */
    CLASS,
    /** The table's own name, where a table is meant. */
    TABLE,
    /** In an SQL statement. */
    SQL
  }

  /** What {@code word} says of the table that {@code form} spells. */
  Strength judge(Word word, Target.Form form) {
    if (form.namespace() == null && isSql(word, form)) {
      return Strength.SQL;
    }
    if (word.isImported()) {
      return Strength.NEARBY;
    }
    if (word.isPascal()) {
      return pascal(word, form);
    }
    if (form.namespace() != null) {
      return Strength.NONE;
    }
    if (word.isLiteral() && form.exact() && isNamed(word, form)) {
      return Strength.TABLE;
    }
    return isTable(word, form) ? Strength.TABLE : Strength.NEARBY;
  }

  private boolean isSql(Word word, Target.Form form) {
    if (!form.exact() || word.isImported()) {
      return false;
    }
    Word first = withoutSchema(word, form);
    String before = first.previous();
    if (!SQL_BEFORE.contains(before) || before.equals("update") && !isUpdate(word)) {
      return false;
    }
    int from = Math.max(0, word.start() - NEAR);
    String context = new String(code.text(), from, word.start() - from);
    return SQL_VERB.matcher(context).find();
  }

  /** {@code UPDATE audio SET}, and not the prose "can't update audio". */
  private boolean isUpdate(Word word) {
    return SET.matcher(after(word, UPDATE_LENGTH)).find();
  }

  private Word withoutSchema(Word word, Target.Form form) {
    String schema = form.target().relation().schema();
    String receiver = word.receiver();
    boolean qualified =
        Inflection.key(receiver).equals(Inflection.key(schema.isEmpty() ? "public" : schema));
    return qualified ? word.withReceiver() : word;
  }

  private Strength pascal(Word word, Target.Form form) {
    if (form.namespace() != null && !Inflection.key(word.receiver()).equals(form.namespace())) {
      return Strength.NONE;
    }
    boolean named =
        !word.isQuoted()
            || word.isLiteral() && NAMES_CLASS.matcher(code.lineText(word.line())).find();
    if (!named || isEntry(word)) {
      return Strength.NEARBY;
    } else if (!form.common()
        && (form.severalWords() || !code.declaresEntities() || isPersistentFile())) {
      return Strength.CLASS;
    }
    boolean declared = CLASS_BEFORE.contains(word.previous()) && isPersistentFile();
    return declared || isModelCall(word) ? Strength.CLASS : Strength.NEARBY;
  }

  private boolean isEntry(Word word) {
    String receiver = word.receiver();
    boolean ofType = !receiver.isEmpty() && Character.isUpperCase(receiver.charAt(0));
    boolean ends = ".:(<".indexOf(word.beside(0)) < 0;
    return ofType && ends || ENTRY.matcher(code.lineText(word.line())).matches();
  }

  /** Whether a namespaced class is meant in a file whose folder is the namespace. */
  Strength judgeInNamespace(Word word, Target.Form form) {
    if (!word.isPascal() || word.isImported() || word.isQuoted() && !word.isLiteral()) {
      return Strength.NONE;
    }
    return pascal(word, new Target.Form(form.target(), form.name(), false, null));
  }

  /** An exact literal of one word needs a word of persistence on its line. */
  private boolean isNamed(Word word, Target.Form form) {
    if (form.severalWords()) {
      return true;
    }
    String line = code.lineText(word.line());
    String rest = line.toLowerCase(Locale.ROOT).replace(form.name(), " ");
    boolean key = word.beside(1) == ':' && word.beside(2) != ':';
    return !key && PERSISTENCE.matcher(rest).find();
  }

  private boolean isTable(Word word, Target.Form form) {
    String receiver = Inflection.key(word.receiver());
    if (DATABASES.contains(receiver)) {
      return true;
    }
    if (word.isUpper()) {
      return form.exact() && (form.severalWords() || isUpperMember(word));
    }
    if (!form.exact() || word.isCamel()) {
      return false;
    }
    return form.severalWords() || !form.common() && isModelPath(word) || isCalledLikeSql(word);
  }

  private boolean isUpperMember(Word word) {
    return word.beside(0) == '.' && Character.isUpperCase(word.beside(1));
  }

  /** Diesel's {@code audio::table}, SQLAlchemy's {@code audio.c.length}. */
  private boolean isModelPath(Word word) {
    String after = after(word, 12);
    return after.startsWith("::table") || after.startsWith("::dsl") || after.startsWith(".c.");
  }

  /** {@code .from(audio)}, {@code insertInto(audio)}. */
  private boolean isCalledLikeSql(Word word) {
    return word.beside(-1) == '('
        && CALLED_LIKE_SQL.stream().anyMatch(call -> word.previous().endsWith(call));
  }

  private boolean isModelCall(Word word) {
    return MODEL_CALL.matcher(after(word, 24)).matches();
  }

  private String after(Word word, int length) {
    int end = Math.min(code.text().length, word.end() + length);
    return new String(code.text(), word.end(), end - word.end());
  }

  private boolean isPersistentFile() {
    if (persistent == null) {
      String text = new String(code.text());
      persistent = PERSISTENT.stream().anyMatch(text::contains);
    }
    return persistent;
  }

  /** Whether a class of the table's name begins here. */
  static boolean isDeclaration(Word word) {
    return CLASS_BEFORE.contains(word.previous());
  }
}
