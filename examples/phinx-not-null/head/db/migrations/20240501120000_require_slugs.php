<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class RequireSlugs extends AbstractMigration
{
    public function up(): void
    {
        foreach ($this->fetchAll('SELECT id, title FROM audio WHERE slug IS NULL') as $audio) {
            $this->execute('UPDATE audio SET slug = ? WHERE id = ?', [slug($audio['title']), $audio['id']]);
        }

        $this->table('audio')
            ->changeColumn('slug', 'string', ['null' => false])
            ->addColumn('label_id', 'integer', ['null' => false])
            ->addForeignKey('label_id', 'labels', 'id')
            ->update();
    }
}
