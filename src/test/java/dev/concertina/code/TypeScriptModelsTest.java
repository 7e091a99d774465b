package dev.concertina.code;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypeScriptModelsTest {
  private static final String ENTITY = "src/audio/audio.entity.ts";
  private static final String BASE = "src/common/base.entity.ts";
  private static final String TABLES = "src/db/schema.ts";
  private static final String MODEL = "models/audio.js";

  private final Application application = new Application();

  private String of(String table, String column) {
    return application.declaring(table, column);
  }

  @Test
  void entities_of_typeorm() {
    application
        .with("src/common/index.ts", "export * from './base.entity';\n")
        .with(
            BASE,
            """
            import { PrimaryGeneratedColumn, CreateDateColumn } from 'typeorm';

            export abstract class BaseEntity {
              @PrimaryGeneratedColumn('uuid')
              id: string;

              @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
              createdAt: Date;
            }
            """)
        .with(
            "src/audio/name.ts",
            "import { Column } from 'typeorm';\nexport class Name {\n  @Column()\n  first: string;\n}\n")
        .with(
            ENTITY,
            """
            import { Column, Entity, JoinColumn, JoinTable, ManyToMany, ManyToOne } from 'typeorm';
            import { BaseEntity } from '../common';
            import { Name } from './name';
            import { User } from '@/users/user.entity';

            @Entity({ name: 'audio_files', schema: 'media' })
            export class Audio extends BaseEntity {
              @Column({ name: 'length_ms', type: 'int', nullable: true })
              readonly length!: number | null;

              @Column()
              sampleRate: number;

              @Column(() => Name)
              author: Name;

              @ManyToOne(() => User, (user) => user.audios)
              @JoinColumn({ name: 'owner_ref' })
              owner: User;

              @ManyToOne('User')
              editor: User;

              @ManyToMany(() => Tag)
              @JoinTable({ name: 'audio_tags', joinColumn: { name: 'audio_id' } })
              tags: Tag[];

              notStored: string;
            }

            @Entity('podcast')
            export class Show {
              @Column('text') feed: string;
            }
            """);
    assertThat(of("audio_files", "length_ms")).isEqualTo(application.at(ENTITY, "length!"));
    assertThat(of("audio_files", "length")).isEmpty();
    assertThat(of("audio_files", "sampleRate")).isEqualTo(application.at(ENTITY, "sampleRate"));
    assertThat(of("audio_files", "owner_ref")).isEqualTo(application.at(ENTITY, "owner: User"));
    assertThat(of("audio_files", "editorId")).isEqualTo(application.at(ENTITY, "editor: User"));
    assertThat(of("audio_files", "created_at")).isEqualTo(application.at(BASE, "createdAt"));
    assertThat(of("audio_files", "authorFirst")).isEqualTo("src/audio/name.ts:4");
    assertThat(of("audio_files", "not_stored")).isEmpty();
    assertThat(of("audio_tags", "audio_id")).isEqualTo(application.at(ENTITY, "tags: Tag"));
    assertThat(of("podcast", "feed")).isEqualTo(application.at(ENTITY, "feed"));
  }

  @Test
  void tables_of_drizzle() {
    application
        .with(
            "src/db/columns.ts",
            """
            import { timestamp } from 'drizzle-orm/pg-core';

            export const timestamps = {
              createdAt: timestamp('created_at').defaultNow().notNull(),
            };
            """)
        .with(
            TABLES,
            """
            import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
            import { timestamps } from './columns';

            const own = { ownerId: uuid('owner_ref').references(() => users.id) };

            export const audio = pgTable(
              'audio',
              {
                id: uuid('id').primaryKey().defaultRandom(),
                length: integer('length_ms').notNull(),
                sampleRate: integer(),
                ...own,
                ...timestamps,
              },
              (table) => [index('audio_length').on(table.length)],
            );

            export const tags = pgTable('tags', (t) => ({ label: t.text().notNull() }));
            """);
    assertThat(of("audio", "length_ms")).isEqualTo(application.at(TABLES, "length_ms"));
    assertThat(of("audio", "length")).isEmpty();
    assertThat(of("audio", "sample_rate")).isEqualTo(application.at(TABLES, "sampleRate"));
    assertThat(of("audio", "owner_ref")).isEqualTo(application.at(TABLES, "owner_ref"));
    assertThat(of("audio", "created_at")).isEqualTo("src/db/columns.ts:4");
    assertThat(of("tags", "label")).isEqualTo(application.at(TABLES, "label"));
    assertThat(of("audio", "audio_length")).isEmpty();
  }

  @Test
  void models_of_sequelize() {
    application
        .with(
            MODEL,
            """
            'use strict';
            const { Model } = require('sequelize');

            module.exports = (sequelize, DataTypes) => {
              class Audio extends Model {
                static associate(models) {
                  Audio.belongsTo(models.Album, { foreignKey: 'album_id' });
                }
              }
              Audio.init(
                {
                  title: DataTypes.STRING,
                  length: { type: DataTypes.INTEGER, field: 'length_ms' },
                  label: { type: DataTypes.VIRTUAL },
                },
                { sequelize, modelName: 'Audio', underscored: true },
              );
              return Audio;
            };
            """)
        .with(
            "models/listing.js",
            """
            module.exports = (sequelize, DataTypes) =>
              sequelize.define('AudioList', { slugName: DataTypes.STRING }, { timestamps: false });
            """);
    assertThat(of("audios", "length_ms")).isEqualTo(application.at(MODEL, "length_ms"));
    assertThat(of("audios", "album_id")).isEqualTo(application.at(MODEL, "belongsTo"));
    assertThat(of("audios", "created_at")).isEqualTo(application.at(MODEL, "Audio.init"));
    assertThat(of("audios", "label")).isEmpty();
    assertThat(of("AudioLists", "slugName")).isEqualTo("models/listing.js:2");
    assertThat(of("AudioLists", "createdAt")).isEmpty();
  }

  @Test
  void models_of_sequelize_with_decorators() {
    application.with(
        ENTITY,
        """
        import { Column, Model, Table } from 'sequelize-typescript';

        @Table({ tableName: 'audio' })
        export class Audio extends Model<Audio> {
          @Column({ field: 'length_ms' })
          length: number;

          @Column
          title: string;
        }
        """);
    assertThat(of("audio", "length_ms")).isEqualTo(application.at(ENTITY, "length: "));
    assertThat(of("audio", "title")).isEqualTo(application.at(ENTITY, "title"));
  }

  @Test
  void models_of_objection() {
    application.with(
        MODEL,
        """
        const { Model } = require('objection');

        class Track extends Model {
          static get tableName() {
            return 'audio';
          }

          static get jsonSchema() {
            return {
              type: 'object',
              properties: {
                sampleRate: { type: 'integer' },
              },
            };
          }
        }
        """);
    assertThat(of("audio", "sample_rate")).isEqualTo(application.at(MODEL, "sampleRate"));
    assertThat(of("audio", null)).isEqualTo(application.at(MODEL, "class Track"));
  }
}
