<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class IndexTitlesOfAudio extends AbstractMigration
{
    public function change(): void
    {
        $this->table('audio')
            ->addIndex(['title'])
            ->update();
    }
}
