/**
 * Who uses a table or a column: what the application's source at one commit says about it. A scan
 * for identifiers today; readers of model declarations stand beside it behind {@link
 * dev.concertina.code.References}.
 */
package dev.concertina.code;
