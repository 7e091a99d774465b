import { Migration } from '@mikro-orm/migrations';

export class Migration20260101000000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table "tracks" ("id" serial primary key, "title" text not null, "length" int null);`);
  }
}
