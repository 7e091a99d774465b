-- Written by src/test/oracle/generate.mjs.
CREATE TABLE "Music"."Tracks"( value bigint);
create table if not exists Tracks ( _x CHARACTER  VARYING);
CREATE
TABLE	IF NOT  EXISTS  type
( "full title" integer);
CrEaTe -- it's; here
TeMpOrArY/* a /* nested; */ " */TaBlE /* ; */ key(/* a /* nested; */ " */"full title" /* ; */ timestamp(3) with time zone);
Create		Table "it's"(		"/*" /* é 名 😀 */ "char");
CREATE TABLE "select" ( type double precision PRIMARY KEY, new_name CHARACTER  VARYING NOT NULL DEFAULT pg_catalog.lower('X'));
create table tränen ( position citext primary key , "New Name" bool default /* zero */ 0);
CREATE  TABLE
IF
NOT EXISTS
"Music"."Tracks"	( x$1 pg_catalog.int4	PRIMARY
KEY,	B	interval day to second(3)	DEFAULT interval '1 day');
CrEaTe -- it's; here
TaBlE --

If/**/NoT/**/ExIsTs public.tracks( type/**/date --

PrImArY /* ; */ KeY --

,/**/new_name -- it's; here
smallint DeFaUlT --

U&'d\0061t');
Create
Table /* ' */ If		Not /* ' */ Exists
settings ( /* é 名 😀 */ text
-- $$
interval
Primary /* é 名 😀 */ Key		, /* ' */ a
-- $$
time(0) with time zone		Not
Null Default /* ' */ -(-1)
-- $$
);
CREATE TABLE "Music"."Tracks" ( title "char" DEFAULT true, new_name vector(3) CHECK ( jsonb_typeof(data) = 'object' ) );
create table "a.b" ( _x vector(3) default $$x$$ not null, "New Name" integer ARRAY check ( jsonb_typeof(data) = 'object') not null );
CREATE
TABLE
  "say ""hi"""  (	"a;b"	jsonb DEFAULT
  (1 + 2)
NOT
NULL,
"New Name"
smallint CHECK	(
  title ~ '^[;)]+$'
  )	NOT  NULL
);
CrEaTe -- it's; here
TaBlE/**/"track list" --

(/**/x$1 -- it's; here
bytea/**/DeFaUlT (1 + 2), /* ; */ "C" character varying(20) -- it's; here
ChEcK( CASE WHEN a THEN b ELSE c END)/**/);
Create /* é 名 😀 */ Table
"it's"( /* ' */ ÄNDERUNG
-- $$
numeric(10,2) Default
1 -- one;
 /* ' */ Not /* é 名 😀 */ Null /* é 名 😀 */ ,		zone		citext		Check (		data @> '{"a": 1}') Not /* ' */ Null );
CREATE TABLE "public".t( "a""b" text[][] REFERENCES U&"gr\00fc\00df" ( "order" ) ON DELETE CASCADE , B NUMERIC ( 10 , 2 ) NULL UNIQUE );
create table "Music"."Tracks" ( "order" interval references music.tracks ( имя) on delete SET NULL, B real null unique);
CREATE
TABLE U&"gr\00fc\00df"(  größe
national character varying(3)
REFERENCES "say ""hi""" (
  date)
ON
DELETE	SET NULL,
B
  jsonb NULL UNIQUE);
