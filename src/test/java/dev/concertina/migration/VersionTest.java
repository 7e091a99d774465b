package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Versions are ordered by value. */
class VersionTest {

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "2, 10",
    "1.9, 1.10",
    "009, 10",
    "20260101000000, 20260101000001",
    "999999999999999999999999, 1000000000000000000000000",
    "1, 1.1",
    "2026-01-02, 2026-02-01",
    "a, b",
    "1, a"
  })
  void smaller_comes_first(String small, String big) {
    assertThat(Version.of(small)).isLessThan(Version.of(big));
    assertThat(Version.of(big)).isGreaterThan(Version.of(small));
  }

  @ParameterizedTest
  @CsvSource({"1, 001", "1, 1.0", "1.2, 1_2", "1.0.0, 1"})
  void the_same_value_is_the_same_version(String a, String b) {
    assertThat(Version.of(a)).isEqualByComparingTo(Version.of(b));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"V1__a.sql|1", "V1_2__a.sql|1_2", "V2026.01.02__a.sql|2026.01.02", "V1.sql|1"})
  void flyway_names(String nameAndVersion) {
    String[] parts = nameAndVersion.split("\\|");
    assertThat(FlywayNaming.DEFAULT.of(parts[0]))
        .get()
        .extracting(FileName::version)
        .isEqualTo(parts[1]);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Views__a.sql", "V__a.sql", "Vx1__a.sql", "Update__x.sql", "a.sql"})
  void no_flyway_names(String name) {
    assertThat(FlywayNaming.DEFAULT.of(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "001_a.sql, 001",
    "v1.2.sql, 1.2",
    "1.2.3__x.sql, 1.2.3",
    "2024-01-02-x.sql, 2024-01-02",
    "2024_01_02_add.sql, 2024_01_02",
    "001_2fa.sql, 001",
    "add_users.sql, add_users",
    "12.sql, 12",
    "1a.sql, 1"
  })
  void plain_names(String name, String version) {
    assertThat(FileName.plain(name).version()).isEqualTo(version);
  }
}
