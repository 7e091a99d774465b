-- Written by src/test/oracle/generate.mjs.
CREATE UNIQUE INDEX ON ONLY "public".t ( (data ->> 'x') );
create index on only Tracks ( (a + b));
CREATE
INDEX
ON  key( a NULLS FIRST);
CrEaTe /* ; */ InDeX --

On -- it's; here
OnLy -- it's; here
"a.b"( coalesce(a, 'x;'));
Create
Index /* é 名 😀 */ On /* é 名 😀 */ "select"( /* é 名 😀 */ ((a)::text) DESC NULLS LAST );
CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS value ON ONLY key( title );
create index concurrently if not exists "ÄNDERUNG" on _t$1 ( (a + b) );
CREATE	UNIQUE INDEX position
ON  ONLY
  "public".t
(
  title);
CrEaTe -- it's; here
UnIqUe InDeX/**/CoNcUrReNtLy -- it's; here
имя /* ; */ On/* a /* nested; */ " */OnLy/* a /* nested; */ " */key( --

title/* a /* nested; */ " */);
Create
-- $$
Unique /* é 名 😀 */ Index		If		Not /* ' */ Exists		date
-- $$
On Only
-- $$
"select"(		title);
CREATE UNIQUE INDEX "ÄNDERUNG" ON key USING hash ( title DESC, title DESC ) INCLUDE ( "Title") WHERE $$)$$ <> title;
create index concurrently text on PUBLIC.Tracks ( coalesce(a, 'x;') , title varchar_pattern_ops (a = 1) ) include( "full title");
CREATE  INDEX
CONCURRENTLY U&"d\0061ta" ON	"Tracks"	USING
  BTREE(
  lower(title),  lower(title));
CrEaTe --

UnIqUe InDeX --

CoNcUrReNtLy /* ; */ "ÄNDERUNG" On/**/settings/* a /* nested; */ " */UsInG/**/HaSh( -- it's; here
(a || ' ' || b), /* ; */ ((a)::text) DESC NULLS LAST/**/) /* ; */ WhErE -- it's; here
title ~ '^[;)]+$';
Create /* é 名 😀 */ Unique Index
Concurrently "ÄNDERUNG" /* é 名 😀 */ On
-- $$
_t$1 /* ' */ Using Gin( /* ' */ title
-- $$
, /* ' */ a NULLS FIRST /* ' */ )
-- $$
Where
-- $$
plays > 0;
CREATE INDEX "ÄNDERUNG" ON music.tracks ( "Title" ) WITH( fillfactor = 70 ) WHERE jsonb_typeof(data) = 'object';
create index concurrently größe on type( title DESC) where CASE WHEN a THEN b ELSE c END;
CREATE
INDEX
  CONCURRENTLY
value
ON
settings
(  "Title" )
  TABLESPACE	a	WHERE  a OPERATOR(pg_catalog.>) 0;
CrEaTe -- it's; here
InDeX/* a /* nested; */ " */"a;b" On tränen --

( -- it's; here
title COLLATE "C" text_pattern_ops) WhErE /* ; */ length(title) > 3;
Create /* ' */ Index Concurrently constraint_x		On /* ' */ "Tracks"(
-- $$
key ) /* ' */ With(		Fillfactor
-- $$
=
-- $$
70) Tablespace B Where /* ' */ title ~ '^[;)]+$';
CREATE UNIQUE INDEX "order" ON tracks ( ((a)::text) DESC NULLS LAST ) NULLS DISTINCT;
create unique index type on U&"gr\00fc\00df"( ((a)::text) DESC NULLS LAST ) nulls not distinct;
CREATE  UNIQUE
INDEX  type ON
  "say ""hi""" (
(a || ' ' || b))	NULLS
  DISTINCT;
CrEaTe/**/UnIqUe /* ; */ InDeX -- it's; here
U&"d\0061ta"/**/On/* a /* nested; */ " */U&"gr\00fc\00df"( --

(a + b) /* ; */ )/**/NuLlS/**/NoT --

DiStInCt;
Create /* é 名 😀 */ Unique /* ' */ Index
position /* ' */ On		_t$1 /* ' */ (		a NULLS FIRST)
Nulls Not
Distinct;
DROP INDEX IF EXISTS "public".t CASCADE;
drop index concurrently if exists key cascade;
DROP	INDEX
CONCURRENTLY	IF EXISTS
tracks  CASCADE;
DrOp -- it's; here
InDeX -- it's; here
CoNcUrReNtLy /* ; */ "it's" /* ; */ CaScAdE;
Drop
Index /* é 名 😀 */ Concurrently /* é 名 😀 */ "Music"."Tracks" /* ' */ Cascade;
DROP INDEX 名前, public.tracks;
drop index tracks, 名前;
DROP
INDEX
music . tracks,	U&"gr\00fc\00df";
DrOp InDeX/**/tracks,/**/"it's";
Drop		Index /* ' */ "public".t /* ' */ ,		public.tracks;
REINDEX INDEX CONCURRENTLY key;
reindex table concurrently "select";
REINDEX	INDEX "say ""hi""";
ReInDeX/* a /* nested; */ " */InDeX --

