package dev.concertina.ecto;

import dev.concertina.schema.Span;
import dev.concertina.syntax.ElixirValues;
import dev.concertina.syntax.Grammar;
import dev.concertina.syntax.Node;
import dev.concertina.syntax.SourceFile;
import dev.concertina.syntax.UnreadException;
import dev.concertina.syntax.UnreadableSourceException;
import dev.concertina.syntax.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what an application's configuration files say about the repo of a migration. */
public final class RepoConfiguration {

  private final String folder;
  private final List<Map.Entry<Value, Value>> said = new ArrayList<>();

  private RepoConfiguration(String folder) {
    this.folder = folder;
  }

  /**
   * The settings of a repo.
   *
   * @param texts what stands in the files, of which a later one speaks louder
   * @param folder its folder below {@code priv}: {@code repo}, {@code analytics_repo}
   */
  public static RepoSettings read(List<String> texts, String folder) {
    RepoConfiguration configuration = new RepoConfiguration(folder);
    for (String text : texts) {
      try {
        SourceFile file = Grammar.ELIXIR.parse(text);
        configuration.walk(file.root(), new ElixirValues(file, call -> call));
      } catch (UnreadableSourceException unreadable) {
        // Ecto's own defaults are the best guess then.
      }
    }
    try {
      return RepoSettings.of(new Value.Mapping(configuration.said, Span.FILE));
    } catch (UnreadException computed) {
      return RepoSettings.DEFAULT;
    }
  }

  private void walk(Node node, ElixirValues values) {
    if (node.is("call") && values.value(node) instanceof Value.Call call) {
      if (call.name().equals("config") && call.arguments().size() > 1) {
        note(call);
        return;
      }
    }
    node.children().forEach(child -> walk(child, values));
  }

  private void note(Value.Call call) {
    if (call.arguments().get(1) instanceof Value.Name repo && isOwn(repo.name(), call)) {
      // What is said last stands first.
      call.named()
          .forEach(
              (name, value) ->
                  said.add(0, Map.entry(new Value.Text(name, -1, value.span()), value)));
    }
  }

  private boolean isOwn(String repo, Value.Call call) {
    Value priv = call.named().get("priv");
    if (priv != null && priv.text() != null) {
      return priv.text().substring(priv.text().lastIndexOf('/') + 1).equals(folder);
    }
    return underscored(repo.substring(repo.lastIndexOf('.') + 1)).equals(folder);
  }

  private static String underscored(String module) {
    return module.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
  }
}
