package dev.concertina.migration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.migration.Migration.Transaction;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypeOrmTransactionsTest {

  private static final String PATH = "api/src/migrations/1700000000001-Change.ts";

  private static String migration(String more) {
    return "import { MigrationInterface } from 'typeorm'\n\n"
        + "export class Change1700000000001 implements MigrationInterface {\n"
        + more
        + "  async up(queryRunner) {\n    await queryRunner.query('SELECT 1')\n  }\n}\n";
  }

  private static Transaction transaction(String text, String... files) {
    InMemoryTree tree = InMemoryTree.of(files);
    return Change.read(tree, tree, List.of(InMemoryTree.added(PATH, text)), LayoutSettings.NONE)
        .migrations()
        .get(0)
        .transaction();
  }

  private static String source(String mode) {
    return "export const source = new DataSource({\n  migrationsTransactionMode: '"
        + mode
        + "',\n})";
  }

  @Test
  void allThatArePendingShareOneByThemselves() {
    assertThat(transaction(migration(""), "api/package.json", "{}"))
        .isEqualTo(Transaction.ALL_PENDING);
  }

  @Test
  void aDataSourceSaysHow() {
    assertThat(transaction(migration(""), "api/src/data-source.ts", source("each")))
        .isEqualTo(Transaction.FILE);
    assertThat(transaction(migration(""), "api/src/data-source.ts", source("none")))
        .isEqualTo(Transaction.NONE);
    assertThat(
            transaction(
                migration("  transaction = false\n"), "api/src/data-source.ts", source("each")))
        .isEqualTo(Transaction.NONE);
  }

  @Test
  void aCommandSaysHow() {
    String scripts =
        "{\"scripts\": {\"migrate\": \"typeorm migration:run -d src/source.ts --transaction each\"}}";
    assertThat(transaction(migration(""), "api/package.json", scripts)).isEqualTo(Transaction.FILE);
  }

  @Test
  void theNearestCounts() {
    assertThat(
            transaction(
                migration(""),
                "api/src/data-source.ts",
                source("each"),
                "web/src/data-source.ts",
                source("none"),
                "README.md",
                "migrationsTransactionMode: 'none'"))
        .isEqualTo(Transaction.FILE);
    assertThat(
            transaction(
                migration(""), "api/src/one.ts", source("each"), "api/src/two.ts", source("none")))
        .isEqualTo(Transaction.ALL_PENDING);
  }
}
