package dev.concertina.github;

import java.io.IOException;
import java.io.OutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Takes a body up to a limit; a longer one is not read to its end. */
final class BoundedBody implements BodySubscriber<Void> {
  private final OutputStream to;
  private final CompletableFuture<Void> done = new CompletableFuture<>();
  private long room;
  private Flow.Subscription subscription;

  BoundedBody(OutputStream to, long limit) {
    this.to = to;
    this.room = limit;
  }

  @Override
  public CompletionStage<Void> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    subscription = given;
    given.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    try {
      for (ByteBuffer buffer : buffers) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        room -= bytes.length;
        if (room < 0) {
          throw new TooLongException();
        }
        to.write(bytes);
      }
    } catch (IOException e) {
      subscription.cancel();
      done.completeExceptionally(e);
    }
  }

  @Override
  public void onError(Throwable problem) {
    done.completeExceptionally(problem);
  }

  @Override
  public void onComplete() {
    done.complete(null);
  }

  /** The body is longer than the limit: asking again would not help. */
  static final class TooLongException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLongException() {
      super("the answer is too long");
    }
  }
}
