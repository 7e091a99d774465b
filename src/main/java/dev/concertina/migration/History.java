package dev.concertina.migration;

import dev.concertina.schema.Operation;
import dev.concertina.schema.Schema;
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
    this(base, settings, cache, new Readings());
  }

  /**
   * @param readings what the change's own reading shares with it
   */
  public History(Tree base, LayoutSettings settings, ReplayCache cache, Readings readings) {
    layout = new Layout(base, settings, readings);
    reader = new MigrationReader(layout);
    this.cache = cache;
  }

  /** The schema that several histories of one database make, with nothing marked as new. */
  public Schema replay(Collection<String> histories) {
    Schema schema = Schema.EMPTY;
    Chain chain = new Chain(codec::version);
    for (String history : histories) {
      schema = new Prefixes(history, chain).replay(schema);
    }
    return schema.asBase();
  }

  /** The schema that one history makes, with nothing marked as new. */
  public Schema replay(String history) {
    return replay(List.of(history));
  }

  /** The paths of a history's migrations that have run, in order. */
  public List<String> paths(String history) {
    return ran(history).stream().map(Place::path).toList();
  }

  /** A history as a list of which every beginning has a name in the cache. */
  private final class Prefixes {

    private final Optional<Snapshot> snapshot;
    private final List<Place> places;
    private final Chain chain;
    private final int offset;

    /**
     * @param chain what was replayed before; continued by this history's files
     */
    Prefixes(String history, Chain chain) {
      this.chain = chain;
      snapshot = Snapshot.of(history, layout.files());
      places = new ArrayList<>(ran(history));
      if (snapshot.isPresent()) {
        chain.add(snapshot.get().path(), layout.files().id(snapshot.get().path()));
        boolean lists = snapshot.get().listsVersions();
        places.removeIf(place -> lists && snapshot.get().lists(place.versionText()));
      }
      offset = chain.size();
      for (Place place : places) {
        chain.add(place.path(), layout.files().id(place.path()));
      }
    }

    /** Continues from the longest beginning that the cache knows. */
    Schema replay(Schema start) {
      int all = places.size();
      for (int n = all; n > 0 || n == 0 && snapshot.isPresent(); n = before(n, all)) {
        Optional<Schema> known = known(n);
        if (known.isPresent()) {
          return from(n, known.get());
        }
      }
      if (snapshot.isEmpty()) {
        return from(0, start);
      }
      Schema seeded = start.after(snapshot.get().operations());
      keep(0, seeded);
      return from(0, seeded);
    }

    private Schema from(int done, Schema known) {
      int all = places.size();
      int milestone = all / MILESTONE * MILESTONE;
      if (milestone > done && milestone < all) {
        Schema there = History.this.replay(places.subList(done, milestone), known);
        keep(milestone, there);
        return from(milestone, there);
      }
      if (done == all) {
        return known;
      }
      Schema schema = History.this.replay(places.subList(done, all), known);
      keep(all, schema);
      return schema;
    }

    private Optional<Schema> known(int count) {
      return chain.complete()
          ? cache.get(chain.key(offset + count)).flatMap(codec::read)
          : Optional.empty();
    }

    private void keep(int count, Schema schema) {
      if (chain.complete() && cache != ReplayCache.NONE) {
        cache.put(chain.key(offset + count), codec.write(schema));
      }
    }
  }

  /** The next shorter beginning to ask for; -1 when there is none. */
  private static int before(int n, int size) {
    return n > size - NEAR || n == 0 ? n - 1 : (n - 1) / MILESTONE * MILESTONE;
  }

  private Schema replay(List<Place> places, Schema start) {
    try {
      return start.after(() -> new OperationsOf(places.iterator()));
    } catch (RuntimeException unexpected) {
      return oneByOne(places, start);
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

  /** The migrations that go up, in order; a baseline only where nothing older is there. */
  private List<Place> ran(String history) {
    List<Place> places = new ArrayList<>();
    for (String shared : layout.shared(history)) {
      places.addAll(layout.history(shared));
    }
    places.removeIf(place -> !place.goesUp() || place.kind() == Place.Kind.UNREAD);
    places.removeIf(place -> layout.leftOutOf(place) != null);
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
