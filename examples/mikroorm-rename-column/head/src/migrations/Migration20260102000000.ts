import { Migration } from '@mikro-orm/migrations';

export class Migration20260102000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`alter table "tracks" rename column "length" to "length_ms";`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table "tracks" rename column "length_ms" to "length";`);
  }
}
