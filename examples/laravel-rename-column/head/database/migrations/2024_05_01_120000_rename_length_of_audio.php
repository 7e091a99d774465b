<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\Schema;

return new class extends Migration
{
    public function up(): void
    {
        Schema::table('audio', function (Blueprint $table) {
            $table->renameColumn('length', 'length_ms');
        });
    }

    public function down(): void
    {
        Schema::table('audio', function (Blueprint $table) {
            $table->renameColumn('length_ms', 'length');
        });
    }
};
