/** The only place that knows GitHub: reads a pull request and keeps one review in it. */
package dev.concertina.github;
