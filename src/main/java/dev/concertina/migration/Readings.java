package dev.concertina.migration;

/**
 * What has been read of files whose history has to be read as a whole. The trees of one change
 * share nearly all of them.
 */
public final class Readings {

  private final dev.concertina.django.Readings django = new dev.concertina.django.Readings();
  private final dev.concertina.alembic.Readings alembic = new dev.concertina.alembic.Readings();

  dev.concertina.django.Readings django() {
    return django;
  }

  dev.concertina.alembic.Readings alembic() {
    return alembic;
  }
}
