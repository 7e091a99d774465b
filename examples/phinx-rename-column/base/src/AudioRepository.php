<?php

declare(strict_types=1);

final class AudioRepository
{
    public function __construct(private PDO $pdo)
    {
    }

    public function all(): array
    {
        return $this->pdo->query('SELECT id, title, slug, length FROM audio ORDER BY id')->fetchAll();
    }
}
