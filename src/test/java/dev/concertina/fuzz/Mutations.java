package dev.concertina.fuzz;

import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Real statements, and scripts of them with a few changes each. */
public final class Mutations {

  private static final List<String> STATEMENTS =
      List.of(
          "CREATE TABLE a (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n varchar(30) DEFAULT"
              + " 'x' NOT NULL, CHECK (n <> ''), FOREIGN KEY (n) REFERENCES b (id) ON DELETE SET"
              + " NULL) PARTITION BY RANGE (n)",
          "ALTER TABLE ONLY s.\"T\" ADD COLUMN a int DEFAULT now() NOT NULL, DROP COLUMN b CASCADE,"
              + " ALTER c TYPE text USING c::text, ADD CONSTRAINT d CHECK (e IS NOT NULL) NOT VALID",
          "CREATE UNIQUE INDEX CONCURRENTLY i ON t USING gin (lower(a), b DESC) INCLUDE (c) WHERE d",
          "DO $do$ DECLARE r record; BEGIN FOR r IN SELECT * FROM t LOOP UPDATE t SET a = 1; EXECUTE"
              + " 'DROP TABLE ''x'''; COMMIT; END LOOP; EXCEPTION WHEN others THEN NULL; END $do$",
          "CREATE OR REPLACE FUNCTION f(a int, OUT b text) RETURNS trigger LANGUAGE plpgsql AS $$"
              + " BEGIN IF a THEN RETURN NEW; END IF; END $$",
          "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1), (2); DELETE FROM t; END",
          "WITH x AS (DELETE FROM a USING b WHERE a.i = b.i RETURNING *) INSERT INTO c (d) SELECT e"
              + " FROM x ON CONFLICT (d) DO UPDATE SET d = excluded.d",
          "UPDATE t AS u SET (a, b) = (1, 2), c = E'it\\'s' FROM v WHERE u.a IN (1, 2) RETURNING *",
          "CREATE RULE r AS ON INSERT TO t DO INSTEAD (DELETE FROM a; UPDATE b SET c = 1)",
          "CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a ON t FOR EACH ROW EXECUTE FUNCTION f()",
          "CREATE MATERIALIZED VIEW v (a) AS SELECT count(*) FROM t GROUP BY b WITH NO DATA",
          "CREATE TYPE e AS ENUM ('a', 'b'); ALTER TYPE e ADD VALUE IF NOT EXISTS 'c' BEFORE 'b'",
          "CREATE DOMAIN d AS numeric(3, 2)[] DEFAULT 1 NOT NULL CHECK (VALUE > 0)",
          "COPY t (a) FROM stdin;\n1\t2\n\\.\nSELECT set_config('lock_timeout', '5s', true)",
          "GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA s TO a, b; COMMENT ON COLUMN s.t.c IS 'x'",
          "SET LOCAL search_path TO a, \"B\"; LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT",
          "ALTER TABLE p ATTACH PARTITION q FOR VALUES FROM (1, MINVALUE) TO (2, MAXVALUE)",
          "/* a /* b */ */ SELECT U&'d\\0061t', $1, 'a'\n'b', 1.5e-3, a[1:2] -- c\r\nFOR UPDATE",
          "\\connect db\nVACUUM (FULL, ANALYZE) a (b); REINDEX TABLE CONCURRENTLY c; CLUSTER d USING e");

  private static final List<String> SPICE =
      List.of(
          "'",
          "\"",
          "$$",
          "$x$",
          "/*",
          "*/",
          "--",
          "(",
          ")",
          "[",
          "]",
          ";",
          ",",
          ".",
          "::",
          "\\",
          "\0",
          "\r",
          "\n",
          "\r\n",
          "\uFEFF",
          "é",
          "😀",
          "\uD83D",
          "E'",
          "U&\"",
          "${",
          "{{",
          "not",
          "null",
          "as",
          "begin",
          "end",
          "case",
          "atomic",
          "if",
          "loop",
          "with",
          "select",
          "on",
          "from",
          "to",
          "execute",
          "default",
          "check",
          "constraint",
          "using",
          "for",
          "values");

  private final List<String> statements = new ArrayList<>(STATEMENTS);

  /** With the statements that the grammar test compares. */
  public Mutations() {
    Path folder = Path.of("src/test/resources/oracle");
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".sql")).sorted().toList()) {
        new SqlReader(SqlSyntax.POSTGRESQL)
            .read(Files.readString(file))
            .forEach(s -> statements.add(s.text()));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** All statements as they were. */
  public List<String> statements() {
    return List.copyOf(statements);
  }

  /** One to three statements with up to five changes: always the same ones for the same random. */
  public String script(Random random) {
    StringBuilder text = new StringBuilder();
    int parts = 1 + random.nextInt(3);
    for (int i = 0; i < parts; i++) {
      text.append(statements.get(random.nextInt(statements.size()))).append(";\n");
    }
    int changes = random.nextInt(6);
    for (int i = 0; i < changes && !text.isEmpty(); i++) {
      int at = random.nextInt(text.length());
      int length = Math.min(random.nextInt(20), text.length() - at);
      switch (random.nextInt(6)) {
        case 0 -> text.delete(at, at + length);
        case 1 -> text.insert(at, SPICE.get(random.nextInt(SPICE.size())));
        case 2 -> text.insert(at, " " + SPICE.get(random.nextInt(SPICE.size())) + " ");
        case 3 -> text.insert(at, text.substring(at, at + length));
        case 4 -> text.setLength(at);
        default -> text.setCharAt(at, (char) random.nextInt(128));
      }
    }
    return text.toString();
  }
}
