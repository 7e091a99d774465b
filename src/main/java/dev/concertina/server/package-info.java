/**
 * The webhook service: takes deliveries, keeps them until the review they ask for stands in the
 * pull request, and shows how it is doing.
 */
package dev.concertina.server;
