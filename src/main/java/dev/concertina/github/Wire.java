package dev.concertina.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One exchange over HTTP, bounded in time and size. The token goes to GitHub's own host alone. */
final class Wire {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final String VERSION = "2022-11-28";

  private final Endpoints endpoints;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT)
          .build();

  Wire(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /**
   * Where the body of an answer that worked goes.
   *
   * @param file opens it anew, for each attempt; null keeps the body in memory
   * @param most bytes
   * @param time until the last byte is there
   */
  record Sink(Opening file, long most, Duration time) {}

  /** Opens something to write to. */
  interface Opening {
    OutputStream open() throws IOException;
  }

  /**
   * Sends a request once.
   *
   * @param tag the entity tag of an earlier answer, or null
   */
  Answer exchange(Call call, String token, String tag, Sink sink)
      throws IOException, InterruptedException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream to = new Late(sink.file())) {
      CompletableFuture<HttpResponse<Void>> sent =
          http.sendAsync(
              request(call, token, tag),
              info ->
                  new BoundedBody(
                      sink.file() != null && info.statusCode() == 200 ? to : bytes, sink.most()));
      HttpResponse<Void> response = wait(sent, sink.time());
      return new Answer(response.statusCode(), response.headers().map(), bytes.toByteArray());
    }
  }

  private static HttpResponse<Void> wait(CompletableFuture<HttpResponse<Void>> sent, Duration time)
      throws IOException, InterruptedException {
    try {
      return sent.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      sent.cancel(true);
      throw new IOException("it takes longer than " + time.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    }
  }

  private HttpRequest request(Call call, String token, String tag) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(call.uri())
            .header("Accept", call.accept())
            .header("User-Agent", "concertina")
            .method(
                call.method(),
                call.body() == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofByteArray(call.body()));
    if (call.body() != null) {
      request.header("Content-Type", "application/json");
    }
    if (tag != null) {
      request.header("If-None-Match", tag);
    }
    if (isHost(endpoints.api(), call.uri()) || isHost(endpoints.graphql(), call.uri())) {
      if (!token.isEmpty()) {
        request.header("Authorization", "Bearer " + token);
      }
      request.header("X-GitHub-Api-Version", VERSION);
    }
    return request.build();
  }

  private static boolean isHost(URI home, URI uri) {
    return home.getScheme().equals(uri.getScheme())
        && home.getHost().equalsIgnoreCase(uri.getHost())
        && home.getPort() == uri.getPort();
  }

  /** Opens the file when the first byte comes. */
  private static final class Late extends OutputStream {
    private final Opening file;
    private OutputStream to;

    Late(Opening file) {
      this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
      if (to == null) {
        to = file.open();
      }
      to.write(bytes, start, length);
    }

    @Override
    public void close() throws IOException {
      if (to != null) {
        to.close();
      }
    }
  }
}
