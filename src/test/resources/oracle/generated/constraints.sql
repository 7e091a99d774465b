-- Written by src/test/oracle/generate.mjs.
ALTER TABLE IF EXISTS key ADD CHECK( $$)$$ <> title);
alter table only tracks add check ( EXISTS (SELECT 1));
ALTER  TABLE
  IF
EXISTS  "say ""hi"""  ADD
CONSTRAINT	zone
CHECK(	"order" > 0);
AlTeR/* a /* nested; */ " */TaBlE /* ; */ If --

ExIsTs --

PUBLIC.Tracks -- it's; here
AdD /* ; */ CoNsTrAiNt/* a /* nested; */ " */new_name ChEcK( --

"order" > 0) -- it's; here
NoT VaLiD;
Alter Table "say ""hi""" Add
Constraint
-- $$
zone Check( a OPERATOR(pg_catalog.>) 0) /* ' */ Not Valid;
ALTER TABLE IF EXISTS ONLY "semi;colon" ADD CONSTRAINT zone CHECK( a OPERATOR(pg_catalog.>) 0 ) NO INHERIT;
alter table if exists only "semi;colon" add constraint "C" check( kind IN ('a', 'b') ) not valid;
ALTER	TABLE
  Tracks	ADD
CONSTRAINT
  a	CHECK(
EXISTS (SELECT 1)
);
AlTeR -- it's; here
TaBlE OnLy /* ; */ 名前 --

AdD/**/CoNsTrAiNt new_name -- it's; here
ChEcK( /* ; */ data @> '{"a": 1}'/* a /* nested; */ " */)/* a /* nested; */ " */NoT/* a /* nested; */ " */VaLiD;
Alter Table /* ' */ "semi;colon"
Add		Constraint
-- $$
new_name Check		(
-- $$
a BETWEEN 1 AND 2 )
-- $$
Not
Valid;
ALTER TABLE IF EXISTS ONLY _t$1 ADD CONSTRAINT zone CHECK( a IS DISTINCT FROM b );
alter table if exists only settings add constraint B check( "order" > 0 ) not enforced;
ALTER
  TABLE
ONLY
"Tracks"
  ADD
CONSTRAINT
new_name	CHECK
  (	title LIKE '%\_%' ESCAPE '\'
)
NOT
ENFORCED;
AlTeR /* ; */ TaBlE/* a /* nested; */ " */If/**/ExIsTs -- it's; here
OnLy /* ; */ public.tracks/**/AdD /* ; */ CoNsTrAiNt /* ; */ "New Name"/**/ChEcK(/* a /* nested; */ " */title ~ '^[;)]+$' --

) /* ; */ NoT -- it's; here
EnFoRcEd;
Alter		Table
music . tracks
-- $$
Add Constraint
-- $$
zone /* ' */ Check
-- $$
( data @> '{"a": 1}')
Not
-- $$
Enforced;
ALTER TABLE IF EXISTS "Music"."Tracks" ADD CONSTRAINT new_name CHECK( (a > 0) AND (b < 1 OR c = ')') ) NOT VALID , ADD CHECK( title IS NOT NULL);
alter table if exists music.tracks add constraint B check ( data @> '{"a": 1}' ) not valid, add constraint "New Name" check ( "order" > 0);
ALTER	TABLE
  IF
EXISTS
  ONLY
"say ""hi"""
ADD
  CONSTRAINT	value
  CHECK
  ( title IS NOT NULL	)
NOT  VALID ,	ADD  CHECK( a BETWEEN 1 AND 2);
AlTeR/* a /* nested; */ " */TaBlE -- it's; here
If ExIsTs/**/OnLy/* a /* nested; */ " */tracks -- it's; here
AdD/**/CoNsTrAiNt/* a /* nested; */ " */B/* a /* nested; */ " */ChEcK --

( /* ; */ a IS DISTINCT FROM b)/**/NoT/**/VaLiD, /* ; */ AdD /* ; */ ChEcK( /* ; */ NOT (a = ANY (ARRAY[1, 2])) -- it's; here
);
Alter Table		Only		tracks
-- $$
Add
Constraint
a /* é 名 😀 */ Check ( CASE WHEN a THEN b ELSE c END) /* ' */ Not
-- $$
Valid /* é 名 😀 */ ,
-- $$
Add
Constraint
-- $$
value
Check( title ~ '^[;)]+$' /* é 名 😀 */ );
ALTER TABLE "semi;colon" ADD CONSTRAINT new_name UNIQUE ( "Title" , "Title") INCLUDE ( _x);
alter table "it's" add primary key( "/*" , constraint_x ) include ( x$1 );
ALTER TABLE ONLY
"track list"
  ADD	UNIQUE (
  "order"	);
AlTeR --

TaBlE --

U&"gr\00fc\00df"/**/AdD -- it's; here
PrImArY --

KeY --

(/* a /* nested; */ " */text, -- it's; here
U&"d\0061ta") --

InClUdE( /* ; */ value);
Alter
Table
-- $$
Only /* é 名 😀 */ Tracks
Add
-- $$
Constraint a Unique( /* é 名 😀 */ "a--b"
, /* é 名 😀 */ ÄNDERUNG);
ALTER TABLE music.tracks ADD CONSTRAINT B PRIMARY KEY USING INDEX "C";
alter table if exists only "public".t add constraint B primary key using index value initially deferred;
ALTER TABLE IF	EXISTS
"Music"."Tracks" ADD
UNIQUE
USING INDEX  a  DEFERRABLE INITIALLY
DEFERRED;
AlTeR /* ; */ TaBlE/* a /* nested; */ " */U&"gr\00fc\00df" --

AdD --

CoNsTrAiNt/**/B/**/PrImArY --

KeY/**/UsInG -- it's; here
InDeX --

zone DeFeRrAbLe;
Alter Table
-- $$
If
-- $$
Exists /* ' */ Tracks Add
-- $$
Primary
Key		Using /* é 名 😀 */ Index		"C";
ALTER TABLE ONLY "say ""hi""" ADD CONSTRAINT zone UNIQUE NULLS NOT DISTINCT ( value);
alter table if exists only key add constraint B unique nulls not distinct( position );
ALTER
TABLE	IF
  EXISTS
_t$1
  ADD
  UNIQUE
  NULLS
NOT
  DISTINCT	(
text
  );
AlTeR/**/TaBlE /* ; */ If -- it's; here
ExIsTs -- it's; here
key/* a /* nested; */ " */AdD /* ; */ UnIqUe NuLlS /* ; */ DiStInCt( -- it's; here
"ÄNDERUNG" --

);
Alter
-- $$
Table
-- $$
If
Exists /* é 名 😀 */ Only		_t$1
-- $$
Add /* ' */ Unique
Nulls
-- $$
Not /* é 名 😀 */ Distinct(
constraint_x);
ALTER TABLE IF EXISTS "say ""hi""" ADD FOREIGN KEY( value) REFERENCES "Tracks" NOT VALID;
alter table if exists only tracks add foreign key( _x) references settings not valid;
ALTER
  TABLE  IF	EXISTS
  ONLY settings  ADD	CONSTRAINT  "New Name"	FOREIGN  KEY(	U&"d\0061ta"
  )
