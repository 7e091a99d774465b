package dev.concertina.github;

import java.net.URI;

/**
 * One request.
 *
 * @param body JSON, or null
 * @param accept the media type that is asked for
 * @param repeatable whether sending it twice does the same as sending it once
 */
record Call(
    String method, URI uri, byte[] body, String accept, boolean repeatable, Purpose purpose) {

  static final String JSON = "application/vnd.github+json";

  /** What a request is for. GitHub wants one change at a time of each token. */
  enum Purpose {
    /** It changes nothing. */
    READ,
    /** It changes what is there, or makes what nobody is told of. */
    CHANGE,
    /** It makes content that people are notified of: GitHub limits its pace. */
    CREATE
  }

  static Call get(URI uri) {
    return new Call("GET", uri, null, JSON, true, Purpose.READ);
  }

  /** Reads what is described by a body. */
  static Call query(URI uri, byte[] body) {
    return new Call("POST", uri, body, JSON, true, Purpose.READ);
  }

  /** Changes or deletes something that is there: the second time changes nothing more. */
  static Call change(String method, URI uri, byte[] body) {
    return new Call(method, uri, body, JSON, true, Purpose.CHANGE);
  }

  /** Makes content that people see. */
  static Call create(URI uri, byte[] body) {
    return new Call("POST", uri, body, JSON, false, Purpose.CREATE);
  }

  Call at(URI elsewhere) {
    return new Call(method, elsewhere, body, accept, repeatable, purpose);
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
