package dev.concertina.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How MyBatis Migrations sends a script, as the environments beside its scripts say. Where they
 * differ, what is stricter counts.
 *
 * @param outside whether each statement is committed by itself
 * @param pieces the delimiter, where it is another than a semicolon
 */
record MyBatisSettings(boolean outside, Pieces pieces) {

  static MyBatisSettings of(String history, RepositoryFiles files) {
    String folder = Path.in(Path.folder(history), "environments");
    List<Map<String, String>> environments = new ArrayList<>();
    for (String name : files.names(folder)) {
      if (name.endsWith(".properties")) {
        environments.add(files.config(Path.in(folder, name)));
      }
    }
    boolean outside = !environments.isEmpty();
    Pieces pieces = null;
    for (Map<String, String> environment : environments) {
      boolean whole = "true".equals(environment.get("sendfullscript"));
      outside &= !whole && "true".equals(environment.get("autocommit"));
      String delimiter = environment.getOrDefault("delimiter", ";");
      if (!whole && !delimiter.equals(";")) {
        pieces = new Pieces(delimiter, "true".equals(environment.get("fulllinedelimiter")));
      }
    }
    return new MyBatisSettings(outside, pieces);
  }
}
