import { MigrationInterface, QueryRunner } from 'typeorm';

export class RenameLength1700000001000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.renameColumn('tracks', 'length', 'length_ms');
  }

  public async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.renameColumn('tracks', 'length_ms', 'length');
  }
}
