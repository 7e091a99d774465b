<?php
// What Phinx sends to PostgreSQL for each line of calls.txt: written to sent.txt, or compared with it.
// A line is the body of a migration. Phinx is asked for a dry run, in which it still looks at the
// tables of base.sql. Needs Debian's php-cli, php-pgsql and php-symfony-console, the sources of Phinx,
// and a PostgreSQL with an empty database.
//   php record.php FOLDER PHINX/src 'host=/tmp port=5432 dbname=oracle user=postgres' [--check]
[, $folder, $sources, $place] = $argv;
require '/usr/share/php/Symfony/Component/Console/autoload.php';
spl_autoload_register(function ($class) use ($sources) {
    $file = $sources . '/' . str_replace('\\', '/', $class) . '.php';
    if (is_file($file)) {
        require $file;
    }
});

use Phinx\Db\Adapter\PostgresAdapter;
use Phinx\Db\Table\Column;
use Phinx\Db\Table\Index;
use Phinx\Migration\AbstractMigration;
use Phinx\Util\Literal;
use Symfony\Component\Console\Input\ArrayInput;
use Symfony\Component\Console\Input\InputDefinition;
use Symfony\Component\Console\Input\InputOption;
use Symfony\Component\Console\Output\BufferedOutput;

final class Recorded extends AbstractMigration
{
    public function body(string $code): void
    {
        eval('use Phinx\Util\Literal; use Phinx\Db\Adapter\PostgresAdapter; ' . $code);
    }
}

$connection = new PDO('pgsql:' . str_replace(' ', ';', $place));
$connection->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_EXCEPTION);
$connection->exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public;');
$connection->exec(file_get_contents("$folder/base.sql"));
$definition = new InputDefinition([new InputOption('dry-run')]);
$recorded = '';
foreach (file("$folder/calls.txt", FILE_IGNORE_NEW_LINES) as $line) {
    if ($line === '' || $line[0] === '#') {
        continue;
    }
    $output = new BufferedOutput();
    $input = new ArrayInput(['--dry-run' => true], $definition);
    $adapter = new PostgresAdapter(
        ['name' => 'oracle', 'schema' => 'public', 'connection' => $connection, 'migration_table' => 'audio_log'],
        $input,
        $output
    );
    $output->fetch();
    $migration = new Recorded('test', 20240501120000, $input, $output);
    $migration->setAdapter($adapter);
    $migration->body($line);
    $recorded .= $line . "\n";
    foreach (array_filter(explode("\n", $output->fetch())) as $sql) {
        $recorded .= '  ' . trim($sql) . "\n";
    }
}
if (in_array('--check', $argv)) {
    exit($recorded === file_get_contents("$folder/sent.txt") ? 0 : 1);
}
file_put_contents("$folder/sent.txt", $recorded);
