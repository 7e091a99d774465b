package dev.concertina.github;

import dev.concertina.github.Wire.Opening;
import dev.concertina.github.Wire.Sink;
import java.io.InputStream;
import java.util.function.Supplier;
import org.kohsuke.github.GHRepository;

/** Fetches the contents of a repository. */
final class Contents implements Blobs.Remote {
  private final Connection connection;
  private final String name;
  private final Supplier<GHRepository> repository;

  Contents(Connection connection, String name, Supplier<GHRepository> repository) {
    this.connection = connection;
    this.name = name;
    this.repository = repository;
  }

  @Override
  public byte[] blob(String id) {
    return connection.ask(
        "the file " + id,
        library -> {
          try (InputStream in = repository.get().getBlob(id).read()) {
            return in.readNBytes(FetchLimits.FILE_BYTES + 1);
          }
        });
  }

  @Override
  public void archive(String commit, Opening to) {
    Call call = Call.get(connection.endpoints().api("/repos/" + name + "/zipball/" + commit));
    Sink sink = new Sink(to, FetchLimits.ARCHIVE_BYTES, FetchLimits.ARCHIVE_TIME);
    connection.transport().send(call, sink);
  }
}
