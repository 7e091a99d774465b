package dev.concertina.migration;

import dev.concertina.node.Modules;
import dev.concertina.node.NodeMigrations;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.SqlSyntax;
import dev.concertina.syntax.Program;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The migrations of frameworks for Node, which may use other files of the repository. */
final class NodePrograms {

  private final Tree tree;
  private final RepositoryFiles files;
  private NodeMigrations migrations;

  NodePrograms(Tree tree, RepositoryFiles files) {
    this.tree = tree;
    this.files = files;
  }

  /** What reads the migrations of one of them. */
  Programs of(Framework framework) {
    BiFunction<Place, String, List<Program>> reader =
        (place, text) -> read(framework, place.path(), text);
    return framework == Framework.TYPEORM
        ? new FilePrograms(framework, reader, new TypeOrmTransactions(tree, files)::of)
        : new FilePrograms(framework, reader);
  }

  private List<Program> read(Framework framework, String path, String text) {
    if (migrations == null) {
      migrations = new NodeMigrations(new SqlReader(SqlSyntax.POSTGRESQL));
    }
    return switch (framework) {
      case TYPEORM -> migrations.typeOrm(path, text, this::find);
      case SEQUELIZE -> migrations.sequelize(path, text, this::find);
      case NODE_PG_MIGRATE -> migrations.nodePgMigrate(path, text, this::find);
      case MIKROORM -> migrations.mikroOrm(path, text, this::find);
      case KNEX -> migrations.knex(path, text, this::find);
      default -> throw new IllegalArgumentException(framework.id());
    };
  }

  /** Where Node looks for what a file imports by its place. */
  private Optional<Modules.Found> find(String from, String name) {
    String path = resolved(Path.folder(from), name);
    String bare = path.endsWith(".js") ? path.substring(0, path.length() - 3) : path;
    return Stream.of(
            path,
            bare + ".ts",
            path + ".ts",
            path + ".js",
            path + ".mjs",
            path + ".cjs",
            Path.in(path, "index.ts"),
            Path.in(path, "index.js"))
        .filter(files::has)
        .findFirst()
        .map(found -> new Modules.Found(found, files.text(found)));
  }

  private static String resolved(String folder, String name) {
    String at = folder;
    for (String part : name.split("/")) {
      if (part.equals("..")) {
        at = Path.folder(at);
      } else if (!part.equals(".") && !part.isEmpty()) {
        at = Path.in(at, part);
      }
    }
    return at;
  }
}
