-- Written by src/test/oracle/generate.mjs.
UPDATE "say ""hi""" SET Title = DEFAULT;
update only settings set Title = (SELECT max(x) FROM y WHERE y.z = 1);
UPDATE
ONLY
  "select"
SET
ÄNDERUNG  =	coalesce(a, ';') WHERE
a IS DISTINCT FROM b;
UpDaTe -- it's; here
public.tracks SeT/**/title/* a /* nested; */ " */= /* ; */ 'x';
Update /* ' */ "Music"."Tracks"
Set /* é 名 😀 */ text
-- $$
=
coalesce(a, ';');
UPDATE "it's" AS x SET type = extract(day FROM b) , "New Name" = NULL FROM Tracks WHERE plays > 0 RETURNING *;
update public.tracks as x set größe = a IS DISTINCT FROM b, B = a IS DISTINCT FROM b from "track list" where $$)$$ <> title returning *;
UPDATE
"select"
  AS  X
  SET
Title
  =  lower(b),
"C"
=  $$;$$
FROM
settings	WHERE	length(title) > 3 RETURNING *;
UpDaTe "say ""hi""" As X -- it's; here
SeT -- it's; here
constraint_x /* ; */ =/**/$$;$$, B =/* a /* nested; */ " */DEFAULT FrOm/* a /* nested; */ " */"track list"/**/WhErE -- it's; here
CASE WHEN a THEN b ELSE c END /* ; */ ReTuRnInG -- it's; here
*;
Update		"Tracks" /* ' */ As
X Set
-- $$
text /* é 名 😀 */ =
-- $$
lower(b), /* é 名 😀 */ "C"
-- $$
=
-- $$
(SELECT max(x) FROM y WHERE y.z = 1)
-- $$
From
-- $$
"it's" /* é 名 😀 */ Where /* é 名 😀 */ NOT (a = ANY (ARRAY[1, 2])) /* é 名 😀 */ Returning /* é 名 😀 */ *;
UPDATE music . tracks SET( "ÄNDERUNG" , "C" ) =( CASE WHEN a THEN 1 ELSE 2 END , coalesce(a, ';')) WHERE kind IN ('a', 'b');
update "public".t set ( Title, B ) =( CASE WHEN a THEN 1 ELSE 2 END , DEFAULT);
UPDATE	"public".t
SET
(
  date,
  "C") =(  a IS DISTINCT FROM b,	CASE WHEN a THEN 1 ELSE 2 END );
UpDaTe/* a /* nested; */ " */tränen --

SeT /* ; */ ( --

name , /* ; */ "New Name" --

)/**/= /* ; */ ( --

a -- it's; here
, -- it's; here
lower(b));
Update
-- $$
settings		Set( "Title",		B )		=( /* é 名 😀 */ a IS DISTINCT FROM b,
-- $$
a IS DISTINCT FROM b
) Where /* ' */ (a > 0) AND (b < 1 OR c = ')');
DELETE FROM 名前;
delete from only type where CASE WHEN a THEN b ELSE c END;
DELETE
FROM  "track list";
DeLeTe -- it's; here
FrOm -- it's; here
type;
Delete /* é 名 😀 */ From Only /* ' */ PUBLIC.Tracks;
DELETE FROM "Music"."Tracks" USING tränen AS y WHERE data @> '{"a": 1}';
delete from "Music"."Tracks" using "select" where title ~ '^[;)]+$';
DELETE
FROM	tränen	USING  "Tracks"
AS	Y  WHERE $$)$$ <> title;
DeLeTe /* ; */ FrOm -- it's; here
"it's" /* ; */ UsInG PUBLIC.Tracks/* a /* nested; */ " */As Y WhErE -- it's; here
a OPERATOR(pg_catalog.>) 0;
Delete From		tracks		Using
public.tracks
-- $$
As Y
-- $$
Where
-- $$
plays > 0;
INSERT INTO key VALUES( DEFAULT );
insert into "public".t values( lower(b) ) on conflict do nothing;
INSERT
  INTO
  PUBLIC.Tracks VALUES(
  a + 1  ) , (
(SELECT max(x) FROM y WHERE y.z = 1));
InSeRt/**/InTo/* a /* nested; */ " */"select" --

