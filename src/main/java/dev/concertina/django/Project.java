package dev.concertina.django;

import dev.concertina.schema.Name;
import dev.concertina.schema.Operation;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.sql.Statement;
import dev.concertina.syntax.Comments;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The migrations of one project at one commit, in the order in which Django runs them. What a
 * migration does depends on those before it, so they are replayed as far as somebody asks.
 */
public final class Project {

  /** How many models of all points together are kept: a hostile history has many of both. */
  private static final int MOST_MODELS = 500_000;

  private final Settings settings;
  private final Apps apps;
  private final Map<Key, String> paths = new HashMap<>();
  private final List<MigrationFile> order;
  private final Map<String, Integer> positions = new LinkedHashMap<>();
  private final Graph graph;
  private final List<List<Statement>> statements = new ArrayList<>();
  private final SchemaEditor editor = new SchemaEditor(new SqlReader(SqlSyntax.POSTGRESQL));
  private final Map<Integer, Models> models = new HashMap<>();
  private int remembered;
  private ProjectState state;

  /**
   * @param root the folder of the project; empty for the repository
   * @param migrations the paths of its migrations
   * @param readings what was read of other trees already
   */
  public Project(String root, List<String> migrations, ProjectFiles files, Readings readings) {
    settings = new SettingsReader(root, files).read();
    apps = new Apps(files);
    migrations.forEach(path -> paths.put(apps.key(path), path));
    Map<Key, String> texts = new HashMap<>();
    paths.forEach((key, path) -> texts.put(key, files.text(path)));
    // Each file by itself, and parsing is most of the work.
    graph =
        new Graph(
            texts.entrySet().parallelStream()
                .map(entry -> readings.of(entry.getKey(), entry.getValue(), settings))
                .toList());
    order = graph.order();
    for (MigrationFile file : order) {
      positions.put(paths.get(file.key()), positions.size());
    }
    state = ProjectState.of(settings);
  }

  /** Whether a path is where a migration of an app lies. */
  public static boolean mayHoldMigration(String path) {
    return Apps.mayHoldMigration(path);
  }

  /** The paths of the migrations that run, in order; a squash of what is there does not. */
  public List<String> order() {
    return List.copyOf(positions.keySet());
  }

  /** The place of a migration among those that run, from 0; -1 when it does not run. */
  public int position(String path) {
    return positions.getOrDefault(path, -1);
  }

  /** Whether Django runs a migration in a transaction. */
  public boolean atomic(String path) {
    Integer position = positions.get(path);
    return position == null || order.get(position).atomic();
  }

  /** The last migrations of the app that a file belongs to; two are two heads. */
  public List<String> heads(String path) {
    Integer position = positions.get(path);
    return position == null
        ? List.of()
        : graph.heads().get(order.get(position).key().app()).stream().map(paths::get).toList();
  }

  /** What Django sends for a migration, in order; empty when it is not run. */
  public List<Statement> statements(String path) {
    Integer position = positions.get(path);
    if (position == null) {
      return List.of();
    }
    replay(position + 1);
    return withoutMoved(statements.get(position));
  }

  private void replay(int migrations) {
    while (statements.size() < migrations) {
      apply(order.get(statements.size()));
    }
  }

  /** A model that leaves its app for another one, and takes its table along, is not forgotten. */
  private List<Statement> withoutMoved(List<Statement> all) {
    boolean forgets =
        all.stream()
            .flatMap(statement -> statement.operations().stream())
            .anyMatch(Operation.ForgetTable.class::isInstance);
    if (!forgets) {
      return all;
    }
    replay(order.size());
    Set<Name> tables = new TableMapping(state).tables();
    return all.stream()
        .map(
            statement ->
                statement.with(
                    statement.operations().stream()
                        .filter(
                            o ->
                                !(o instanceof Operation.ForgetTable
                                    && tables.contains(o.target())))
                        .toList()))
        .filter(statement -> !statement.operations().isEmpty())
        .toList();
  }

  /** The models before and after a migration; null when it does not run or there are too many. */
  public Models models(String path) {
    statements(path);
    return models.get(positions.get(path));
  }

  /**
   * The fields that an edit of a models file adds or removes, and that the migrations don't.
   *
   * @param path the file
   * @param classes those of its classes that get or lose fields
   * @param all the same of all files of the change
   */
  public List<Drift> drifts(String path, List<Drift.Edited> classes, Collection<Drift.Edited> all) {
    replay(order.size());
    String app = apps.ofModels(path);
    return classes.stream().flatMap(edited -> edited.against(state, app, all).stream()).toList();
  }

  private void apply(MigrationFile file) {
    SchemaEditor.Result result = editor.apply(state, file);
    remembered += result.after().models().size();
    if (remembered <= MOST_MODELS) {
      models.put(statements.size(), new Models(state, result.after()));
    }
    state = result.after();
    List<Statement> all = new ArrayList<>();
    for (MigrationFile.Fault fault : file.faults()) {
      Operation unread = new Operation.NotAnalysed(fault.reason(), fault.span());
      all.add(new Statement("", fault.span(), List.of(unread), List.of()));
    }
    all.addAll(result.statements());
    statements.add(new Comments(file.comments()).spread(all));
  }
}
