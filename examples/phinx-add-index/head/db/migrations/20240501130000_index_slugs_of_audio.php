<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class IndexSlugsOfAudio extends AbstractMigration
{
    public function up(): void
    {
        $this->execute('COMMIT');
        $this->execute('CREATE INDEX CONCURRENTLY audio_slug ON audio (slug)');
        $this->execute('BEGIN');
    }
}