REFERENCES tracks
NOT  VALID;
AlTeR/**/TaBlE/* a /* nested; */ " */"select" --

AdD -- it's; here
FoReIgN -- it's; here
KeY -- it's; here
( -- it's; here
"a;b") -- it's; here
ReFeReNcEs --

music.tracks;
Alter
-- $$
Table
If /* é 名 😀 */ Exists /* ' */ tränen
-- $$
Add Constraint
-- $$
"New Name" /* ' */ Foreign		Key
-- $$
( /* ' */ "a;b") References U&"gr\00fc\00df" /* ' */ Not
-- $$
Valid;
ALTER TABLE ONLY music . tracks ADD CONSTRAINT a FOREIGN KEY( title , größe) REFERENCES "select"( _x, "/*") MATCH FULL;
alter table PUBLIC.Tracks add foreign key ( U&"d\0061ta", "ÄNDERUNG" ) references type ( größe, "a--b") match full on delete SET NULL ( a );
ALTER
TABLE	IF EXISTS	tracks
ADD
FOREIGN
KEY(  text ,	"Title")
REFERENCES  Tracks  (  "a""b",
  größe)
NOT
VALID;
AlTeR --

TaBlE -- it's; here
If /* ; */ ExIsTs --

_t$1 /* ; */ AdD --

CoNsTrAiNt/**/a/**/FoReIgN KeY/* a /* nested; */ " */( -- it's; here
"ÄNDERUNG", -- it's; here
date) ReFeReNcEs/* a /* nested; */ " */"Tracks"/* a /* nested; */ " */(/**/key,/**/имя --

)/**/On /* ; */ DeLeTe -- it's; here
RESTRICT --

NoT /* ; */ VaLiD;
Alter /* ' */ Table /* é 名 😀 */ Only /* é 名 😀 */ "it's"
Add
-- $$
Foreign
-- $$
Key(
-- $$
"ÄNDERUNG", level) References type
-- $$
(
constraint_x
, /* ' */ "Title" ) /* é 名 😀 */ Match
Full /* ' */ Not Valid;
ALTER TABLE IF EXISTS ONLY type ADD CONSTRAINT B FOREIGN KEY( ÄNDERUNG) REFERENCES "public".t ( "a;b") ON DELETE SET NULL NOT VALID;
alter table only "track list" add constraint B foreign key( "Title" ) references PUBLIC.Tracks( value) on update NO ACTION on delete SET NULL ( a );
ALTER	TABLE IF	EXISTS
  tränen	ADD	CONSTRAINT
"C"	FOREIGN	KEY(
x$1
)
REFERENCES
tracks(
constraint_x)
DEFERRABLE	NOT
  VALID;
