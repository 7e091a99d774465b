-- Written by src/test/oracle/generate.mjs.
ALTER TABLE ONLY "track list" ALTER "Title" TYPE pg_catalog.int4;
alter table if exists only Tracks alter column _x type CHARACTER  VARYING;
ALTER TABLE
ONLY	"Music"."Tracks" ALTER  COLUMN  "a;b"
SET
DATA TYPE NUMERIC ( 10 , 2 );
AlTeR -- it's; here
TaBlE/* a /* nested; */ " */If /* ; */ ExIsTs/* a /* nested; */ " */key/* a /* nested; */ " */AlTeR /* ; */ CoLuMn -- it's; here
"full title" /* ; */ SeT/**/DaTa/**/TyPe --

timestamp(3) with time zone;
Alter		Table If		Exists /* é 名 😀 */ Only /* ' */ "select" /* ' */ Alter
-- $$
Column
"/*"		Type
"char";
ALTER TABLE IF EXISTS ONLY tränen ALTER position TYPE citext USING "order" > 0;
alter table if exists only type alter date type DOUBLE
  PRECISION using a BETWEEN 1 AND 2;
ALTER TABLE
IF
  EXISTS	ONLY type ALTER	x$1
TYPE  CHARACTER  VARYING	USING	$$)$$ <> title;
AlTeR -- it's; here
TaBlE If/* a /* nested; */ " */ExIsTs -- it's; here
tränen --

AlTeR/**/CoLuMn/**/größe SeT/* a /* nested; */ " */DaTa TyPe/**/interval day to second(3) --

UsInG /* ; */ CASE WHEN a THEN b ELSE c END;
Alter		Table		Only /* ' */ "Tracks" /* ' */ Alter position /* ' */ Set /* é 名 😀 */ Data
Type /* ' */ bytea		Using /* ' */ /* ; */ a > 0 -- ;
;
alter table if exists "Music"."Tracks" alter column "full title" type TIMESTAMP WITHOUT TIME ZONE collate "c" using 1.5e3;
ALTER
TABLE
  IF
  EXISTS  tracks
ALTER
constraint_x
  TYPE  timestamp(3) with time zone
USING
  (1 + 2);
AlTeR/**/TaBlE/* a /* nested; */ " */If/**/ExIsTs --

OnLy/* a /* nested; */ " */settings /* ; */ AlTeR -- it's; here
text -- it's; here
TyPe /* ; */ real/* a /* nested; */ " */CoLlAtE "c"/**/UsInG --

interval '1 day';
Alter /* é 名 😀 */ Table		type /* é 名 😀 */ Alter
Column "Title" Type
-- $$
interval /* ' */ Collate
"c" /* ' */ Using
-- $$
('x' IS NOT NULL);
ALTER TABLE IF EXISTS music . tracks ALTER COLUMN value TYPE music."Mood"[], ALTER "a;b" TYPE real USING NULL, DROP größe;
alter table 名前 alter column größe type numeric(10,2), alter level type interval day to second(3) using 1.5e3 , drop "a""b";
ALTER	TABLE
IF
EXISTS
key
  ALTER	имя TYPE
char(2)
, ALTER
"Title"  SET  DATA  TYPE
citext USING  0::numeric(10,2), DROP
  position;
AlTeR/* a /* nested; */ " */TaBlE key /* ; */ AlTeR /* ; */ CoLuMn "a;b"/* a /* nested; */ " */TyPe/**/mood, /* ; */ AlTeR "order" --

SeT /* ; */ DaTa/**/TyPe /* ; */ decimal(5) /* ; */ UsInG $$x$$, -- it's; here
DrOp -- it's; here
"full title";
Alter
-- $$
Table		If
Exists /* é 名 😀 */ Only "say ""hi"""
Alter date /* ' */ Type /* é 名 😀 */ TIMESTAMP WITHOUT TIME ZONE
,
-- $$
Alter
-- $$
ÄNDERUNG
Type /* ' */ jsonb Using 0::numeric(10,2),
-- $$
Drop /* é 名 😀 */ "full title";
ALTER TABLE IF EXISTS music.tracks ALTER COLUMN position SET DEFAULT 1 -- one;
;
alter table if exists "public".t alter Title set default 0;
ALTER	TABLE
  "track list" ALTER  größe
SET  DEFAULT
  ('x' IS NOT NULL);
AlTeR/**/TaBlE/**/tracks/**/AlTeR/* a /* nested; */ " */CoLuMn -- it's; here
"a--b"/**/SeT --

