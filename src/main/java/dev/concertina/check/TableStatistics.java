package dev.concertina.check;

import dev.concertina.rule.TableSizes.Measured;
import dev.concertina.schema.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.nodes.Node;

/** Reads the file of table sizes that {@code tables.stats} names: {@code {"public.t": {…}}}. */
final class TableStatistics {

  private TableStatistics() {}

  /**
   * The sizes by table.
   *
   * @param root the file's tree
   * @param problems takes what is unknown in it
   * @throws SettingsException when something is of the wrong type
   */
  static Map<Name, Measured> read(String file, Node root, List<Report.Problem> problems) {
    YamlSection tables = new YamlSection(file, "", root, problems);
    Map<Name, Measured> sizes = new TreeMap<>();
    for (String table : List.copyOf(tables.keys())) {
      YamlSection one = tables.section(table);
      sizes.put(name(table), new Measured(one.amount("rows"), one.amount("bytes")));
      one.finish();
    }
    return Map.copyOf(sizes);
  }

  /** {@code public.n}, {@code n} or {@code "Odd.Name"}: folded already, as the catalog has it. */
  private static Name name(String written) {
    List<String> parts = new ArrayList<>(List.of(written.split("\\.", 2)));
    return parts.size() == 1 ? Name.of(written) : new Name(parts.get(0), parts.get(1));
  }
}
