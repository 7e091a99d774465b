import { Entity, PrimaryKey, Property } from '@mikro-orm/core';

@Entity({ tableName: 'tracks' })
export class Track {
  @PrimaryKey()
  id!: number;

  @Property()
  title!: string;

  @Property({ nullable: true })
  length?: number;
}
