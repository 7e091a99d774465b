package dev.concertina.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.concertina.schema.Lock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom a lock mode makes wait is what happens: the ground on which every effect stands. */
@ResourceLock(Server.LOCK)
class LockModesTest {

  static IntStream majors() {
    return Majors.chosen();
  }

  @ParameterizedTest
  @MethodSource("majors")
  void blocksWhomItSays(int major) {
    try (Server server = Server.start(major);
        Database database = server.database();
        Client holder = database.connect();
        Client other = database.connect()) {
      holder.run("CREATE TABLE t (id int PRIMARY KEY); INSERT INTO t VALUES (1), (2)");
      for (Lock mode : Lock.values()) {
        holder.run("BEGIN; LOCK TABLE t IN " + mode + " MODE");
        assertThat(other.waits("SELECT * FROM t"))
            .as("SELECT under " + mode)
            .isEqualTo(mode.blocksReads());
        assertThat(other.waits("INSERT INTO t VALUES (3)"))
            .as("INSERT under " + mode)
            .isEqualTo(mode.blocksWrites());
        assertThat(other.waits("UPDATE t SET id = 5 WHERE id = 2"))
            .as("UPDATE under " + mode)
            .isEqualTo(mode.blocksWrites());
        assertThat(other.waits("DELETE FROM t"))
            .as("DELETE under " + mode)
            .isEqualTo(mode.blocksWrites());
        holder.run("ROLLBACK");
      }
    }
  }
}
