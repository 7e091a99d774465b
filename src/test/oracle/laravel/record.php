<?php
// What Laravel sends to PostgreSQL for each call of calls.txt: written to sent.txt, or compared with
// it. Needs Debian's php-cli and php-laravel-framework.
//   php record.php FOLDER [--check]
require '/usr/share/php/Illuminate/autoload.php';

use Illuminate\Database\PostgresConnection;
use Illuminate\Database\Query\Expression;
use Illuminate\Database\Schema\Blueprint;

final class Sent
{
    public static PostgresConnection $connection;
}

final class Schema
{
    public static function __callStatic($name, $arguments)
    {
        return Sent::$connection->getSchemaBuilder()->$name(...$arguments);
    }
}

final class DB
{
    public static function raw($value)
    {
        return new Expression($value);
    }

    public static function __callStatic($name, $arguments)
    {
        return Sent::$connection->$name(...$arguments);
    }
}

Sent::$connection = new PostgresConnection(fn () => null, 'app');
Sent::$connection->useDefaultSchemaGrammar();
$folder = $argv[1];
$recorded = '';
foreach (file("$folder/calls.txt", FILE_IGNORE_NEW_LINES) as $line) {
    if ($line === '' || $line[0] === '#') {
        continue;
    }
    $queries = Sent::$connection->pretend(fn () => eval(
        str_starts_with($line, '$table')
            ? 'Schema::table("audio", function ($table) { ' . $line . ' });'
            : $line
    ));
    $recorded .= $line . "\n";
    foreach ($queries as $query) {
        $sql = $query['query'];
        foreach ($query['bindings'] as $binding) {
            $literal = is_int($binding) ? "'$binding'" : ($binding === null ? 'NULL' : "'$binding'");
            $sql = substr_replace($sql, $literal, strpos($sql, '?'), 1);
        }
        $recorded .= '  ' . $sql . "\n";
    }
}
if (in_array('--check', $argv)) {
    exit($recorded === file_get_contents("$folder/sent.txt") ? 0 : 1);
}
file_put_contents("$folder/sent.txt", $recorded);
