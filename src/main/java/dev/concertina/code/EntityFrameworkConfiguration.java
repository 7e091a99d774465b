package dev.concertina.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a context or a configuration of EF Core says of one entity in calls.
 *
 * @param tables what its table may be called
 * @param columns the columns of properties that are called otherwise
 * @param ignored properties that are not stored
 */
record EntityFrameworkConfiguration(
    String entity, List<Spelling> tables, Map<String, String> columns, Set<String> ignored) {

  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:(?:Entity|IEntityTypeConfiguration)<(?<entity>\\w+)>"
              + "|DbSet<(?<set>\\w+)>\\s+(?<name>\\w+)"
              + "|To(?:Table|View)\\(\\s*\"(?<table>\\w+)\""
              + "|Property(?:<[^<>()]*>)?\\(\\s*\\w+\\s*=>\\s*\\w+\\.(?<property>\\w+)"
              + "|Ignore\\(\\s*\\w+\\s*=>\\s*\\w+\\.(?<ignored>\\w+)"
              + "|HasColumnName\\(\\s*\"(?<column>\\w+)\")");

  static List<EntityFrameworkConfiguration> read(String text) {
    List<EntityFrameworkConfiguration> all = new ArrayList<>();
    EntityFrameworkConfiguration current = null;
    String property = null;
    for (Matcher call = CALL.matcher(text); call.find(); ) {
      if (call.group("set") != null) {
        all.add(of(call.group("set"), Spelling.implied(call.group("name"))));
      } else if (call.group("entity") != null) {
        current = of(call.group("entity"), null);
        all.add(current);
      } else if (current != null) {
        current.note(call, property);
        property = call.group("property") == null ? property : call.group("property");
      }
    }
    all.forEach(EntityFrameworkConfiguration::imply);
    return all;
  }

  private static EntityFrameworkConfiguration of(String entity, Spelling table) {
    List<Spelling> tables = new ArrayList<>(table == null ? List.of() : List.of(table));
    return new EntityFrameworkConfiguration(entity, tables, new HashMap<>(), new HashSet<>());
  }

  private void note(Matcher call, String property) {
    if (call.group("table") != null) {
      tables.add(Spelling.exact(call.group("table")));
    } else if (call.group("ignored") != null) {
      ignored.add(call.group("ignored"));
    } else if (call.group("column") != null && property != null) {
      columns.put(property, call.group("column"));
    }
  }

  private void imply() {
    if (tables.isEmpty()) {
      tables.addAll(EntityFrameworkModels.implied(entity));
    }
  }
}