DeFaUlT -- it's; here
'it''s';
Alter /* ' */ Table /* ' */ If Exists Only		tränen		Alter /* é 名 😀 */ level Set
Default		CURRENT_TIMESTAMP;
ALTER TABLE "select" ALTER COLUMN type SET DEFAULT true , ALTER type SET NOT NULL;
alter table only 名前 alter column _x set default 1 -- one;
 , alter name set not null;
ALTER  TABLE IF	EXISTS  Tracks
  ALTER value
  SET	DEFAULT	CASE WHEN true THEN 1 ELSE NULL END ,  ALTER  "a;b"  SET  NOT NULL;
AlTeR -- it's; here
TaBlE /* ; */ "public".t --

AlTeR x$1 /* ; */ SeT /* ; */ DeFaUlT -- it's; here
gen_random_uuid(), --

AlTeR /* ; */ ÄNDERUNG/* a /* nested; */ " */SeT --

NoT NuLl;
Alter Table /* é 名 😀 */ If Exists		Only		music.tracks /* é 名 😀 */ Alter		Column /* é 名 😀 */ name
Set
Default /* ' */ -1,
Alter		x$1 Set Not		Null;
ALTER TABLE key ALTER COLUMN "order" DROP DEFAULT;
alter table if exists only "select" alter U&"d\0061ta" drop default;
ALTER
  TABLE	"semi;colon"	ALTER text
  DROP DEFAULT;
AlTeR --

TaBlE --

名前 AlTeR "a--b"/**/DrOp DeFaUlT;
Alter		Table
-- $$
名前 Alter		value Drop Default;
ALTER TABLE IF EXISTS ONLY "Tracks" ALTER COLUMN key SET NOT NULL;
alter table if exists only 名前 alter column _x drop not null;
ALTER
TABLE
Tracks
ALTER	COLUMN  ÄNDERUNG
  SET
NOT
  NULL;
AlTeR/* a /* nested; */ " */TaBlE "Music"."Tracks" -- it's; here
AlTeR --

CoLuMn/**/"a""b" --

SeT -- it's; here
NoT /* ; */ NuLl;
Alter
-- $$
Table /* é 名 😀 */ If
Exists /* ' */ Only /* ' */ key /* é 名 😀 */ Alter
ÄNDERUNG
-- $$
Set		Not /* ' */ Null;
ALTER TABLE U&"gr\00fc\00df" ALTER COLUMN "a""b" DROP NOT NULL, ALTER COLUMN "ÄNDERUNG" DROP DEFAULT;
alter table if exists only type alter column date set not null , alter column "a""b" drop default;
ALTER
  TABLE
IF  EXISTS
public.tracks ALTER
COLUMN
"full title"
SET	NOT	NULL,
ALTER  _x DROP	DEFAULT;
AlTeR/**/TaBlE/* a /* nested; */ " */music.tracks/**/AlTeR -- it's; here
"order"/* a /* nested; */ " */DrOp/* a /* nested; */ " */NoT/* a /* nested; */ " */NuLl/**/, /* ; */ AlTeR/* a /* nested; */ " */"Title"/* a /* nested; */ " */DrOp/**/DeFaUlT;
Alter /* ' */ Table		_t$1 /* ' */ Alter
"a--b" Set /* ' */ Not /* ' */ Null,
-- $$
Alter
-- $$
Column
"a""b"		Drop		Default;
ALTER TABLE IF EXISTS key ALTER COLUMN _x SET STATISTICS 1, ALTER größe SET STORAGE MAIN;
alter table if exists only tracks alter value set statistics 0, alter "a--b" set storage main;
ALTER TABLE
  "track list"	ALTER
COLUMN	key  SET STATISTICS 42	,
ALTER  "Title"  SET
STORAGE
PLAIN;
AlTeR TaBlE/**/OnLy --

tränen/* a /* nested; */ " */AlTeR -- it's; here
CoLuMn/**/"ÄNDERUNG" --

SeT/**/StAtIsTiCs --

42/**/,/* a /* nested; */ " */AlTeR/* a /* nested; */ " */"ÄNDERUNG" /* ; */ SeT -- it's; here
StOrAgE MaIn;
Alter /* ' */ Table
名前 Alter /* é 名 😀 */ Column name /* é 名 😀 */ Set
-- $$
Statistics /* é 名 😀 */ 42 /* ' */ ,
Alter		key Set
Storage
Plain;
ALTER TABLE IF EXISTS _t$1 ALTER COLUMN name ADD GENERATED ALWAYS AS IDENTITY;
alter table if exists "a.b" alter key add generated by default as identity;
ALTER
  TABLE
  IF  EXISTS
