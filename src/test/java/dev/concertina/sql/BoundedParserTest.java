package dev.concertina.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import net.sf.jsqlparser.parser.CCJSqlParser;
import org.junit.jupiter.api.Test;

class BoundedParserTest {

  private static final Tokens DEEP = LexerTest.lex("(".repeat(20) + "a" + ")".repeat(20));
  private static final Tokens SHALLOW = LexerTest.lex("a");

  @Test
  void aParseBeyondItsTimeIsGivenUpAndStopped() throws InterruptedException {
    BoundedParser parser = parser(Duration.ofMillis(50), 1000);
    CountDownLatch stopped = new CountDownLatch(1);
    Object parsed =
        parser.parse(
            DEEP,
            false,
            running -> {
              while (!running.interrupted) {
                Thread.onSpinWait();
              }
              stopped.countDown();
              return "late";
            },
            Function.identity());
    assertThat(parsed).isNull();
    assertThat(stopped.await(20, TimeUnit.SECONDS)).as("its thread ends").isTrue();
    assertThat(word(parser)).hasToString("a");
  }

  @Test
  void afterThreeThatNeverEndNoMoreAreTried() {
    BoundedParser parser = parser(Duration.ofMillis(1), 1000);
    AtomicInteger parses = new AtomicInteger();
    for (int i = 0; i < 5; i++) {
      parser.parse(
          DEEP,
          false,
          running -> {
            parses.incrementAndGet();
            while (!running.interrupted) {
              Thread.onSpinWait();
            }
            return "late";
          },
          Function.identity());
    }
    assertThat(parses.get()).isLessThanOrEqualTo(3);
    assertThat(word(parser)).isNull();
  }

  @Test
  void aReaderParsesSoMuchInAll() {
    BoundedParser parser = parser(Duration.ofSeconds(30), 2);
    assertThat(word(parser)).isNotNull();
    assertThat(word(parser)).isNotNull();
    assertThat(word(parser)).isNull();
  }

  private static Object word(BoundedParser parser) {
    return parser.<Object, Object>parse(
        SHALLOW, false, CCJSqlParser::getNextToken, Function.identity());
  }

  private static BoundedParser parser(Duration time, long total) {
    return new BoundedParser(new Limits(64 * 1024, 60, time, total));
  }
}
