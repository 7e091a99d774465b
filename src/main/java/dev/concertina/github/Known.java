package dev.concertina.github;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Small answers by their addresses: asked for again with their tag, and when GitHub says that
 * nothing changed, that does not count for its limits.
 */
final class Known {
  private static final int MOST = 200;
  private static final int LONGEST = 64 << 10;

  private final Map<URI, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);

  synchronized Answer answer(Call call) {
    return call.isGet() ? answers.get(call.uri()) : null;
  }

  synchronized void keep(Call call, Answer answer) {
    int length = answer.body().length;
    boolean small = length > 0 && length <= LONGEST;
    if (call.isGet() && answer.status() == 200 && small && answer.header("etag").isPresent()) {
      answers.put(call.uri(), answer);
      if (answers.size() > MOST) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
  }
}
