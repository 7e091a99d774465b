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
    BoundedParser parser = parser(Duration.ofMillis(50), Duration.ofSeconds(30));
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
    assertThat(
            parser.<Object, Object>parse(
                SHALLOW, false, CCJSqlParser::getNextToken, Function.identity()))
        .hasToString("a");
  }

  @Test
  void aReaderThatHasSpentItsTimeParsesNoMore() {
    BoundedParser parser = parser(Duration.ofSeconds(30), Duration.ofMillis(20));
    AtomicInteger parses = new AtomicInteger();
    BoundedParser.Rule<Object> slow =
        running -> {
          sleep(30);
          running.getNextToken();
          return parses.incrementAndGet();
        };
    assertThat(parser.<Object, Object>parse(SHALLOW, false, slow, Function.identity()))
        .isEqualTo(1);
    assertThat(parser.<Object, Object>parse(SHALLOW, false, slow, Function.identity())).isNull();
    assertThat(parses).hasValue(1);
  }

  private static BoundedParser parser(Duration time, Duration total) {
    return new BoundedParser(new Limits(64 * 1024, 60, time, total));
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
