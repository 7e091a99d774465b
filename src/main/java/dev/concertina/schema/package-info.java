/**
 * The vocabulary that everything else speaks: what a statement does ({@link
 * dev.concertina.schema.Operation}), to what ({@link dev.concertina.schema.Schema}), what the
 * database does meanwhile ({@link dev.concertina.schema.Effect}) and what the running version sees
 * afterwards ({@link dev.concertina.schema.Compatibility}). Depends on nothing.
 */
package dev.concertina.schema;
