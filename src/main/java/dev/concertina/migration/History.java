package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
import dev.concertina.sql.SqlReader;
import dev.concertina.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * The migrations of the base, as far as they have run: what is known of the database before the
 * change. What can't be read costs knowledge and never fails.
 */
public final class History {

  /** How far behind the newest migration a cached schema is looked for one by one. */
  private static final int NEAR = 40;

  /** At multiples of this a schema is kept too, for changes further back. */
  private static final int MILESTONE = 250;

  private final Layout layout;
  private final MigrationReader reader;
  private final ReplayCache cache;
  private final SchemaCodec codec = new SchemaCodec();

  public History(Tree base, LayoutSettings settings, ReplayCache cache) {
    layout = new Layout(base, settings);
    reader = new MigrationReader(layout);
    this.cache = cache;
  }

  /** The schema that several histories of one database make, with nothing marked as new. */
  public Schema replay(Collection<String> histories) {
    Schema schema = Schema.EMPTY;
    for (String history : histories) {
      schema = replay(history, schema);
    }
    return schema.asBase();
  }

  /** The schema that one history makes, with nothing marked as new. */
  public Schema replay(String history) {
    return replay(history, Schema.EMPTY).asBase();
  }

  /** The paths of a history's migrations that have run, in order. */
  public List<String> paths(String history) {
    return ran(history).stream().map(Place::path).toList();
  }

  private Schema replay(String history, Schema start) {
    Optional<Snapshot> snapshot = Snapshot.of(history, layout.files());
    List<Place> places = new ArrayList<>(ran(history));
    Chain chain = new Chain(codec.version());
    Schema schema = start;
    if (snapshot.isPresent()) {
      chain.add(snapshot.get().path(), layout.files().id(snapshot.get().path()));
      schema = schema.after(operations(snapshot.get()));
      if (snapshot.get().listsVersions()) {
        places.removeIf(place -> snapshot.get().lists(place.version()));
      }
    }
    for (Place place : places) {
      chain.add(place.path(), layout.files().id(place.path()));
    }
    boolean keeps = start == Schema.EMPTY && chain.complete();
    return keeps ? cached(places, chain, schema) : replay(places, 0, places.size(), schema);
  }

  /** Continues from the longest prefix that the cache knows. */
  private Schema cached(List<Place> places, Chain chain, Schema start) {
    int offset = chain.size() - places.size();
    Schema schema = start;
    int done = 0;
    for (int n = places.size(); n > 0 && done == 0; n = before(n, places.size())) {
      Optional<Schema> known = cache.get(chain.key(offset + n)).flatMap(codec::read);
      if (known.isPresent()) {
        schema = known.get();
        done = n;
      }
    }
    int milestone = places.size() / MILESTONE * MILESTONE;
    if (milestone > done && milestone < places.size()) {
      schema = replay(places, done, milestone, schema);
      cache.put(chain.key(offset + milestone), codec.write(schema));
      done = milestone;
    }
    if (done < places.size()) {
      schema = replay(places, done, places.size(), schema);
      cache.put(chain.key(offset + places.size()), codec.write(schema));
    }
    return schema;
  }

  private static int before(int n, int size) {
    return n > size - NEAR ? n - 1 : (n - 1) / MILESTONE * MILESTONE;
  }

  private Schema replay(List<Place> places, int from, int to, Schema start) {
    List<Place> part = places.subList(from, to);
    try {
      return start.after(() -> new OperationsOf(part.iterator()));
    } catch (RuntimeException unexpected) {
      return oneByOne(part, start);
    }
  }

  /** What an operation that can't be applied costs is that operation alone. */
  private Schema oneByOne(List<Place> places, Schema start) {
    Schema schema = start;
    Iterator<Operation> operations = new OperationsOf(places.iterator());
    while (operations.hasNext()) {
      try {
        schema = schema.after(operations.next());
      } catch (RuntimeException unexpected) {
        // The schema stays as it was.
      }
    }
    return schema;
  }

  private static List<Operation> operations(Snapshot snapshot) {
    return new SqlReader(Engine.DEFAULT.syntax())
        .read(snapshot.text()).stream().flatMap(s -> s.operations().stream()).toList();
  }

  /** The migrations that go up, in order; a baseline only where nothing older is there. */
  private List<Place> ran(String history) {
    List<Place> places = new ArrayList<>();
    for (String shared : layout.shared(history)) {
      places.addAll(layout.history(shared));
    }
    places.removeIf(place -> !place.goesUp() || place.kind() == Place.Kind.UNREAD);
    // Files for another database may lie between them, told by their names.
    places.removeIf(place -> !place.engine().judged());
    places.sort(Place.order());
    boolean older = !places.isEmpty() && places.get(0).kind() != Place.Kind.BASELINE;
    places.removeIf(place -> older && place.kind() == Place.Kind.BASELINE);
    return places;
  }

  /** Reads one file after the other, so that a long history is never in memory as a whole. */
  private final class OperationsOf implements Iterator<Operation> {

    private final Iterator<Place> places;
    private Iterator<Operation> current = List.<Operation>of().iterator();

    OperationsOf(Iterator<Place> places) {
      this.places = places;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && places.hasNext()) {
        current = read(places.next());
      }
      return current.hasNext();
    }

    @Override
    public Operation next() {
      hasNext();
      return current.next();
    }

    private Iterator<Operation> read(Place place) {
      return layout
          .files()
          .bytes(place.path())
          .map(bytes -> reader.up(place, bytes))
          .orElse(List.of())
          .stream()
          .flatMap((Statement statement) -> statement.operations().stream())
          .iterator();
    }
  }
}
