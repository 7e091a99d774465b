/** What the migrations of Ecto send, read from their source. */
package dev.concertina.ecto;
