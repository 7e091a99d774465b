import { MigrationInterface, QueryRunner } from 'typeorm';

export class IndexTitle1700000001000 implements MigrationInterface {
  name = 'IndexTitle1700000001000';

  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX "IDX_tracks_title" ON "tracks" ("title")
    `);
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP INDEX "IDX_tracks_title"`);
  }
}
