<?php

declare(strict_types=1);

use Phinx\Migration\AbstractMigration;

final class RenameLengthOfAudio extends AbstractMigration
{
    public function change(): void
    {
        $this->table('audio')->renameColumn('length', 'length_ms')->save();
    }
}
