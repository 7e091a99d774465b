package dev.concertina.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Functions of well-known extensions that leave the tables of the application alone: they compute a
 * value, schedule a job, or keep their books in tables of their own. The resource beside this class
 * lists them; what is not in it is unknown, such as a function that partitions a table.
 */
public final class ExtensionFunctions {

  private static final String ANY_SCHEMA = "*";

  private ExtensionFunctions() {}

  /**
   * The extension to which a harmless function of that name belongs, or null. An extension that
   * fixes its schema is meant by that schema alone.
   */
  public static String extension(Name function) {
    String fixed = Listed.EXTENSIONS.get(function);
    return fixed != null ? fixed : Listed.EXTENSIONS.get(new Name(ANY_SCHEMA, function.local()));
  }

  /** Read on first use: most changes call no function of an extension. */
  private static final class Listed {
    private static final Map<Name, String> EXTENSIONS = read();

    private static Map<Name, String> read() {
      Map<Name, String> extensions = new HashMap<>();
      try (InputStream in =
              ExtensionFunctions.class.getResourceAsStream("extension-functions.tsv");
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          String[] row = line.split("\t");
          extensions.put(new Name(row[1], row[2]), row[0]);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read extension-functions.tsv", e);
      }
      return extensions;
    }
  }
}
