/** What to say, as text: a report written for a terminal, a pull request or another program. */
package dev.concertina.review;
