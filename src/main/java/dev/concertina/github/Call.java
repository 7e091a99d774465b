package dev.concertina.github;

import java.net.URI;

/**
 * One request.
 *
 * @param body JSON, or null
 * @param accept the media type that is asked for
 * @param repeatable whether sending it twice does the same as sending it once
 * @param creates whether it makes content that people are notified of: GitHub limits its pace
 */
record Call(
    String method, URI uri, byte[] body, String accept, boolean repeatable, boolean creates) {

  static final String JSON = "application/vnd.github+json";

  static Call get(URI uri) {
    return new Call("GET", uri, null, JSON, true, false);
  }

  /** Changes or deletes something that is there: the second time changes nothing more. */
  static Call change(String method, URI uri, byte[] body) {
    return new Call(method, uri, body, JSON, true, false);
  }

  /** Makes content that people see. */
  static Call create(URI uri, byte[] body) {
    return new Call("POST", uri, body, JSON, false, true);
  }

  Call at(URI elsewhere) {
    return new Call(method, elsewhere, body, accept, repeatable, creates);
  }

  boolean isGet() {
    return method.equals("GET");
  }

  /** For messages: {@code POST /repos/o/r/pulls/1/reviews}. */
  @Override
  public String toString() {
    return method + " " + uri.getPath();
  }
}
