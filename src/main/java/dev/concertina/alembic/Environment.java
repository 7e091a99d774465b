package dev.concertina.alembic;

import dev.concertina.syntax.Node;
import dev.concertina.syntax.PythonModule;
import dev.concertina.syntax.UnreadableSourceException;

/** How the {@code env.py} of a project has its revisions run. */
public enum Environment {
  /** One transaction around all that are pending, as Alembic does when nobody says otherwise. */
  ALL,
  /** One around each. */
  EACH,
  /** None at all. */
  NONE;

  /** What a file says; one that is not there says nothing. */
  public static Environment of(String text) {
    if (!text.contains("transaction_per_migration") && !text.contains("transactional_ddl")) {
      return ALL;
    }
    try {
      PythonModule module = PythonModule.read(text);
      return says(module, module.file().root(), "transactional_ddl", false)
          ? NONE
          : says(module, module.file().root(), "transaction_per_migration", true) ? EACH : ALL;
    } catch (UnreadableSourceException unreadable) {
      return ALL;
    }
  }

  /** Whether an option is given to a call, or stands in a dictionary of options. */
  private static boolean says(PythonModule module, Node node, String option, boolean wanted) {
    boolean argument = node.is("keyword_argument") && named(module, node.child("name"), option);
    boolean entry = node.is("pair") && named(module, node.child("key"), option);
    if ((argument || entry) && node.child("value").is(wanted ? "true" : "false")) {
      return true;
    }
    return node.children().stream().anyMatch(child -> says(module, child, option, wanted));
  }

  private static boolean named(PythonModule module, Node name, String option) {
    String text = module.file().text(name);
    return text.equals(option)
        || text.length() == option.length() + 2
            && text.substring(1, text.length() - 1).equals(option);
  }
}
