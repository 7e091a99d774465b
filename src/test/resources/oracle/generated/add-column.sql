-- Written by src/test/oracle/generate.mjs.
ALTER TABLE IF EXISTS "public".t ADD COLUMN IF NOT EXISTS position decimal(5);
alter table if exists only tracks add column "ÄNDERUNG" timestamp(3) with time zone;
ALTER
TABLE ONLY
"Music"."Tracks"  ADD
COLUMN  x$1
integer ARRAY;
AlTeR TaBlE/* a /* nested; */ " */If /* ; */ ExIsTs --

Tracks/**/AdD CoLuMn/* a /* nested; */ " */"order" INT;
Alter /* é 名 😀 */ Table		public.tracks
Add
Column
If
Not
Exists value integer ARRAY;
ALTER TABLE IF EXISTS settings ADD COLUMN IF NOT EXISTS constraint_x double precision DEFAULT /* zero */ 0;
alter table if exists only music . tracks add column value char(2) default date '2026-01-01';
ALTER
  TABLE "Music"."Tracks"
  ADD
  COLUMN
  IF	NOT  EXISTS
date CHARACTER  VARYING NOT NULL;
AlTeR /* ; */ TaBlE/**/If /* ; */ ExIsTs /* ; */ public.tracks/* a /* nested; */ " */AdD /* ; */ CoLuMn größe/**/tstzrange -- it's; here
NoT/**/NuLl;
Alter /* ' */ Table /* ' */ If /* ' */ Exists Only
-- $$
tracks /* ' */ Add
Column /* é 名 😀 */ If Not Exists /* ' */ ÄNDERUNG national character varying(3) /* é 名 😀 */ Not /* ' */ Null;
ALTER TABLE IF EXISTS public.tracks ADD COLUMN _x smallint DEFAULT CURRENT_TIMESTAMP;
alter table if exists key add column "full title" timestamp(3) with time zone default '{}'::jsonb not null;
ALTER	TABLE
  music . tracks  ADD  "Title"  music.mood
  DEFAULT  CURRENT_TIMESTAMP;
AlTeR /* ; */ TaBlE -- it's; here
If --

ExIsTs -- it's; here
"a.b"/**/AdD/**/имя -- it's; here
float(40) -- it's; here
DeFaUlT --

(now() AT TIME ZONE 'utc')/**/CoNsTrAiNt --

"New Name" --

UnIqUe;
Alter		Table
-- $$
Only /* ' */ "semi;colon"
Add		_x
-- $$
pg_catalog.int4
Default		(1 + 2) Not		Null;
ALTER TABLE 名前 ADD COLUMN title citext DEFAULT $q$it's; $$ here$q$ , ADD "New Name" citext NULL DEFAULT '';
alter table only music . tracks add column größe INT default 'x'
'y' , add B timestamp null default (1 + 2);
ALTER
TABLE
  "select"	ADD	COLUMN	"ÄNDERUNG"
text[][]	DEFAULT
true,	ADD
  B
vector(3)
DEFAULT
  B'1010';
AlTeR/* a /* nested; */ " */TaBlE/* a /* nested; */ " */名前/* a /* nested; */ " */AdD CoLuMn --

key/* a /* nested; */ " */text[][]/**/DeFaUlT/**/-1 , /* ; */ AdD/* a /* nested; */ " */a /* ; */ boolean -- it's; here
NuLl/**/DeFaUlT --

'a' || 'b';
Alter /* é 名 😀 */ Table /* é 名 😀 */ If
Exists
Only /* é 名 😀 */ key /* é 名 😀 */ Add Column
имя char(2)		Default NULL , /* ' */ Add /* ' */ "C"
-- $$
music.mood		Default /* é 名 😀 */ $$x$$;
ALTER TABLE ONLY U&"gr\00fc\00df" ADD COLUMN "full title" character varying(20) DEFAULT '{}' CHECK( a BETWEEN 1 AND 2 ) NOT NULL;
alter table only PUBLIC.Tracks add column date jsonb default -(-1) check( a IS DISTINCT FROM b);
ALTER	TABLE
IF EXISTS
ONLY  tracks
  ADD COLUMN	"a""b"
  uuid COLLATE "C"	DEFAULT
