package dev.concertina.github;

import dev.concertina.github.Call.Purpose;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.kohsuke.github.connector.GitHubConnector;
import org.kohsuke.github.connector.GitHubConnectorRequest;
import org.kohsuke.github.connector.GitHubConnectorResponse;

/** Lets the GitHub library send its requests through our transport, which limits and repeats. */
final class Connector implements GitHubConnector {
  private final Transport transport;

  Connector(Transport transport) {
    this.transport = transport;
  }

  @Override
  public GitHubConnectorResponse send(GitHubConnectorRequest request) throws IOException {
    byte[] body = null;
    if (request.hasBody()) {
      try (InputStream in = request.body()) {
        body = in.readAllBytes();
      }
    }
    String accept = request.header("Accept") == null ? Call.JSON : request.header("Accept");
    boolean repeatable = !request.method().equals("POST");
    URI uri = URI.create(request.url().toString());
    Purpose purpose = request.method().equals("GET") ? Purpose.READ : Purpose.CHANGE;
    Call call = new Call(request.method(), uri, body, accept, repeatable, purpose);
    return new Response(request, transport.send(call));
  }

  private static final class Response extends GitHubConnectorResponse {
    private final Answer answer;

    Response(GitHubConnectorRequest request, Answer answer) {
      super(request, answer.status(), answer.headers());
      this.answer = answer;
    }

    @Override
    public InputStream bodyStream() {
      return new ByteArrayInputStream(answer.body());
    }

    @Override
    public void close() {
      // There is nothing open.
    }
  }
}
