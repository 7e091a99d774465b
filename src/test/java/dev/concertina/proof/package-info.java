/**
 * The proof: what the program says about PostgreSQL, held against real servers. {@code
 * docs/proof.md} tells what is proved and what is not.
 */
package dev.concertina.proof;
