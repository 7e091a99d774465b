package dev.concertina.rails;

/**
 * The release of Rails that a migration was written for, by {@code Migration[7.1]}. Rails keeps
 * running old migrations as that release did.
 */
record RailsVersion(int major, int minor) {

  /** What a migration without a version was written for. */
  static final RailsVersion OLDEST = new RailsVersion(4, 2);

  /** What one of a base class with versions of its own most likely is. */
  static final RailsVersion UNKNOWN = new RailsVersion(7, 0);

  /** The last release whose {@code schema.rb} does not say its version. */
  static final RailsVersion WITHOUT_SCHEMA_VERSION = new RailsVersion(6, 1);

  /** Of the brackets behind {@code ActiveRecord::Migration}: {@code 7.1}. */
  static RailsVersion of(String written) {
    int dot = written.indexOf('.');
    try {
      int major = Integer.parseInt(dot < 0 ? written : written.substring(0, dot));
      return new RailsVersion(major, dot < 0 ? 0 : Integer.parseInt(written.substring(dot + 1)));
    } catch (NumberFormatException other) {
      return UNKNOWN;
    }
  }

  boolean since(int wantedMajor, int wantedMinor) {
    return major > wantedMajor || major == wantedMajor && minor >= wantedMinor;
  }
}
