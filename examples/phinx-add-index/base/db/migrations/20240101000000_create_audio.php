<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class CreateAudio extends AbstractMigration
{
    public function change(): void
    {
        $this->table('labels')
            ->addColumn('name', 'string')
            ->create();

        $this->table('audio')
            ->addColumn('title', 'string', ['limit' => 100, 'null' => false])
            ->addColumn('slug', 'string')
            ->addColumn('length', 'integer')
            ->addTimestamps()
            ->create();
    }
}
