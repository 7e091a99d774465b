package dev.concertina.schema;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * A persistent hash map: {@link #with} and {@link #without} give another map that shares nearly
 * everything with this one. A schema keeps one state per operation of a change, and copying every
 * map for each of them would cost more than everything else in the check.
 */
final class Trie<K, V> {

  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;
  private static final Trie<?, ?> EMPTY = new Trie<>(null);

  private final Object root;

  private Trie(Object root) {
    this.root = root;
  }

  @SuppressWarnings("unchecked")
  static <K, V> Trie<K, V> empty() {
    return (Trie<K, V>) EMPTY;
  }

  /** {@code next} chains the keys whose hashes are the same in all bits. */
  private record Leaf(int hash, Object key, Object value, Leaf next) {
    Object find(Object wanted) {
      for (Leaf leaf = this; leaf != null; leaf = leaf.next) {
        if (leaf.key.equals(wanted)) {
          return leaf.value;
        }
      }
      return null;
    }

    Leaf without(Object unwanted) {
      if (key.equals(unwanted)) {
        return next;
      }
      return next == null ? this : new Leaf(hash, key, value, next.without(unwanted));
    }
  }

  /** One slot for each bit that is set. */
  private record Branch(int bitmap, Object[] slots) {
    int position(int bit) {
      return Integer.bitCount(bitmap & (bit - 1));
    }
  }

  /**
   * @param key null is there never: not every operation names what it acts on
   */
  @SuppressWarnings("unchecked")
  V get(K key) {
    if (key == null) {
      return null;
    }
    int hash = spread(key);
    Object node = root;
    for (int shift = 0; node instanceof Branch branch; shift += BITS) {
      int bit = bit(hash, shift);
      node = (branch.bitmap & bit) == 0 ? null : branch.slots[branch.position(bit)];
    }
    return node instanceof Leaf leaf && leaf.hash == hash ? (V) leaf.find(key) : null;
  }

  boolean isEmpty() {
    return root == null;
  }

  boolean has(K key) {
    return get(key) != null;
  }

  Trie<K, V> with(K key, V value) {
    int hash = spread(key);
    return new Trie<>(put(root, new Leaf(hash, key, value, null), 0));
  }

  Trie<K, V> without(K key) {
    Object rest = remove(root, spread(key), key, 0);
    return rest == root ? this : new Trie<>(rest);
  }

  /** Every value, in no order that means anything. */
  @SuppressWarnings("unchecked")
  List<V> values() {
    List<V> values = new ArrayList<>();
    collect(root, leaf -> values.add((V) leaf.value));
    return values;
  }

  /** Every key, in no order that means anything. */
  @SuppressWarnings("unchecked")
  List<K> keys() {
    List<K> keys = new ArrayList<>();
    collect(root, leaf -> keys.add((K) leaf.key));
    return keys;
  }

  private static void collect(Object node, Consumer<Leaf> to) {
    if (node instanceof Branch branch) {
      for (Object slot : branch.slots) {
        collect(slot, to);
      }
    } else {
      for (Leaf leaf = (Leaf) node; leaf != null; leaf = leaf.next) {
        to.accept(leaf);
      }
    }
  }

  private static Object put(Object node, Leaf added, int shift) {
    if (node == null) {
      return added;
    }
    if (node instanceof Leaf leaf) {
      if (leaf.hash == added.hash) {
        return new Leaf(added.hash, added.key, added.value, leaf.without(added.key));
      }
      Branch branch = new Branch(bit(leaf.hash, shift), new Object[] {leaf});
      return put(branch, added, shift);
    }
    Branch branch = (Branch) node;
    int bit = bit(added.hash, shift);
    int at = branch.position(bit);
    if ((branch.bitmap & bit) != 0) {
      Object[] slots = branch.slots.clone();
      slots[at] = put(slots[at], added, shift + BITS);
      return new Branch(branch.bitmap, slots);
    }
    Object[] slots = new Object[branch.slots.length + 1];
    System.arraycopy(branch.slots, 0, slots, 0, at);
    slots[at] = added;
    System.arraycopy(branch.slots, at, slots, at + 1, branch.slots.length - at);
    return new Branch(branch.bitmap | bit, slots);
  }

  private static Object remove(Object node, int hash, Object key, int shift) {
    if (node instanceof Leaf leaf) {
      return leaf.hash == hash && leaf.find(key) != null ? leaf.without(key) : leaf;
    }
    Branch branch = (Branch) node;
    int bit = node == null ? 0 : bit(hash, shift);
    if (branch == null || (branch.bitmap & bit) == 0) {
      return node;
    }
    int at = branch.position(bit);
    Object rest = remove(branch.slots[at], hash, key, shift + BITS);
    if (rest == branch.slots[at]) {
      return branch;
    }
    if (rest != null) {
      Object[] slots = branch.slots.clone();
      slots[at] = rest;
      return new Branch(branch.bitmap, slots);
    }
    if (branch.slots.length == 1) {
      return null;
    }
    Object[] slots = Arrays.copyOf(branch.slots, branch.slots.length - 1);
    System.arraycopy(branch.slots, at + 1, slots, at, slots.length - at);
    return new Branch(branch.bitmap & ~bit, slots);
  }

  private static int bit(int hash, int shift) {
    return 1 << (hash >>> shift & MASK);
  }

  private static int spread(Object key) {
    int hash = key.hashCode();
    return hash ^ hash >>> 16;
  }
}
