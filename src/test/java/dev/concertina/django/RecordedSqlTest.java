package dev.concertina.django;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the schema editor says is what Django itself sent, by version. */
class RecordedSqlTest {

  private static final Path RECORDED = Path.of("src/test/resources/dev/concertina/django/recorded");

  @Test
  void saysWhatDjango32Sends() {
    assertThat(compared("django-3.2.sql", 3, 2)).isGreaterThan(200);
  }

  @Test
  void saysWhatDjango42Sends() {
    assertThat(compared("django-4.2.sql", 4, 2)).isGreaterThan(240);
  }

  @Test
  void saysWhatDjango52Sends() {
    assertThat(compared("django-5.2.sql", 5, 2)).isGreaterThan(250);
  }

  private static int compared(String file, int major, int minor) {
    Settings settings = Settings.of(major, minor).withAutoField("BigAutoField");
    return new SentSql().compare(SentSql.read(RECORDED.resolve(file)), settings);
  }
}
