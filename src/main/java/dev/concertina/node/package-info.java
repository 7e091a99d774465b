/**
 * What migrations of the frameworks for Node send: their JavaScript or TypeScript is followed call
 * by call, and never run.
 */
package dev.concertina.node;
