package dev.concertina.rails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.concertina.proof.ActiveRecord;
import dev.concertina.proof.Majors;
import dev.concertina.proof.Server;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/** What was recorded is what the Active Record of the system sends. */
@ResourceLock(Server.LOCK)
class ActiveRecordTest {

  @TempDir private Path folder;

  @Test
  void sendsWhatWasRecorded() throws Exception {
    assumeTrue(Majors.all(), "takes a quarter of a minute: mvn verify -Pproof");
    ActiveRecord.require();
    try (EmbeddedPostgres postgres = Server.builder(Majors.NEWEST).start()) {
      String sent =
          ActiveRecord.run(
              folder,
              "record.rb",
              CallTable.FILES.resolve("calls-6.1.rb").toAbsolutePath().toString(),
              "localhost",
              String.valueOf(postgres.getPort()),
              "postgres",
              "postgres");
      assertThat(CallTable.parse(sent)).isEqualTo(CallTable.read("recorded-6.1.txt"));
    }
  }

  @Test
  void turnsRoundWhatWasRecorded() throws IOException {
    ActiveRecord.require();
    String calls = CallTable.FILES.resolve("calls-of-change.rb").toAbsolutePath().toString();
    assertThat(ActiveRecord.run(folder, "reversible.rb", calls))
        .isEqualTo(Files.readString(CallTable.FILES.resolve("reversible-6.1.txt")));
  }
}
