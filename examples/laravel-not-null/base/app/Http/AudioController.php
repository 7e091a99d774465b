<?php

namespace App\Http;

use Illuminate\Support\Facades\DB;

class AudioController
{
    public function longest()
    {
        return DB::table('audio')->select(['title', 'length'])->orderByDesc('length')->limit(10)->get();
    }

    public function store(string $title)
    {
        DB::table('audio')->insert(['title' => $title]);
    }
}
