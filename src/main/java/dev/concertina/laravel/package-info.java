/** What the migrations of Laravel send, read from their source. */
package dev.concertina.laravel;
