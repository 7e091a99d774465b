package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bytes of every kind become text, and what may be misread is said. */
class DecodedTest {

  @Test
  void byte_order_marks_are_left_out() {
    assertThat(Decoded.of(with("EF BB BF", "SELECT 'ä'".getBytes(StandardCharsets.UTF_8))))
        .isEqualTo(new Decoded("SELECT 'ä'", null));
    assertThat(Decoded.of(with("FF FE", "SELECT 'ä'".getBytes(StandardCharsets.UTF_16LE))))
        .isEqualTo(new Decoded("SELECT 'ä'", null));
    assertThat(Decoded.of(with("FE FF", "SELECT 'ä'".getBytes(StandardCharsets.UTF_16BE))))
        .isEqualTo(new Decoded("SELECT 'ä'", null));
  }

  @Test
  void invalid_text_is_read_as_far_as_it_goes() {
    Decoded decoded = Decoded.of(with("0A FF", "DROP TABLE t;".getBytes(StandardCharsets.UTF_8)));
    assertThat(decoded.text()).endsWith("DROP TABLE t;");
    assertThat(decoded.problem()).contains("UTF-8").contains("line 2");
  }

  @Test
  void nul_is_said() {
    assertThat(Decoded.of("a\0b".getBytes(StandardCharsets.UTF_8)).problem()).contains("NUL");
  }

  @Test
  void a_file_without_end_is_not_read() {
    assertThat(Decoded.of(new byte[Decoded.LONGEST + 1]).problem()).contains("bytes");
  }

  @Test
  void the_findings_beside_it_still_come() {
    byte[] bytes = with("2D 2D FF 0A", "DROP TABLE t;".getBytes(StandardCharsets.UTF_8));
    InMemoryTree base = new InMemoryTree();
    ChangedFile file =
        new ChangedFile("migrations/1_x.sql", ChangedFile.Status.ADDED, null, null, bytes);
    Change change = Change.read(base, base, List.of(file), LayoutSettings.NONE);
    assertThat(change.migrations().get(0).statements()).hasSize(2);
    assertThat(change.migrations().get(0).statements().toString())
        .contains("NotAnalysed")
        .contains("DropTable");
  }

  private static byte[] with(String hex, byte[] rest) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (String pair : hex.split(" ")) {
      out.write(Integer.parseInt(pair, 16));
    }
    out.writeBytes(rest);
    return out.toByteArray();
  }
}
