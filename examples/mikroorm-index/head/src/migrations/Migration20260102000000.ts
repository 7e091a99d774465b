import { Migration } from '@mikro-orm/migrations';

export class Migration20260102000000 extends Migration {
  override isTransactional(): boolean {
    return false;
  }

  override async up(): Promise<void> {
    this.addSql('create index concurrently "tracks_title_index" on "tracks" ("title");');
    this.addSql('create index "tracks_length_index" on "tracks" ("length");');
  }
}
