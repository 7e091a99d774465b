/**
 * Who uses a table or a column: what the application's source at one commit says about it. A scan
 * for identifiers finds what mentions it, and readers of models find what declares it; both stand
 * behind {@link dev.concertina.code.References}.
 */
package dev.concertina.code;
