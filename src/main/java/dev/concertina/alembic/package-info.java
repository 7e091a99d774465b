/**
 * What an Alembic revision does: the order that revisions give themselves, and the SQL that Alembic
 * and SQLAlchemy send for what {@code upgrade()} asks for.
 */
package dev.concertina.alembic;
