<?php

use Illuminate\Database\Migrations\Migration;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Support\Facades\DB;
use Illuminate\Support\Facades\Schema;
use Illuminate\Support\Str;

return new class extends Migration
{
    public function up(): void
    {
        foreach (DB::table('audio')->whereNull('slug')->get() as $audio) {
            DB::table('audio')
                ->where('id', $audio->id)
                ->update(['slug' => Str::slug($audio->title)]);
        }

        Schema::table('audio', function (Blueprint $table) {
            $table->string('slug')->nullable(false)->change();
            $table->foreignId('label_id')->constrained();
        });
    }
};
