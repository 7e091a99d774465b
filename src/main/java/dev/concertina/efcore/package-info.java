/** What the migrations of EF Core send to PostgreSQL through Npgsql, read from their source. */
package dev.concertina.efcore;
