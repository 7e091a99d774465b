import { MigrationInterface, QueryRunner, TableColumn } from 'typeorm';

const length = { name: 'length', isNullable: true };

export class LongerLength1700000001000 implements MigrationInterface {
  public async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.changeColumn(
      'tracks',
      new TableColumn({ ...length, type: 'int' }),
      new TableColumn({ ...length, type: 'bigint' }),
    );
    await queryRunner.changeColumn('tracks', 'title', new TableColumn({ name: 'title', type: 'varchar' }));
  }

  public async down(): Promise<void> {}
}
