<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('audio', function (Blueprint $table) {
            $table->index('title');
        });

        DB::statement('CREATE UNIQUE INDEX CONCURRENTLY audio_slug_unique ON audio (slug)');
    }
};
