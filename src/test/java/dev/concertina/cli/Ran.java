package dev.concertina.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/** What a run of the program left behind. */
record Ran(int status, String out, String err) {

  static Ran in(Path folder, String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(input.getBytes(UTF_8)),
            new PrintStream(out, true, UTF_8),
            new PrintStream(err, true, UTF_8),
            false,
            Map.of("CONCERTINA_CACHE", "off"),
            folder);
    int status = Main.run(arguments, terminal);
    return new Ran(status, out.toString(UTF_8), err.toString(UTF_8));
  }
}
