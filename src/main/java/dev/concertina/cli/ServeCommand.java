package dev.concertina.cli;

import dev.concertina.server.Server;
import dev.concertina.server.ServiceSettings;
import dev.concertina.server.UnusableSettingsException;
import java.util.concurrent.CountDownLatch;

/** {@code concertina serve}: the webhook service, until it is told to end. */
final class ServeCommand implements Action {

  @Override
  public Usage usage() {
    return new Usage("serve", "Runs the webhook service; reads CONCERTINA_… variables.");
  }

  @Override
  public int run(Arguments given, Terminal terminal) {
    try {
      ServiceSettings settings = ServiceSettings.read(terminal.environment());
      ReplayFolder replays = new ReplayFolder(settings.data().resolve("replay"));
      Server server = new Server(settings, Main.version(), ActionCommand.rules(), replays);
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    server.close();
                    // A signal that was obeyed is no failure.
                    Runtime.getRuntime().halt(ExitStatus.PASSED);
                  },
                  "ending"));
      new CountDownLatch(1).await();
      return ExitStatus.PASSED;
    } catch (UnusableSettingsException e) {
      throw new CommandFailure(e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitStatus.PASSED;
    }
  }
}