0::numeric(10,2)
CHECK  ( EXISTS (SELECT 1));
AlTeR /* ; */ TaBlE "public".t/**/AdD -- it's; here
CoLuMn --

key --

NUMERIC ( 10 , 2 ) CoLlAtE/* a /* nested; */ " */"c" -- it's; here
DeFaUlT/**/0 /* ; */ ChEcK( $$)$$ <> title) NoT --

NuLl;
Alter /* ' */ Table
Only /* ' */ "semi;colon" /* ' */ Add		Column /* ' */ "order" /* ' */ interval /* ' */ Collate /* é 名 😀 */ "c"
Default /* ' */ interval '1 day' Check /* ' */ ( /* ' */ data @> '{"a": 1}') /* ' */ Not
Null;
ALTER TABLE ONLY tracks ADD "/*" music."Mood"[] NOT NULL CONSTRAINT value CHECK ( a IS DISTINCT FROM b );
alter table if exists "say ""hi""" add _x varbit constraint zone check( $$)$$ <> title);
ALTER
TABLE	IF EXISTS
ONLY	U&"gr\00fc\00df"
  ADD	key real  CONSTRAINT
zone  CHECK  (
  a OPERATOR(pg_catalog.>) 0	);
AlTeR/* a /* nested; */ " */TaBlE "it's"/* a /* nested; */ " */AdD CoLuMn /* ; */ constraint_x/**/boolean /* ; */ ChEcK( /* ; */ title ~ '^[;)]+$');
Alter
-- $$
Table		If /* ' */ Exists
Tracks Add
-- $$
date
-- $$
money /* ' */ Not Null		Check
( "order" > 0);
ALTER TABLE IF EXISTS ONLY PUBLIC.Tracks ADD "a--b" int[] NOT NULL UNIQUE;
alter table "track list" add column Title float(40) unique;
ALTER
TABLE
ONLY public.tracks
ADD
date	integer ARRAY[3]
  NOT
  NULL
CONSTRAINT
  a
UNIQUE;
AlTeR --

TaBlE/* a /* nested; */ " */If ExIsTs/**/type --

AdD/**/CoLuMn date/* a /* nested; */ " */smallint --

NoT -- it's; here
NuLl CoNsTrAiNt value/**/UnIqUe;
Alter		Table /* é 名 😀 */ If		Exists
Only /* é 名 😀 */ music . tracks /* é 名 😀 */ Add		Column /* ' */ имя /* ' */ NUMERIC ( 10 , 2 )
-- $$
Unique;
ALTER TABLE ONLY music.tracks ADD COLUMN имя double precision NOT NULL CONSTRAINT B PRIMARY KEY;
alter table public.tracks add title decimal(5) primary key;
ALTER
TABLE  IF
EXISTS music . tracks
ADD COLUMN	"full title"	timestamp	CONSTRAINT "C"
  PRIMARY KEY;
AlTeR -- it's; here
TaBlE /* ; */ music . tracks /* ; */ AdD/**/"ÄNDERUNG" --

vector(3) -- it's; here
NoT /* ; */ NuLl /* ; */ PrImArY --

KeY;
Alter		Table /* é 名 😀 */ If Exists
-- $$
Only /* ' */ key Add /* ' */ "ÄNDERUNG"		bit(4)		Primary
-- $$
Key;
ALTER TABLE IF EXISTS ONLY "Music"."Tracks" ADD level bytea NOT NULL UNIQUE NULLS NOT DISTINCT;
alter table if exists "semi;colon" add column "order" integer ARRAY constraint zone unique nulls not distinct;
ALTER TABLE
ONLY tracks
ADD	COLUMN
"order"
  bool  CONSTRAINT  a	UNIQUE
NULLS
NOT
  DISTINCT;
AlTeR TaBlE/* a /* nested; */ " */OnLy tracks -- it's; here
AdD -- it's; here
CoLuMn/* a /* nested; */ " */x$1/**/INT --

NoT/**/NuLl/**/UnIqUe/* a /* nested; */ " */NuLlS --

NoT --

