package dev.concertina.efcore;

import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What Npgsql sends for {@code AlterDatabase}: enums and extensions, which are annotations. */
final class Database {

  private static final String ENUM = "Npgsql:Enum:";
  private static final String EXTENSION = "Npgsql:PostgresExtension:";

  private Database() {}

  static List<String> sql(Asked asked) {
    List<String> sent = new ArrayList<>();
    asked.annotations().forEach((key, value) -> now(key, value, asked.old().get(key), sent));
    for (String key : asked.old().keySet()) {
      if (!asked.annotations().containsKey(key) && key.startsWith(ENUM)) {
        sent.add("DROP TYPE " + type(key));
      }
    }
    return sent;
  }

  private static void now(String key, Value value, Value before, List<String> sent) {
    boolean extension = key.startsWith(EXTENSION);
    if (!extension && !key.startsWith(ENUM)) {
      if (key.startsWith("Npgsql:")) {
        throw new UnreadException("its annotation " + key + " is not known");
      }
      return;
    }
    if (value.text() == null) {
      throw new UnreadException("its annotation " + key + " is built at run time");
    }
    if (extension) {
      if (before == null) {
        sent.add(extension(key, value.text()));
      }
    } else if (before == null) {
      List<String> labels = labels(value);
      sent.add(
          "CREATE TYPE "
              + type(key)
              + " AS ENUM "
              + labels.stream().map(Sql::text).collect(Collectors.joining(", ", "(", ")")));
    } else {
      grow(type(key), labels(value), labels(before), sent);
    }
  }

  /** A label that goes is nothing that Npgsql has a statement for. */
  private static void grow(String type, List<String> now, List<String> before, List<String> sent) {
    if (!now.containsAll(before)) {
      throw new UnreadException("labels of an enum go, for which Npgsql sends nothing");
    }
    for (int i = 0; i < now.size(); i++) {
      if (!before.contains(now.get(i))) {
        String next =
            now.subList(i, now.size()).stream().filter(before::contains).findFirst().orElse(null);
        String at = next == null ? "" : " BEFORE " + Sql.text(next);
        sent.add("ALTER TYPE " + type + " ADD VALUE " + Sql.text(now.get(i)) + at);
      }
    }
  }

  private static List<String> labels(Value value) {
    return value.text() == null
        ? List.of()
        : Arrays.stream(value.text().split(",")).map(String::strip).toList();
  }

  /** {@code Npgsql:Enum:schema.name}. */
  private static String type(String key) {
    return qualified(key.substring(ENUM.length()));
  }

  private static String qualified(String name) {
    int dot = name.indexOf('.');
    return Sql.quote(dot < 0 ? null : name.substring(0, dot), name.substring(dot + 1));
  }

  /** The annotation says {@code schema,name,version}, of which all may be empty. */
  private static String extension(String key, String value) {
    String name = key.substring(EXTENSION.length());
    int dot = name.indexOf('.');
    String[] parts = value.split(",", -1);
    String schema = dot < 0 ? parts.length == 3 ? parts[0] : "" : name.substring(0, dot);
    String version = parts.length == 3 ? parts[2] : "";
    Map<String, String> words = Map.of(" SCHEMA ", schema, " VERSION ", version);
    return "CREATE EXTENSION IF NOT EXISTS "
        + Sql.quote(name.substring(dot + 1))
        + List.of(" SCHEMA ", " VERSION ").stream()
            .filter(word -> !words.get(word).isBlank())
            .map(word -> word + Sql.quote(words.get(word).strip()))
            .collect(Collectors.joining());
  }
}