Tracks
ALTER	value  ADD GENERATED
ALWAYS
AS
IDENTITY;
AlTeR TaBlE -- it's; here
OnLy 名前/* a /* nested; */ " */AlTeR CoLuMn /* ; */ text --

AdD GeNeRaTeD -- it's; here
By /* ; */ DeFaUlT/**/As/**/IdEnTiTy;
Alter /* é 名 😀 */ Table If
-- $$
Exists /* ' */ Only /* ' */ "a.b" Alter		U&"d\0061ta"
Add		Generated
Always
As Identity;
ALTER TABLE IF EXISTS ONLY "say ""hi""" ALTER COLUMN "order" DROP EXPRESSION;
alter table "track list" alter "a--b" drop expression;
ALTER TABLE  IF	EXISTS	"public".t  ALTER	"Title"
DROP  EXPRESSION
IF
EXISTS;
AlTeR -- it's; here
TaBlE -- it's; here
If ExIsTs --

OnLy/* a /* nested; */ " */"semi;colon" /* ; */ AlTeR date --

DrOp --

ExPrEsSiOn;
Alter
Table
-- $$
If		Exists /* é 名 😀 */ Only
-- $$
tracks
Alter		Column
_x Drop
-- $$
Identity;
ALTER TABLE ONLY tränen ALTER COLUMN "Title" SET GENERATED BY DEFAULT;
alter table only "say ""hi""" alter column "a--b" set generated by default;
ALTER TABLE
IF
EXISTS
ONLY type ALTER
"full title"
  SET GENERATED
ALWAYS;
AlTeR/* a /* nested; */ " */TaBlE/**/If -- it's; here
ExIsTs/**/_t$1 AlTeR /* ; */ CoLuMn/**/"a""b" /* ; */ SeT GeNeRaTeD/**/By/**/DeFaUlT -- it's; here
ReStArT/**/WiTh/* a /* nested; */ " */42;
Alter
-- $$
Table
Only /* ' */ settings		Alter /* é 名 😀 */ _x /* é 名 😀 */ Set		Generated
By Default Restart With		100000;
ALTER TABLE ONLY "track list" DROP IF EXISTS "Title" RESTRICT;
alter table if exists only "say ""hi""" drop column position cascade;
ALTER
TABLE
  IF EXISTS
  PUBLIC.Tracks
  DROP
IF
EXISTS "order"
RESTRICT;
AlTeR -- it's; here
TaBlE -- it's; here
PUBLIC.Tracks --

DrOp/**/CoLuMn "ÄNDERUNG" /* ; */ ReStRiCt;
Alter
-- $$
Table
-- $$
"it's"
-- $$
Drop Title;
ALTER TABLE "track list" DROP COLUMN _x CASCADE , DROP COLUMN IF EXISTS "full title";
alter table if exists only "a.b" drop column ÄNDERUNG cascade, drop column if exists "a;b";
ALTER
  TABLE	Tracks	DROP  position  CASCADE,
DROP
  COLUMN
IF
EXISTS
  "Title";
AlTeR/**/TaBlE/**/OnLy Tracks -- it's; here
DrOp/* a /* nested; */ " */CoLuMn/* a /* nested; */ " */"full title" /* ; */ CaScAdE --

,/* a /* nested; */ " */DrOp/**/CoLuMn -- it's; here
If ExIsTs/**/U&"d\0061ta";
Alter		Table /* ' */ If
-- $$
Exists /* ' */ "select"
Drop		Column /* ' */ "a""b"
Cascade		,
Drop
-- $$
Column		If /* ' */ Exists
-- $$
name;
ALTER TABLE IF EXISTS public.tracks RENAME key TO value;
alter table if exists only "track list" rename "/*" to "C";
ALTER	TABLE
ONLY
U&"gr\00fc\00df"	RENAME COLUMN position
TO
zone;
AlTeR --

TaBlE tränen/* a /* nested; */ " */ReNaMe/* a /* nested; */ " */_x/* a /* nested; */ " */To/* a /* nested; */ " */new_name;
Alter
-- $$
Table		"semi;colon"
-- $$
Rename
Column /* é 名 😀 */ ÄNDERUNG To /* é 名 😀 */ "C";
ALTER TABLE ONLY "select" RENAME TO "New Name";
alter table if exists only PUBLIC.Tracks rename to "C";
ALTER	TABLE  IF
EXISTS
  "a.b" RENAME  TO	B;
AlTeR/**/TaBlE --

OnLy/**/"Music"."Tracks" -- it's; here
ReNaMe/**/To/**/a;
Alter Table
-- $$
"track list"
-- $$
Rename /* ' */ To "New Name";