DiStInCt;
ALTER TABLE ONLY "select" ADD COLUMN "a""b" text[][] CONSTRAINT value REFERENCES "it's";
alter table only 名前 add level date constraint "C" references U&"gr\00fc\00df";
ALTER
TABLE  music . tracks
ADD  COLUMN value  int[]	CONSTRAINT
new_name
REFERENCES
  public.tracks;
AlTeR /* ; */ TaBlE -- it's; here
"it's" -- it's; here
AdD /* ; */ CoLuMn -- it's; here
U&"d\0061ta" /* ; */ text[][]/* a /* nested; */ " */ReFeReNcEs/* a /* nested; */ " */"Tracks";
Alter		Table
-- $$
If /* é 名 😀 */ Exists /* ' */ 名前 /* é 名 😀 */ Add /* é 名 😀 */ Column		title /* ' */ geometry(Point, 4326)
References		tränen;
ALTER TABLE ONLY 名前 ADD type NUMERIC ( 10 , 2 ) NOT NULL REFERENCES music . tracks( "order") ON UPDATE CASCADE;
alter table if exists only "it's" add column "a--b" uuid not null references PUBLIC.Tracks( key ) on delete SET DEFAULT;
ALTER
  TABLE IF  EXISTS  _t$1
ADD x$1 uuid	CONSTRAINT  new_name
REFERENCES  名前(
"full title"
  )
ON	DELETE
SET DEFAULT;
Alter /* ' */ Table /* é 名 😀 */ Only		"track list"		Add /* é 名 😀 */ Column		text integer ARRAY
-- $$
Not Null /* é 名 😀 */ References
Tracks (
name
)
-- $$
On
Delete
SET DEFAULT;
ALTER TABLE IF EXISTS ONLY "public".t ADD COLUMN "/*" mood DEFAULT 'it''s' CHECK ( a BETWEEN 1 AND 2 ) NOT NULL;
alter table if exists only public.tracks add column "a;b" boolean default nextval('s'::regclass) check ( EXISTS (SELECT 1));
ALTER  TABLE	IF
EXISTS
PUBLIC.Tracks ADD
COLUMN
name  national character varying(3)  DEFAULT  interval '1 day' CHECK(  $$)$$ <> title)	NOT	NULL;
AlTeR --

TaBlE If ExIsTs /* ; */ OnLy /* ; */ tränen AdD --

CoLuMn /* ; */ _x/**/interval day to second(3) /* ; */ DeFaUlT pg_catalog.lower('X')/* a /* nested; */ " */ChEcK(/* a /* nested; */ " */NOT (a = ANY (ARRAY[1, 2])) /* ; */ ) -- it's; here
InItIaLlY/* a /* nested; */ " */ImMeDiAtE NoT -- it's; here
NuLl;
Alter		Table
-- $$
If		Exists /* ' */ Only
"Tracks"
Add
Column /* é 名 😀 */ "order" float(40)		Default ('x' IS NOT NULL)
-- $$
Check( EXISTS (SELECT 1)) Not /* é 名 😀 */ Null;
ALTER TABLE IF EXISTS "Tracks" ADD COLUMN "a""b" float(10) DEFAULT -1 UNIQUE;
alter table if exists tracks add column ÄNDERUNG mood default ('x' IS NOT NULL) unique;
ALTER TABLE  IF  EXISTS
music . tracks
  ADD COLUMN	"a--b"
timestamptz DEFAULT CAST('1' AS integer)
  UNIQUE
  INITIALLY  IMMEDIATE;
AlTeR/**/TaBlE/* a /* nested; */ " */OnLy U&"gr\00fc\00df" /* ; */ AdD/**/CoLuMn --

"a""b"/**/geometry(Point, 4326) DeFaUlT ('x' IS NOT NULL)/**/UnIqUe/**/DeFeRrAbLe/* a /* nested; */ " */InItIaLlY /* ; */ DeFeRrEd;
Alter /* é 名 😀 */ Table
-- $$
"Tracks" Add /* é 名 😀 */ Column "/*" /* é 名 😀 */ character varying(20)
Default /* ' */ date '2026-01-01' /* é 名 😀 */ Unique		Not /* ' */ Deferrable /* é 名 😀 */ Not
-- $$
Null;
ALTER TABLE Tracks ADD COLUMN x$1 money DEFAULT X'FF' PRIMARY KEY DEFERRABLE INITIALLY DEFERRED NOT NULL;
alter table only music . tracks add column level mood default nextval('s') primary key not null;
ALTER  TABLE
ONLY music . tracks ADD
  COLUMN
