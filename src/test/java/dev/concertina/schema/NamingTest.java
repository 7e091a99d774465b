package dev.concertina.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The expected names are those that PostgreSQL 15 and 18 chose for the same statements. */
class NamingTest {

  private static final String LONG = "a_table_with_a_name_that_is_so_long_that_nothing_fits_behind";

  @Test
  void namesAnIndexAfterItsColumns() {
    assertThat(index("t", "a")).isEqualTo("t_a_idx");
    assertThat(index("t", "a", "b")).isEqualTo("t_a_b_idx");
  }

  @Test
  void namesExpressionsLikePostgres() {
    assertThat(index("t", "lower(a)")).isEqualTo("t_lower_idx");
    assertThat(index("t", "a + b")).isEqualTo("t_expr_idx");
    assertThat(index("t", "a + b", "a - b")).isEqualTo("t_expr_expr1_idx");
    assertThat(index("t", "lower(a) || lower(b)")).isEqualTo("t_expr_idx");
    assertThat(index("t", "a::text")).isEqualTo("t_a_idx");
    assertThat(index("t", "coalesce(a, b)")).isEqualTo("t_coalesce_idx");
    assertThat(index("t", "lower(a)::varchar(10)")).isEqualTo("t_lower_idx");
    assertThat(index("t", "(c + 1)::text")).isEqualTo("t_text_idx");
    assertThat(index("t", "case when a = 'x' then 1 end")).isEqualTo("t_case_idx");
    assertThat(index("t", "a", "a")).isEqualTo("t_a_a1_idx");
  }

  @Test
  void numbersOnCollision() {
    Set<String> taken = Set.of("t_a_idx", "t_a_idx1");
    assertThat(Naming.index("t", List.of("a"), taken::contains)).isEqualTo("t_a_idx2");
  }

  @Test
  void cutsTheLongerPartFirst() {
    String column = "a_column_with_a_name_that_is_long_too";
    assertThat(Naming.choose(LONG, column, "fkey", free -> false))
        .isEqualTo("a_table_with_a_name_that_is_s_a_column_with_a_name_that_is_fkey");
    assertThat(Naming.choose(LONG, column, "key", free -> false))
        .isEqualTo("a_table_with_a_name_that_is_s_a_column_with_a_name_that_is__key");
    assertThat(Naming.choose(LONG, column, "check", free -> false))
        .isEqualTo("a_table_with_a_name_that_is__a_column_with_a_name_that_is_check");
    String first = "a_table_with_a_name_that_is_so_long_that_nothing_fits_beh_check";
    assertThat(Naming.choose(LONG, null, "check", free -> false)).isEqualTo(first);
    assertThat(Naming.choose(LONG, null, "check", first::equals))
        .isEqualTo("a_table_with_a_name_that_is_so_long_that_nothing_fits_be_check1");
  }

  @Test
  void countsBytesNotCharacters() {
    String name = Naming.choose("ü".repeat(40), null, "pkey", free -> false);
    assertThat(name).isEqualTo("ü".repeat(29) + "_pkey");
    assertThat(Naming.choose("ü".repeat(30), "id", "seq", free -> false))
        .isEqualTo("ü".repeat(28) + "_id_seq");
  }

  private static String index(String table, String... keys) {
    return Naming.index(table, List.of(keys), free -> false);
  }
}