CoNcUrReNtLy /* ; */ type;
Reindex /* ' */ Table /* ' */ "public".t;
ALTER INDEX IF EXISTS settings RENAME TO zone;
alter index music . tracks rename to new_name;
ALTER
INDEX
  "say ""hi"""
  RENAME TO
a;
AlTeR/* a /* nested; */ " */InDeX/**/"say ""hi""" -- it's; here
ReNaMe To --

a;
Alter
-- $$
Index
music . tracks Rename		To "C";
DROP TABLE tracks;
drop sequence if exists 名前 cascade;
DROP
MATERIALIZED VIEW
  IF
EXISTS public.tracks;
DrOp /* ; */ DoMaIn --

If/* a /* nested; */ " */ExIsTs --

名前;
Drop		Sequence /* ' */ "it's"
Cascade;
DROP TABLE settings , "semi;colon" CASCADE;
drop table _t$1 , type;
DROP
  TABLE settings
  , "Music"."Tracks";
DrOp/**/TaBlE --

public.tracks --

,/**/U&"gr\00fc\00df" -- it's; here
CaScAdE;
Drop /* ' */ Table
If		Exists		music . tracks ,		"say ""hi""" /* ' */ Cascade;
DROP RULE IF EXISTS "order" ON tracks CASCADE;
drop policy key on "select";
DROP	RULE IF
EXISTS	Title
  ON
  "say ""hi"""  CASCADE;
DrOp /* ; */ RuLe --

level/* a /* nested; */ " */On/**/_t$1 -- it's; here
CaScAdE;
Drop		Rule
name
-- $$
On
"Music"."Tracks";
TRUNCATE ONLY "select" , PUBLIC.Tracks CASCADE;
truncate "Music"."Tracks", music.tracks restart identity;
TRUNCATE
TABLE
ONLY
  public.tracks,	key	CASCADE;
TrUnCaTe TaBlE --

type, --

U&"gr\00fc\00df"/**/ReStArT/* a /* nested; */ " */IdEnTiTy;
Truncate tracks, /* é 名 😀 */ tracks		Cascade;
LOCK "semi;colon" NOWAIT;
lock table "Tracks" in access share mode;
LOCK  TABLE	key IN	ACCESS
SHARE MODE;
LoCk -- it's; here
TaBlE /* ; */ "it's" -- it's; here
NoWaIt;
Lock
-- $$
Only /* é 名 😀 */ tränen;
COMMENT ON INDEX U&"gr\00fc\00df" IS E'a\nb';
comment on view "select" is $tag$ $$ ' ; $tag$;
COMMENT ON TABLE
"track list"
IS
$$x; y$$;
CoMmEnT/**/On InDeX /* ; */ "select" --

Is -- it's; here
E'a\nb';
Comment
-- $$
On		Index
-- $$
"public".t		Is		$tag$ $$ ' ; $tag$;
COMMENT ON COLUMN B . type IS '名';
comment on column new_name . constraint_x is 'a';
COMMENT	ON
  COLUMN	"New Name"  .
level	IS
  E'a\nb';
CoMmEnT -- it's; here
On/**/CoLuMn -- it's; here
B/**/. /* ; */ U&"d\0061ta"/**/Is /* ; */ '';
Comment		On /* ' */ Column "C"		. /* é 名 😀 */ größe /* é 名 😀 */ Is
$tag$ $$ ' ; $tag$;
SET LOCAL lock_timeout TO $tag$ $$ ' ; $tag$;
set lock_timeout to 'a';
SET
LOCAL
LOCK_TIMEOUT
=  'a';
SeT LoCk_tImEoUt --

= /* ; */ $tag$ $$ ' ; $tag$;
Set
-- $$
Lock_timeout = /* é 名 😀 */ $tag$ $$ ' ; $tag$;
ALTER DOMAIN U&"gr\00fc\00df" SET SCHEMA a;
alter view tracks set schema "C";
ALTER
TYPE
music.tracks
SET
SCHEMA	zone;
AlTeR/* a /* nested; */ " */DoMaIn/**/U&"gr\00fc\00df"/**/SeT -- it's; here
ScHeMa -- it's; here
new_name;
Alter /* é 名 😀 */ Domain
Tracks Set Schema		zone;
VACUUM ANALYZE PUBLIC.Tracks;
vacuum full music.tracks;
VACUUM
ANALYZE
"a.b";
VaCuUm --

FuLl/**/AnAlYzE --

PUBLIC.Tracks;
Vacuum /* é 名 😀 */ Full		Analyze		settings;
REFRESH MATERIALIZED VIEW CONCURRENTLY "select";
refresh materialized view concurrently "public".t;
REFRESH  MATERIALIZED  VIEW
  名前;
ReFrEsH/* a /* nested; */ " */MaTeRiAlIzEd ViEw type;
Refresh Materialized /* ' */ View
"Tracks";