x$1
  timestamp DEFAULT X'FF'
PRIMARY
  KEY
  INITIALLY IMMEDIATE;
AlTeR TaBlE --

OnLy/**/PUBLIC.Tracks/* a /* nested; */ " */AdD -- it's; here
CoLuMn/**/_x/**/timestamptz/* a /* nested; */ " */DeFaUlT now() --

PrImArY /* ; */ KeY/**/NoT --

NuLl;
Alter		Table
-- $$
"public".t
-- $$
Add Column /* é 名 😀 */ value /* ' */ bit(4) /* é 名 😀 */ Default /* ' */ nextval('s'::regclass)
-- $$
Primary
Key;
ALTER TABLE ONLY type ADD COLUMN date character varying(20) DEFAULT U&'d\0061t' UNIQUE NULLS NOT DISTINCT;
alter table if exists only "public".t add column "a;b" char default E'a\'b' unique nulls not distinct;
ALTER  TABLE
  ONLY
"say ""hi"""
  ADD  COLUMN
"order"  TIMESTAMP WITHOUT TIME ZONE
DEFAULT U&'d\0061t'
UNIQUE
NULLS
NOT DISTINCT NOT	NULL;
AlTeR TaBlE OnLy /* ; */ music . tracks/**/AdD /* ; */ CoLuMn/**/constraint_x /* ; */ music.mood --

DeFaUlT -- it's; here
-(-1)/* a /* nested; */ " */UnIqUe --

NuLlS /* ; */ NoT/**/DiStInCt/* a /* nested; */ " */NoT /* ; */ DeFeRrAbLe;
Alter
Table
U&"gr\00fc\00df" /* ' */ Add /* ' */ Column /* ' */ "a--b"
varbit /* é 名 😀 */ Default		(now() AT TIME ZONE 'utc')
-- $$
Unique /* ' */ Nulls /* ' */ Not
Distinct
-- $$
Not
Null;
ALTER TABLE IF EXISTS "Tracks" ADD COLUMN text bool DEFAULT /* zero */ 0 REFERENCES _t$1;
alter table only "select" add column key timestamp default $$x$$ references "say ""hi""" not deferrable;
ALTER  TABLE
  IF	EXISTS
ONLY  "track list"
ADD
COLUMN ÄNDERUNG  interval day to second(3) DEFAULT
  pg_catalog.lower('X') REFERENCES
tränen
  DEFERRABLE INITIALLY
  DEFERRED;
AlTeR/**/TaBlE If --

ExIsTs /* ; */ OnLy/**/U&"gr\00fc\00df"/**/AdD/**/CoLuMn "a;b" /* ; */ boolean/* a /* nested; */ " */DeFaUlT --

+5 ReFeReNcEs music.tracks InItIaLlY ImMeDiAtE/* a /* nested; */ " */NoT NuLl;
Alter		Table
Only		"semi;colon"
Add Column /* ' */ text
-- $$
TIMESTAMP WITHOUT TIME ZONE /* é 名 😀 */ Default ''
-- $$
References
_t$1
-- $$
Not /* é 名 😀 */ Deferrable /* é 名 😀 */ Not Null;
ALTER TABLE tracks ADD COLUMN "order" "char" DEFAULT 'a' || 'b' REFERENCES "a.b" ( "Title" ) NOT NULL;
alter table settings add column "a;b" DOUBLE
  PRECISION default 'x'
'y' references settings( имя) on delete SET NULL ( a );
ALTER TABLE
IF
EXISTS	ONLY  _t$1
ADD
COLUMN
  "a;b"
"char"  DEFAULT
  E'a\'b'	REFERENCES
PUBLIC.Tracks	(
key )  ON	UPDATE
  CASCADE