CrEaTe TaBlE "public".t( date bigint /* ; */ ReFeReNcEs key /* ; */ (/**/größe) -- it's; here
On /* ; */ DeLeTe SET NULL ( a ), --

zone/* a /* nested; */ " */tstzrange /* ; */ NuLl /* ; */ UnIqUe/* a /* nested; */ " */);
Create /* é 名 😀 */ Table
-- $$
settings(		"full title" char /* ' */ References
-- $$
"Music"."Tracks" /* ' */ ( /* ' */ ÄNDERUNG )		On		Delete /* é 名 😀 */ NO ACTION
,		new_name /* ' */ timestamp(3) with time zone Unique);
CREATE TABLE "a.b"( key interval day to second(3), CONSTRAINT new_name CHECK( a BETWEEN 1 AND 2) , UNIQUE ( "a;b") );
create table Tracks ( value integer ARRAY, check( title LIKE '%\_%' ESCAPE '\' ) , unique ( "a--b"));
CREATE TABLE
"Tracks" (
"/*"
text[][]
,	CHECK
( "order" > 0
  ),	UNIQUE(
  x$1));
Create /* é 名 😀 */ Table key
( /* é 名 😀 */ "order" /* ' */ mood
-- $$
,
-- $$
Constraint new_name /* ' */ Check ( /* ' */ kind IN ('a', 'b')
-- $$
), /* é 名 😀 */ Unique( position
) /* ' */ );
CREATE TABLE 名前 ( PRIMARY KEY( value ) , "/*" varbit);
create table music.tracks( constraint a primary key( key), position bool collate "c" );
CrEaTe/**/TaBlE "it's"(/**/CoNsTrAiNt -- it's; here
new_name --

PrImArY/**/KeY /* ; */ ( --

name -- it's; here
), /* ; */ x$1 bool/* a /* nested; */ " */);
Create /* é 名 😀 */ Table		U&"gr\00fc\00df"(
Constraint
-- $$
"New Name"
-- $$
Primary
-- $$
Key		(
"ÄNDERUNG") /* ' */ ,
x$1 geometry(Point, 4326)		Collate /* ' */ "c");
CREATE TABLE music.tracks( constraint_x tstzrange, FOREIGN KEY( constraint_x) REFERENCES key ON DELETE CASCADE );
create table "say ""hi"""( key integer , foreign key ( constraint_x) references music.tracks on delete cascade );
CREATE  TABLE
settings
  (
  "a;b"  varchar(20)	,  FOREIGN	KEY  (
  größe )
  REFERENCES
  "track list"
ON	DELETE	CASCADE  )  TABLESPACE	value;
CrEaTe/* a /* nested; */ " */TaBlE -- it's; here
settings --

( "order" /* ; */ music.mood/* a /* nested; */ " */, -- it's; here
FoReIgN/**/KeY -- it's; here
( /* ; */ name/**/) -- it's; here
ReFeReNcEs public.tracks /* ; */ ) -- it's; here
TaBlEsPaCe --

value;
Create		Table
tracks
( /* é 名 😀 */ Title
-- $$
text, /* ' */ Foreign
Key(
"a""b"
) /* é 名 😀 */ References		"semi;colon"
-- $$
On
Delete /* é 名 😀 */ Cascade /* é 名 😀 */ ) Tablespace
value;
CREATE TABLE tränen( "a""b" NUMERIC ( 10 , 2 ) , LIKE Tracks INCLUDING ALL) INHERITS ( music . tracks);
create table music . tracks( Title citext, like tracks);
CREATE
TABLE
"Music"."Tracks"
( "/*"	INT  ,
  LIKE music.tracks);
CrEaTe TaBlE /* ; */ PUBLIC.Tracks /* ; */ (/* a /* nested; */ " */name --

timestamptz -- it's; here
,/* a /* nested; */ " */LiKe music.tracks --

);
Create /* ' */ Table "semi;colon"( constraint_x		vector(3) /* ' */ , /* é 名 😀 */ Like 名前
-- $$
Including /* ' */ All
);
CREATE TABLE 名前( type timestamp(3) with time zone) PARTITION BY HASH ( name);
create table tränen( "Title" music."Mood"[] ) partition by list ( key );
CREATE
  TABLE	settings
  (
  "a;b" char)
  PARTITION  BY
HASH (  U&"d\0061ta");
CrEaTe -- it's; here
TaBlE/* a /* nested; */ " */"Tracks"(/**/"full title"/* a /* nested; */ " */varchar(5)[2] --

) -- it's; here
PaRtItIoN --

By/**/HaSh -- it's; here
( --

"order" -- it's; here
);
Create Table /* é 名 😀 */ "Tracks"(
-- $$
constraint_x /* é 名 😀 */ integer ARRAY[3])
Partition
By List(
text);
CREATE TABLE type PARTITION OF "semi;colon" FOR VALUES IN ( U&'\00e9');
create table music . tracks partition of "Tracks" for values in ( '');
CREATE
  TABLE type
  PARTITION
OF  "track list"
FOR  VALUES
  IN(
$tag$ $$ ' ; $tag$);
CrEaTe -- it's; here
TaBlE "say ""hi""" PaRtItIoN --

Of/**/"Music"."Tracks" --

FoR VaLuEs In( /* ; */ $$x; y$$/**/);
Create /* é 名 😀 */ Table		_t$1
-- $$
Partition
-- $$
Of
-- $$
public.tracks		For
Values
-- $$
In ( /* ' */ $tag$ $$ ' ; $tag$ /* ' */ );
CREATE TABLE "Tracks" PARTITION OF music.tracks FOR VALUES FROM( E'a\nb' ) TO( MAXVALUE );
create table "public".t partition of music . tracks for values from( $tag$ $$ ' ; $tag$) to( maxvalue);
CREATE  TABLE
名前
PARTITION  OF
"track list" FOR VALUES FROM(
  $$x; y$$)
  TO(	MAXVALUE);
CrEaTe/* a /* nested; */ " */TaBlE/* a /* nested; */ " */"track list" PaRtItIoN/**/Of --

"Tracks" /* ; */ FoR --

VaLuEs --

FrOm ( -- it's; here
'') --

To( -- it's; here
MaXvAlUe);
Create /* ' */ Table /* é 名 😀 */ "a.b"
Partition Of
"Tracks" /* ' */ For
Values		From		(
-- $$
$$x; y$$)
To(
-- $$
Maxvalue);
CREATE TABLE "Music"."Tracks" PARTITION OF Tracks DEFAULT;
create table "a.b" partition of "a.b" default;
CREATE
  TABLE Tracks
PARTITION
OF "Tracks"	DEFAULT;
CrEaTe TaBlE 名前 /* ; */ PaRtItIoN --

Of /* ; */ 名前/**/DeFaUlT;
Create
Table /* é 名 😀 */ PUBLIC.Tracks
-- $$
Partition /* é 名 😀 */ Of
"Tracks" /* ' */ Default;
CREATE TABLE "it's" AS SELECT a + 1 AS x FROM music.tracks WHERE title IS NOT NULL;
create table "select" as select 'x' as x from "track list";
CREATE
  TABLE
IF
NOT
  EXISTS
  PUBLIC.Tracks	AS
SELECT
DEFAULT AS X
FROM
名前
WHERE a BETWEEN 1 AND 2;
CrEaTe/* a /* nested; */ " */TaBlE/**/If -- it's; here
NoT ExIsTs/**/PUBLIC.Tracks --

As /* ; */ SeLeCt --

coalesce(a, ';')/**/As --

X -- it's; here
FrOm /* ; */ tränen/* a /* nested; */ " */WhErE /* ; */ /* ; */ a > 0 -- ;
;
Create
Table If		Not
Exists
-- $$
music.tracks		As /* ' */ Select
-- $$
DEFAULT
-- $$
As
X /* ' */ From
"track list";
CREATE DOMAIN type AS time(0) with time zone CONSTRAINT "C" CHECK ( EXISTS (SELECT 1) ) NOT NULL;
create domain "select" as citext default date '2026-01-01' constraint zone check( a BETWEEN 1 AND 2 ) not null;
CREATE
  DOMAIN  "Tracks"
  AS
bigint CHECK(  (a > 0) AND (b < 1 OR c = ')'))  NOT NULL;
CrEaTe -- it's; here
DoMaIn/**/public.tracks --

As double precision --

CoNsTrAiNt /* ; */ "New Name" -- it's; here
ChEcK( -- it's; here
"order" > 0)/* a /* nested; */ " */NoT/* a /* nested; */ " */NuLl;
Create /* é 名 😀 */ Domain /* ' */ "a.b" As		decimal(5)
-- $$
Constraint /* ' */ "New Name" /* é 名 😀 */ Check (
"order" > 0);
CREATE TYPE public.tracks AS ENUM ( '' , 'it''s; here' );
create type "track list" as enum( U&'\00e9', 'a' );
CREATE	TYPE  Tracks	AS ENUM(
'a'
, $tag$ $$ ' ; $tag$  );
CrEaTe --

TyPe -- it's; here
"select" -- it's; here
As/**/EnUm( /* ; */ 'a'/**/, /* ; */ E'a\nb' /* ; */ );
Create
Type tränen As Enum /* é 名 😀 */ (
-- $$
'a' ,
'' /* ' */ );
ALTER TYPE "semi;colon" ADD VALUE IF NOT EXISTS '' AFTER U&'\00e9';
alter type "Tracks" add value if not exists $tag$ $$ ' ; $tag$;
ALTER
TYPE	music . tracks	ADD	VALUE IF  NOT
  EXISTS $$x; y$$  BEFORE
  '名';
AlTeR -- it's; here
TyPe --

type AdD -- it's; here
VaLuE -- it's; here
If --

NoT/**/ExIsTs -- it's; here
$$x; y$$;
Alter /* ' */ Type		music . tracks Add
-- $$
Value If
Not Exists /* é 名 😀 */ E'a\nb';
CREATE OR REPLACE VIEW U&"gr\00fc\00df" ( title) AS SELECT a FROM "select" WHERE kind IN ('a', 'b');
create view U&"gr\00fc\00df"( key ) as select a + 1 from Tracks where length(title) > 3;
CREATE
OR
REPLACE
VIEW	key  (  value  )
AS
SELECT
a + 1  FROM	"a.b"  WHERE
EXISTS (SELECT 1);
CrEaTe/**/Or /* ; */ RePlAcE -- it's; here
ViEw --

PUBLIC.Tracks -- it's; here
As/**/SeLeCt/**/a IS DISTINCT FROM b --

FrOm -- it's; here
_t$1/**/WhErE /* ; */ a BETWEEN 1 AND 2;
Create Or
-- $$
Replace /* é 名 😀 */ View "track list" As /* ' */ Select
extract(day FROM b) From /* é 名 😀 */ "semi;colon"		Where
-- $$
EXISTS (SELECT 1);
CREATE MATERIALIZED VIEW IF NOT EXISTS 名前 AS SELECT a + 1 FROM "a.b" WITH NO DATA;
create materialized view Tracks as select a from tränen with no data;
CREATE
  MATERIALIZED
VIEW	IF NOT EXISTS
"Music"."Tracks"
AS
SELECT  extract(day FROM b)
  FROM "Tracks" WITH
NO
DATA;
CrEaTe /* ; */ MaTeRiAlIzEd -- it's; here
ViEw /* ; */ If/* a /* nested; */ " */NoT /* ; */ ExIsTs -- it's; here
"Music"."Tracks" --

As SeLeCt --

lower(b) FrOm /* ; */ tracks;
Create /* é 名 😀 */ Materialized
View
-- $$
PUBLIC.Tracks /* é 名 😀 */ As /* ' */ Select		'x' From "semi;colon";