VaLuEs/* a /* nested; */ " */( /* ; */ a + 1/* a /* nested; */ " */),/**/( a::text);
Insert
Into /* ' */ "say ""hi"""
Values
-- $$
(		$$;$$)		,(		coalesce(a, ';') /* ' */ ) On /* é 名 😀 */ Conflict
-- $$
Do
-- $$
Nothing;
INSERT INTO "it's"( U&"d\0061ta", a) VALUES( extract(day FROM b), a + 1);
insert into "Music"."Tracks"( level, "C" ) values( NULL, $$;$$);
INSERT INTO
key
(
title  ,
"C")
VALUES(
  coalesce(a, ';')  ,	'x'
  )  RETURNING *;
InSeRt/**/InTo/**/"track list"/**/( type,/**/value --

) /* ; */ VaLuEs ( /* ; */ a /* ; */ , lower(b)/**/);
Insert /* ' */ Into "Tracks"(
"Title"		, /* é 名 😀 */ "C" /* ' */ ) Values(
-- $$
a::text,		CASE WHEN a THEN 1 ELSE 2 END) Returning		*;
INSERT INTO music.tracks ( ÄNDERUNG) SELECT date FROM music.tracks WHERE title IS NOT NULL;
insert into "say ""hi"""( value ) select constraint_x from "a.b" on conflict ( text) do update set value = $$;$$;
INSERT	INTO
  U&"gr\00fc\00df"
(  Title) SELECT
date
FROM
type	ON CONFLICT(
  date ) DO
UPDATE
SET
  date  =
  extract(day FROM b);
InSeRt/* a /* nested; */ " */InTo 名前( /* ; */ date -- it's; here
) /* ; */ SeLeCt /* ; */ name /* ; */ FrOm /* ; */ public.tracks --

WhErE/**/$$)$$ <> title;
Insert
-- $$
Into
-- $$
key(		x$1) /* é 名 😀 */ Select
"a""b" /* ' */ From
-- $$
type;
WITH gone AS ( DELETE FROM settings WHERE title IS NOT NULL RETURNING *) INSERT INTO "public".t SELECT * FROM gone;
with gone as( delete from "semi;colon" where /* ; */ a > 0 -- ;
 returning *) insert into 名前 select * from gone;
WITH
  GONE  AS (
DELETE FROM
Tracks
WHERE	plays > 0
RETURNING * )
  INSERT
INTO
tracks
SELECT
* FROM  GONE;
WiTh/* a /* nested; */ " */GoNe --

As( DeLeTe --

FrOm /* ; */ 名前 -- it's; here
WhErE/* a /* nested; */ " */title LIKE '%\_%' ESCAPE '\'/**/ReTuRnInG/* a /* nested; */ " */* /* ; */ ) InSeRt --

InTo -- it's; here
tracks -- it's; here
SeLeCt /* ; */ * FrOm --

GoNe;
With /* ' */ Gone /* é 名 😀 */ As( Delete
-- $$
From		music . tracks /* é 名 😀 */ Where		"order" > 0
Returning
-- $$
*)		Insert		Into "say ""hi"""
-- $$
Select
-- $$
*		From /* ' */ Gone;
MERGE INTO "it's" AS x USING tränen AS y ON title IS NOT NULL WHEN MATCHED THEN DELETE;
merge into U&"gr\00fc\00df" as x using 名前 as y on NOT (a = ANY (ARRAY[1, 2])) when matched then delete;
MERGE
INTO U&"gr\00fc\00df"
AS X
USING	key	AS
Y
ON
"order" > 0
  WHEN  MATCHED	THEN	DELETE;
MeRgE InTo/* a /* nested; */ " */"a.b" --

As X/* a /* nested; */ " */UsInG/**/_t$1 /* ; */ As/**/Y -- it's; here
On --

a OPERATOR(pg_catalog.>) 0 /* ; */ WhEn --

MaTcHeD /* ; */ ThEn -- it's; here
DeLeTe;
Merge
Into /* ' */ "Music"."Tracks"
As
X Using /* é 名 😀 */ music . tracks /* é 名 😀 */ As		Y		On		NOT (a = ANY (ARRAY[1, 2])) When /* ' */ Matched /* é 名 😀 */ Then
Delete;
COPY settings( U&"d\0061ta") FROM STDIN;
copy "it's" ( "/*") from stdin;
COPY
  U&"gr\00fc\00df"(
value
)
FROM
STDIN;
CoPy tränen(/**/"full title"/**/) --

FrOm/**/StDiN;
Copy /* ' */ "a.b"( /* é 名 😀 */ "a--b" /* ' */ ) /* é 名 😀 */ From /* é 名 😀 */ Stdin;