Alter /* ' */ Table
music.tracks Add
Constraint
-- $$
value Foreign
Key /* ' */ ( /* ' */ "a;b" /* ' */ ) /* ' */ References
-- $$
tracks ( /* ' */ "order") /* ' */ On		Update
RESTRICT
On /* ' */ Delete
SET DEFAULT
Not /* é 名 😀 */ Valid;
ALTER TABLE ONLY "select" ADD CONSTRAINT "New Name" NOT NULL "full title" NOT VALID;
alter table type add constraint new_name not null "ÄNDERUNG";
ALTER
TABLE	IF
EXISTS  ONLY	名前  ADD
CONSTRAINT	a  NOT
  NULL  "order" NO
INHERIT;
AlTeR --

TaBlE --

OnLy /* ; */ music.tracks -- it's; here
AdD --

CoNsTrAiNt /* ; */ "New Name" NoT /* ; */ NuLl -- it's; here
value NoT VaLiD;
Alter
Table
-- $$
Only		"semi;colon"
-- $$
Add
Constraint		"New Name" /* ' */ Not		Null
"/*"
No Inherit;
ALTER TABLE ONLY "Tracks" ADD CONSTRAINT a EXCLUDE ( title WITH = , "Title" WITH && ) WHERE ( data @> '{"a": 1}' );
alter table if exists 名前 add constraint "C" exclude ( level with =, _x with &&);
ALTER  TABLE
PUBLIC.Tracks  ADD  CONSTRAINT	zone
EXCLUDE
USING
GIST( имя
  WITH  =
  ,  date WITH
  &&);
AlTeR /* ; */ TaBlE /* ; */ U&"gr\00fc\00df"/* a /* nested; */ " */AdD/* a /* nested; */ " */ExClUdE -- it's; here
UsInG/* a /* nested; */ " */GiSt(/* a /* nested; */ " */constraint_x/**/WiTh -- it's; here
=, "a""b" -- it's; here
WiTh &&);
Alter /* é 名 😀 */ Table
Only
_t$1 /* é 名 😀 */ Add Constraint
new_name		Exclude /* ' */ (
-- $$
"/*" /* é 名 😀 */ With
=
,		name /* ' */ With /* ' */ && /* é 名 😀 */ ) Where (		"order" > 0
-- $$
);
ALTER TABLE IF EXISTS "semi;colon" VALIDATE CONSTRAINT "ÄNDERUNG";
alter table only "semi;colon" validate constraint constraint_x;
ALTER	TABLE
  IF
  EXISTS
music.tracks	VALIDATE CONSTRAINT  type,	VALIDATE
  CONSTRAINT
zone;
AlTeR TaBlE/**/If/**/ExIsTs -- it's; here
OnLy/* a /* nested; */ " */key/* a /* nested; */ " */VaLiDaTe/**/CoNsTrAiNt/**/level;
Alter		Table /* é 名 😀 */ If /* é 名 😀 */ Exists Only
public.tracks Validate /* é 名 😀 */ Constraint /* ' */ "a--b";
ALTER TABLE ONLY 名前 DROP CONSTRAINT IF EXISTS "ÄNDERUNG";
alter table if exists only tränen drop constraint if exists level restrict;
ALTER  TABLE
  _t$1
  DROP
  CONSTRAINT
title CASCADE;
AlTeR/* a /* nested; */ " */TaBlE/* a /* nested; */ " */If ExIsTs -- it's; here
OnLy/**/key /* ; */ DrOp/* a /* nested; */ " */CoNsTrAiNt If ExIsTs title -- it's; here
CaScAdE;
Alter /* é 名 😀 */ Table
Only
"Music"."Tracks" /* ' */ Drop
-- $$
Constraint U&"d\0061ta"
Cascade;
ALTER TABLE "Tracks" RENAME CONSTRAINT "/*" TO a;
alter table if exists only public.tracks rename constraint constraint_x to B;
ALTER	TABLE	IF  EXISTS  "Music"."Tracks"
RENAME CONSTRAINT
  "a;b"
TO	"New Name";
AlTeR /* ; */ TaBlE/* a /* nested; */ " */If -- it's; here
ExIsTs -- it's; here
OnLy /* ; */ public.tracks ReNaMe -- it's; here
CoNsTrAiNt/* a /* nested; */ " */type/**/To a;
Alter Table
-- $$
Only /* é 名 😀 */ "semi;colon" /* é 名 😀 */ Rename		Constraint /* é 名 😀 */ x$1 /* ' */ To		zone;
ALTER TABLE ONLY "a.b" ALTER CONSTRAINT _x NOT DEFERRABLE;
alter table if exists only key alter constraint constraint_x not deferrable;
ALTER  TABLE
IF	EXISTS	Tracks
  ALTER	CONSTRAINT "a;b"	DEFERRABLE;
AlTeR /* ; */ TaBlE /* ; */ If --

ExIsTs/* a /* nested; */ " */OnLy --

"track list" -- it's; here
AlTeR /* ; */ CoNsTrAiNt --

level/**/NoT/**/DeFeRrAbLe;
Alter
-- $$
Table /* é 名 😀 */ If /* ' */ Exists
Tracks		Alter
-- $$
Constraint key /* é 名 😀 */ Not /* é 名 😀 */ Deferrable;