DEFERRABLE  INITIALLY
DEFERRED;
AlTeR/* a /* nested; */ " */TaBlE -- it's; here
If/* a /* nested; */ " */ExIsTs -- it's; here
OnLy /* ; */ Tracks/* a /* nested; */ " */AdD CoLuMn -- it's; here
x$1/**/boolean/* a /* nested; */ " */DeFaUlT/* a /* nested; */ " *//* zero */ 0 -- it's; here
ReFeReNcEs/* a /* nested; */ " */public.tracks/**/( date -- it's; here
);
Alter		Table /* ' */ type		Add /* ' */ Column U&"d\0061ta" /* é 名 😀 */ bigint /* ' */ Default U&'d\0061t'		References /* ' */ tracks(
value
-- $$
)
-- $$
On
-- $$
Delete SET NULL ( a )		On
-- $$
Update
-- $$
Cascade;
ALTER TABLE "select" ADD COLUMN "a--b" bigint GENERATED ALWAYS AS IDENTITY( START WITH 42 );
alter table if exists only tränen add column "a;b" bigint generated by default as identity( start with 1) primary key;
ALTER
  TABLE
  IF
  EXISTS ONLY	"a.b"
  ADD COLUMN
key
BIGINT GENERATED
ALWAYS
AS	IDENTITY;
AlTeR/* a /* nested; */ " */TaBlE/* a /* nested; */ " */If /* ; */ ExIsTs/**/music.tracks /* ; */ AdD/**/CoLuMn constraint_x -- it's; here
BiGiNt /* ; */ GeNeRaTeD/**/By/* a /* nested; */ " */DeFaUlT As IdEnTiTy (/**/StArT/* a /* nested; */ " */WiTh 42);
Alter /* ' */ Table /* ' */ Only PUBLIC.Tracks /* é 名 😀 */ Add
Column
-- $$
"order"
-- $$
Bigint
Generated
By /* ' */ Default		As /* ' */ Identity /* é 名 😀 */ Primary
-- $$
Key;
ALTER TABLE music.tracks ADD COLUMN größe character varying(20) GENERATED ALWAYS AS ( EXISTS (SELECT 1)) STORED;
alter table if exists only U&"gr\00fc\00df" add column title vector(3) generated always as ( NOT (a = ANY (ARRAY[1, 2])));
ALTER TABLE
IF EXISTS
  ONLY
music . tracks
ADD COLUMN key
bytea GENERATED ALWAYS	AS( a IS DISTINCT FROM b);
AlTeR TaBlE/* a /* nested; */ " */If ExIsTs/**/"it's" /* ; */ AdD CoLuMn --

key CHARACTER  VARYING/**/GeNeRaTeD /* ; */ AlWaYs/**/As/* a /* nested; */ " */( --

EXISTS (SELECT 1));
Alter /* ' */ Table /* ' */ If
-- $$
Exists		Only
-- $$
"a.b"
-- $$
Add
Column
-- $$
text
-- $$
music.mood
-- $$
Generated /* ' */ Always /* é 名 😀 */ As
(
-- $$
title ~ '^[;)]+$') /* ' */ Stored;
ALTER TABLE ONLY key ADD COLUMN x$1 geometry(Point, 4326) GENERATED ALWAYS AS( $$)$$ <> title) STORED NOT NULL;
ALTER TABLE
IF
EXISTS
ONLY  PUBLIC.Tracks	ADD
COLUMN	_x
  integer
GENERATED
ALWAYS
  AS(	title ~ '^[;)]+$')  STORED;
AlTeR /* ; */ TaBlE -- it's; here
If/* a /* nested; */ " */ExIsTs/* a /* nested; */ " */"Music"."Tracks" --

AdD -- it's; here
CoLuMn key /* ; */ pg_catalog.int4 --

GeNeRaTeD /* ; */ AlWaYs /* ; */ As ( a BETWEEN 1 AND 2) -- it's; here
StOrEd;
Alter		Table
-- $$
If
-- $$
Exists Only /* é 名 😀 */ "a.b"
Add /* é 名 😀 */ Column /* ' */ U&"d\0061ta"		character varying(20) /* ' */ Generated
-- $$
Always
As /* ' */ ( plays > 0 /* é 名 😀 */ )		Stored
-- $$
Not
-- $$
Null;
