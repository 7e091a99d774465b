package dev.concertina.migration;

import dev.concertina.syntax.Program;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Programs of which each says all that it does and which are ordered by the number in their name,
 * as those of Rails and of most frameworks for Node are.
 */
final class FilePrograms implements Programs {

  private final Framework framework;
  private final BiFunction<Place, String, List<Program>> reader;
  private final Function<Place, Migration.Transaction> transactions;

  /**
   * @param reader what a text does, stretch by stretch where it leaves its transaction on the way
   */
  FilePrograms(Framework framework, Function<String, List<Program>> reader) {
    this(framework, (place, text) -> reader.apply(text));
  }

  /**
   * @param reader the same for programs that may use other files, by their place
   */
  FilePrograms(Framework framework, BiFunction<Place, String, List<Program>> reader) {
    this(framework, reader, place -> framework.transaction());
  }

  /**
   * @param transactions how the framework was told to run a file
   */
  FilePrograms(
      Framework framework,
      BiFunction<Place, String, List<Program>> reader,
      Function<Place, Migration.Transaction> transactions) {
    this.framework = framework;
    this.reader = reader;
    this.transactions = transactions;
  }

  @Override
  public Place place(String path, Engine engine) {
    return new Place(
        path,
        framework,
        engine,
        Path.folder(path),
        Version.of(FileName.plain(Path.name(path)).version()),
        Place.UNLISTED,
        Place.Kind.PROGRAM);
  }

  @Override
  public List<Part> read(Place place, String text) {
    return reader.apply(place, text).stream().map(Part::of).toList();
  }

  @Override
  public Migration.Transaction transaction(Place place) {
    return transactions.apply(place);
  }
}
