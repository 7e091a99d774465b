/**
 * The pipeline, pure: a change in, a report out. No network, no clock, no files, nothing of the
 * change is ever executed.
 */
package dev.concertina.check;
