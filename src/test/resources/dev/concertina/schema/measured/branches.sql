-- The statements behind branches-15.tsv and branches-18.tsv: what the 164 cases don't reach.
-- case: add pk on partitioned
create table m(id int not null, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,'a');
-- run
alter table m add primary key(id);
-- case: add unique on partitioned
create table m(id int not null, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,'a');
-- run
alter table m add unique(id);
-- case: add check not valid on partitioned
create table m(id int not null, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,'a');
-- run
alter table m add check (id>0) not valid;
-- case: validate check on partitioned
create table m(id int not null, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,'a'); alter table m add constraint c check (id>0) not valid;
-- run
alter table m validate constraint c;
-- case: add fk from partitioned
create table m(id int not null, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,1); create table r(id int primary key); insert into r values(1);
-- run
alter table m add constraint fk foreign key(v) references r(id);
-- case: add fk from partitioned not valid
create table m(id int not null, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,1); create table r(id int primary key); insert into r values(1);
-- run
alter table m add constraint fk foreign key(v) references r(id) not valid;
-- case: add fk to partitioned
create table m(id int primary key, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,1); create table t(mid int); insert into t values(1);
-- run
alter table t add constraint fk foreign key(mid) references m(id);
-- case: add fk to partitioned not valid
create table m(id int primary key, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values (1,1); create table t(mid int); insert into t values(1);
-- run
alter table t add constraint fk foreign key(mid) references m(id) not valid;
-- case: drop column partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m drop column v;
-- case: rename column partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m rename column v to w;
-- case: rename table partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m rename to n;
-- case: set default partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter v set default 1;
-- case: set statistics partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter v set statistics 10;
-- case: set storage partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter v set storage external;
-- case: owner partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m owner to postgres;
-- case: set schema partitioned
create schema if not exists s2; create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m set schema s2;
-- case: set not null partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
alter table m alter v set not null;
-- case: drop not null partitioned
create table m(id int, v text not null) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
alter table m alter v drop not null;
-- case: drop constraint check partitioned
create table m(id int, v text, constraint c check(id>0)) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
alter table m drop constraint c;
-- case: drop pk partitioned
create table m(id int primary key, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
alter table m drop constraint m_pkey;
-- case: create trigger partitioned
create function f() returns trigger language plpgsql as 'begin return new; end'; create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
create trigger tr after insert on m for each row execute function f();
-- case: drop trigger partitioned
create function f() returns trigger language plpgsql as 'begin return new; end'; create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create trigger tr after insert on m for each row execute function f();
-- run
drop trigger tr on m;
-- case: disable trigger partitioned
create function f() returns trigger language plpgsql as 'begin return new; end'; create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create trigger tr after insert on m for each row execute function f();
-- run
alter table m disable trigger tr;
-- case: truncate partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
truncate m;
-- case: lock partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
lock table m;
-- case: drop index partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
drop index ix;
-- case: comment partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
comment on table m is 'x';
-- case: rls partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
alter table m enable row level security;
-- case: replica identity partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
alter table m replica identity full;
-- case: create policy partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
create policy p on m using (true);
-- case: analyze partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
analyze m;
-- case: update partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
update m set v='x';
-- case: insert partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,'a');
-- run
insert into m values(2,'x');
-- case: type change partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,1);
-- run
alter table m alter v type bigint;
-- case: reindex table partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
reindex table m1;
-- case: alter table set logged partition
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
alter table m1 set unlogged;
-- case: add column domain notnull only w/default
create domain d int not null; create table t(id int primary key); insert into t values(1);
-- run
alter table t add c d default 1;
-- case: add column plain domain
create domain d int; create table t(id int primary key); insert into t values(1);
-- run
alter table t add c d default 1;
-- case: add column domain with default volatile in domain
create domain d float default random(); create table t(id int primary key); insert into t values(1);
-- run
alter table t add c d;
-- case: add column array of constrained domain
create domain d int check(value>0); create table t(id int primary key); insert into t values(1);
-- run
alter table t add c d[];
-- case: type int->domain over int unconstrained
create domain d int; create table t(id int primary key,c int); insert into t values(1);
-- run
alter table t alter c type d;
-- case: type int->domain constrained
create domain d int check(value>0); create table t(id int primary key,c int); insert into t values(1);
-- run
alter table t alter c type d;
-- case: type domain constrained->int
create domain d int check(value>0); create table t(id int primary key,c d); insert into t values(1);
-- run
alter table t alter c type int;
-- case: type domain varchar(10) -> varchar(20)
create domain d varchar(10); create table t(id int primary key,c d); insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: type varchar(10)[] -> varchar(20)[]
create table t(id int primary key,c varchar(10)[]); insert into t values(1);
-- run
alter table t alter c type varchar(20)[];
-- case: type varchar(10)[] -> text[]
create table t(id int primary key,c varchar(10)[]); insert into t values(1);
-- run
alter table t alter c type text[];
-- case: type int[] -> bigint[]
create table t(id int primary key,c int[]); insert into t values(1);
-- run
alter table t alter c type bigint[];
-- case: bit(4)->varbit
create table t(id int primary key,c bit(4)); insert into t values(1);
-- run
alter table t alter c type varbit;
-- case: bit(4)->varbit(8)
create table t(id int primary key,c bit(4)); insert into t values(1);
-- run
alter table t alter c type varbit(8);
-- case: varbit->varbit(8)
create table t(id int primary key,c varbit); insert into t values(1);
-- run
alter table t alter c type varbit(8);
-- case: varbit(8)->varbit
create table t(id int primary key,c varbit(8)); insert into t values(1);
-- run
alter table t alter c type varbit;
-- case: varbit(8)->varbit(4)
create table t(id int primary key,c varbit(8)); insert into t values(1);
-- run
alter table t alter c type varbit(4);
-- case: varbit->bit(4)
create table t(id int primary key,c varbit); insert into t values(1);
-- run
alter table t alter c type bit(4);
-- case: bit(4)->bit(8)
create table t(id int primary key,c bit(4)); insert into t values(1);
-- run
alter table t alter c type bit(8);
-- case: text->char(5)
create table t(id int primary key,c text); insert into t values(1);
-- run
alter table t alter c type char(5);
-- case: char(5)->text
create table t(id int primary key,c char(5)); insert into t values(1);
-- run
alter table t alter c type text;
-- case: bpchar->text
create table t(id int primary key,c bpchar); insert into t values(1);
-- run
alter table t alter c type text;
-- case: text->bpchar
create table t(id int primary key,c text); insert into t values(1);
-- run
alter table t alter c type bpchar;
-- case: varchar(10)->bpchar
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type bpchar;
-- case: interval->interval(3)
create table t(id int primary key,c interval); insert into t values(1);
-- run
alter table t alter c type interval(3);
-- case: interval->interval(6)
create table t(id int primary key,c interval); insert into t values(1);
-- run
alter table t alter c type interval(6);
-- case: interval(3)->interval
create table t(id int primary key,c interval(3)); insert into t values(1);
-- run
alter table t alter c type interval;
-- case: timestamp->timestamp(6)
create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamp(6);
-- case: timestamp(3)->timestamp
create table t(id int primary key,c timestamp(3)); insert into t values(1);
-- run
alter table t alter c type timestamp;
-- case: time(3)->time(6)
create table t(id int primary key,c time(3)); insert into t values(1);
-- run
alter table t alter c type time(6);
-- case: time(3)->timetz(3)
create table t(id int primary key,c time(3)); insert into t values(1);
-- run
alter table t alter c type timetz;
-- case: timestamp(3)->timestamptz(3) UTC
set timezone='UTC'; create table t(id int primary key,c timestamp(3)); insert into t values(1);
-- run
alter table t alter c type timestamptz(3);
-- case: timestamp(3)->timestamptz UTC
set timezone='UTC'; create table t(id int primary key,c timestamp(3)); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: timestamp->timestamptz(3) UTC
set timezone='UTC'; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz(3);
-- case: timestamp->timestamptz tz=GMT
set timezone='GMT'; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: timestamp->timestamptz tz=Etc/UTC
set timezone='Etc/UTC'; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: timestamp->timestamptz tz=0
set timezone=0; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: timestamp->timestamptz UTC using c at time zone 'UTC'
set timezone='UTC'; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz using c at time zone 'UTC';
-- case: timestamp->timestamptz UTC indexed
set timezone='UTC'; create table t(id int primary key,c timestamp); create index ix on t(c); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: cidr->inet indexed
create table t(id int primary key,c cidr); create index ix on t(c); insert into t values(1);
-- run
alter table t alter c type inet;
-- case: using c::text from varchar
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type text using c::text;
-- case: using c::varchar(20)
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type varchar(20) using c::varchar(20);
-- case: using c::varchar(20) to text
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type text using cast(c as varchar(20));
-- case: using (c)
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type text using (c);
-- case: using t.c
create table t(id int primary key,c varchar(10)); insert into t values(1);
-- run
alter table t alter c type text using t.c;
-- case: numeric->numeric(10,2)
create table t(id int primary key,c numeric); insert into t values(1);
-- run
alter table t alter c type numeric(10,2);
-- case: numeric(10)->numeric(12)
create table t(id int primary key,c numeric(10)); insert into t values(1);
-- run
alter table t alter c type numeric(12);
-- case: numeric(10)->numeric(12,0)
create table t(id int primary key,c numeric(10)); insert into t values(1);
-- run
alter table t alter c type numeric(12,0);
-- case: int->oid
create table t(id int primary key,c int); insert into t values(1);
-- run
alter table t alter c type oid;
-- case: xml->text
create table t(id int primary key,c xml); insert into t values(1);
-- run
alter table t alter c type text;
-- case: inet->cidr
create table t(id int primary key,c inet); insert into t values(1);
-- run
alter table t alter c type cidr;
-- case: varchar indexed pattern ops
create table t(id int primary key,c varchar(10)); create index ix on t(c varchar_pattern_ops); insert into t values(1);
-- run
alter table t alter c type text;
-- case: varchar indexed expression
create table t(id int primary key,c varchar(10)); create index ix on t(lower(c)); insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: varchar indexed partial predicate
create table t(id int primary key,c varchar(10)); create index ix on t(id) where c='a'; insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: varchar->text indexed partial predicate
create table t(id int primary key,c varchar(10)); create index ix on t(id) where c='a'; insert into t values(1);
-- run
alter table t alter c type text;
-- case: varchar->text indexed expression
create table t(id int primary key,c varchar(10)); create index ix on t(lower(c)); insert into t values(1);
-- run
alter table t alter c type text;
-- case: varchar(10)->(20) unique constraint
create table t(id int primary key,c varchar(10) unique); insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: varchar(10)->(20) free on FK column
create table r(c varchar(10) primary key); create table t(id int primary key,c varchar(10) references r); insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: varchar(10)->(20) on referenced
create table r(c varchar(10) primary key); create table t(id int primary key,c varchar(10) references r); insert into t values(1);
-- run
alter table r alter c type varchar(20);
-- case: type change on referenced not valid fk
create table r(c int primary key); create table t(id int primary key,c int); alter table t add constraint fk foreign key(c) references r not valid; insert into t values(1);
-- run
alter table r alter c type bigint;
-- case: type with not valid check
create table t(id int primary key,c varchar(10)); alter table t add check(c<>'') not valid; insert into t values(1);
-- run
alter table t alter c type varchar(20);
-- case: view depends
create table t(id int primary key,c varchar(10)); create view v as select c from t;
-- run
alter table t alter c type varchar(20);
-- case: view does not depend
create table t(id int primary key,c varchar(10)); create view v as select id from t;
-- run
alter table t alter c type varchar(20);
-- case: generated column depends
create table t(id int primary key,c int, g int generated always as (c*2) stored); insert into t values(1);
-- run
alter table t alter c type bigint;
-- case: partition key
create table t(id int, c int) partition by range(id);
-- run
alter table t alter id type bigint;
-- case: trigger when/of column
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
alter table t alter c type bigint;
-- case: policy
create table t(id int primary key,c int); create policy p on t using (c>0);
-- run
alter table t alter c type bigint;
-- case: identity col int->bigint
create table t(id int generated always as identity primary key,c int); insert into t(c) values(1);
-- run
alter table t alter id type bigint;
-- case: drop column with view
create table t(id int primary key,c int); create view v as select c from t;
-- run
alter table t drop column c;
-- case: drop column with view cascade
create table t(id int primary key,c int); create view v as select c from t;
-- run
alter table t drop column c cascade;
-- case: drop column with index and fk
create table r(id int primary key); create table t(id int primary key,c int references r); create index ix on t(c);
-- run
alter table t drop column c;
-- case: drop referenced column cascade
create table r(id int primary key); create table t(id int primary key,c int references r); create index ix on t(c);
-- run
alter table r drop column id cascade;
-- case: drop pk cascade
create table r(id int primary key); create table t(id int primary key,c int references r); create index ix on t(c);
-- run
alter table r drop constraint r_pkey cascade;
-- case: drop table cascade view
create table t(id int primary key,c int); create view v as select c from t;
-- run
drop table t cascade;
-- case: rename column with view, fk, index
create table r(id int primary key); create table t(id int primary key,c int references r); create index ix on t(c); create view v as select c from t;
-- run
alter table t rename c to d;
-- case: rename referenced column
create table r(id int primary key); create table t(id int primary key,c int references r);
-- run
alter table r rename id to d;
-- case: rename constraint pk
create table r(id int primary key);
-- run
alter table r rename constraint r_pkey to x;
-- case: rename constraint check
create table r(id int primary key, constraint c check(id>0));
-- run
alter table r rename constraint c to x;
-- case: rename constraint fk
create table r(id int primary key); create table t(id int primary key,c int constraint fk references r);
-- run
alter table t rename constraint fk to x;
-- case: alter constraint deferrable fk
create table r(id int primary key); create table t(id int primary key,c int constraint fk references r);
-- run
alter table t alter constraint fk deferrable;
-- case: set not null on pk column
create table t(id int primary key, c int); insert into t values(1,1);
-- run
alter table t alter id set not null;
-- case: set not null implied by and
create table t(id int primary key, c int, check(c is not null and c>0)); insert into t values(1,1);
-- run
alter table t alter c set not null;
-- case: set not null with a check that lets NULL pass
create table t(id int primary key, c int, check(c>0)); insert into t values(1,1);
-- run
alter table t alter c set not null;
-- case: drop not null on pk
create table t(id int primary key, c int); insert into t values(1,1);
-- run
alter table t alter id drop not null;
-- case: pk nullable with validated check
create table t(id int, c int, check(id is not null)); insert into t values(1,1);
-- run
alter table t add primary key(id);
-- case: pk using index nullable with validated check
create table t(id int, c int, check(id is not null)); create unique index ix on t(id); insert into t values(1,1);
-- run
alter table t add primary key using index ix;
-- case: pk using index renamed
create table t(id int not null, c int); create unique index ix on t(id); insert into t values(1,1);
-- run
alter table t add constraint t_pkey primary key using index ix;
-- case: attach with parent index, child without
create table m(id int, v text) partition by range(id); create index ix on m(v); create table m2(id int not null, v text); insert into m2 values(11,'a');
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach with parent pk, child without (not null)
create table m(id int primary key, v text) partition by range(id); create table m2(id int not null, v text); insert into m2 values(11,'a');
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach with parent index, child has it
create table m(id int, v text) partition by range(id); create index ix on m(v); create table m2(id int not null, v text); create index i2 on m2(v); insert into m2 values(11,'a');
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach with parent fk
create table r(id int primary key); insert into r values(1); create table m(id int, v int references r) partition by range(id); create table m2(id int not null, v int); insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach with parent fk, child has fk
create table r(id int primary key); insert into r values(1); create table m(id int, v int references r) partition by range(id); create table m2(id int not null, v int references r); insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach check with col not null column
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id>=10 and id<20)); insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach check without not null
create table m(id int, v int) partition by range(id); create table m2(id int, v int, check(id>=10 and id<20)); insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach check tighter
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id>=12 and id<15)); insert into m2 values(13,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach check eq bounds >9
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id>9 and id<=19)); insert into m2 values(13,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach two checks
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id>=10), check(id<20)); insert into m2 values(13,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach between
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id between 10 and 19)); insert into m2 values(13,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach list in
create table m(id int, v text) partition by list(v); create table m2(id int, v text not null, check(v in ('a','b'))); insert into m2 values(13,'a');
-- run
alter table m attach partition m2 for values in ('a','b');
-- case: attach list in no notnull
create table m(id int, v text) partition by list(v); create table m2(id int, v text, check(v in ('a','b'))); insert into m2 values(13,'a');
-- run
alter table m attach partition m2 for values in ('a','b');
-- case: attach list subset
create table m(id int, v text) partition by list(v); create table m2(id int, v text not null, check(v = 'a')); insert into m2 values(13,'a');
-- run
alter table m attach partition m2 for values in ('a','b');
-- case: attach list with null
create table m(id int, v text) partition by list(v); create table m2(id int, v text, check(v = 'a' or v is null)); insert into m2 values(13,'a');
-- run
alter table m attach partition m2 for values in ('a',null);
-- case: attach minvalue
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int, check(id<20)); insert into m2 values(13,1);
-- run
alter table m attach partition m2 for values from (minvalue) to (20);
-- case: attach date literal
create table m(d date) partition by range(d); create table m2(d date not null, check(d>='2024-01-01' and d<'2024-02-01')); insert into m2 values('2024-01-03');
-- run
alter table m attach partition m2 for values from ('2024-01-01') to ('2024-02-01');
-- case: attach date literal typed
create table m(d date) partition by range(d); create table m2(d date not null, check(d>=date '2024-01-01' and d<'2024-02-01'::date)); insert into m2 values('2024-01-03');
-- run
alter table m attach partition m2 for values from ('2024-01-01') to ('2024-02-01');
-- case: attach not valid check
create table m(id int, v int) partition by range(id); create table m2(id int not null, v int); alter table m2 add check(id>=10 and id<20) not valid; insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach default partition itself
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); create table md(id int,v int); insert into md values(50,1);
-- run
alter table m attach partition md default;
-- case: attach default partition itself only
create table m(id int, v int) partition by range(id); create table md(id int,v int); insert into md values(50,1);
-- run
alter table m attach partition md default;
-- case: attach where default has check
create table m(id int, v int) partition by range(id); create table md partition of m default; alter table md add check(id is not null and (id<10 or id>=20)); insert into md values(50,1); create table m2(id int not null,v int, check(id>=10 and id<20));
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach where default has simple check
create table m(id int, v int) partition by range(id); create table md partition of m default; alter table md add check(id>=20), alter id set not null; insert into md values(50,1); create table m2(id int not null,v int, check(id>=10 and id<20));
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: attach hash
create table m(id int, v int) partition by hash(id); create table m2(id int not null,v int);
-- run
alter table m attach partition m2 for values with (modulus 2, remainder 0);
-- case: attach sub-partitioned child
create table m(id int, v int) partition by range(id); create table m2(id int not null,v int) partition by list(v); create table m21 partition of m2 for values in (1); insert into m2 values(11,1);
-- run
alter table m attach partition m2 for values from (10) to (20);
-- case: detach with default exists
create table m(id int, v int) partition by range(id); create table md partition of m default; create table m1 partition of m for values from (0) to (10);
-- run
alter table m detach partition m1;
-- case: detach with parent fk
create table r(id int primary key); create table m(id int, v int references r) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m detach partition m1;
-- case: detach with parent referenced
create table m(id int primary key) partition by range(id); create table m1 partition of m for values from (0) to (10); create table t(mid int references m);
-- run
alter table m detach partition m1;
-- case: create table partition of with index and fk
create table r(id int primary key); create table m(id int, v int references r) partition by range(id); create index ix on m(v);
-- run
create table m1 partition of m for values from (0) to (10);
-- case: drop partition w/ default
create table m(id int, v int) partition by range(id); create table md partition of m default; create table m1 partition of m for values from (0) to (10);
-- run
drop table m1;
-- case: drop parent
create table m(id int, v int) partition by range(id); create table md partition of m default; create table m1 partition of m for values from (0) to (10);
-- run
drop table m;
-- case: create table like
create table t(id int primary key, c int);
-- run
create table u (like t including all);
-- case: create table inherits
create table t(id int primary key, c int);
-- run
create table u () inherits (t);
-- case: drop view cascade
create table t(id int primary key, c int); create view v as select c from t; create view w as select c from v;
-- run
drop view v cascade;
-- case: drop matview
create table t(id int primary key, c int); create materialized view v as select c from t; create index ix on v(c);
-- run
drop materialized view v;
-- case: create view on view
create table t(id int primary key, c int); create view v as select c from t;
-- run
create view w as select * from v;
-- case: create index on matview
create table t(id int primary key, c int); create materialized view v as select c from t;
-- run
create index ix on v(c);
-- case: refresh no data
create table t(id int primary key, c int); create materialized view v as select c from t; create index ix on v(c);
-- run
refresh materialized view v with no data;
-- case: refresh indexes
create table t(id int primary key, c int); insert into t values(1,1); create materialized view v as select c from t; create index ix on v(c);
-- run
refresh materialized view v;
-- case: rename view
create table t(id int primary key, c int); create view v as select c from t;
-- run
alter view v rename to w;
-- case: view set schema
create schema if not exists s2; create table t(id int primary key, c int); create view v as select c from t;
-- run
alter view v set schema s2;
-- case: view owner
create table t(id int primary key, c int); create view v as select c from t;
-- run
alter view v owner to postgres;
-- case: view set option
create table t(id int primary key, c int); create view v as select c from t;
-- run
alter view v set (security_barrier=true);
-- case: view alter col default
create table t(id int primary key, c int); create view v as select c from t;
-- run
alter view v alter c set default 1;
-- case: index set
create table t(id int primary key, c int); create index ix on t(c);
-- run
alter index ix set (fillfactor=50);
-- case: index set tablespace
create table t(id int primary key, c int); create index ix on t(c);
-- run
alter index ix set tablespace pg_default;
-- case: index statistics
create table t(id int primary key, c int); create index ix on t((c+1));
-- run
alter index ix alter column 1 set statistics 10;
-- case: index attach
create table m(id int) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on only m(id); create index i1 on m1(id);
-- run
alter index ix attach partition i1;
-- case: drop unique constraint
create table t(id int primary key, c int unique);
-- run
alter table t drop constraint t_c_key;
-- case: drop sequence owned cascade
create table t(id serial primary key, c int);
-- run
drop sequence t_id_seq cascade;
-- case: set default nextval
create sequence s; create table t(id int primary key, c int);
-- run
alter table t alter c set default nextval('s');
-- case: alter seq rename
create sequence s;
-- run
alter sequence s rename to s3;
-- case: alter seq owner
create sequence s;
-- run
alter sequence s owner to postgres;
-- case: alter seq owned by
create sequence s; create table t(id int primary key);
-- run
alter sequence s owned by t.id;
-- case: alter seq owned by none
create table t(id serial primary key);
-- run
alter sequence t_id_seq owned by none;
-- case: alter seq restart
create sequence s;
-- run
alter sequence s restart;
-- case: alter seq set schema
create sequence s; create schema if not exists s2;
-- run
alter sequence s set schema s2;
-- case: drop sequence
create sequence s;
-- run
drop sequence s;
-- case: grant sequence
create sequence s;
-- run
grant all on s to public;
-- case: revoke table
create table t(id int);
-- run
revoke all on t from public;
-- case: grant column
create table t(id int);
-- run
grant select(id) on t to public;
-- case: grant all tables
create table t(id int);
-- run
grant all on all tables in schema public to public;
-- case: comment view
create table t(id int); create view v as select 1;
-- run
comment on view v is 'x';
-- case: comment index
create table t(id int primary key);
-- run
comment on index t_pkey is 'x';
-- case: comment constraint
create table t(id int primary key);
-- run
comment on constraint t_pkey on t is 'x';
-- case: comment trigger
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
comment on trigger tr on t is 'x';
-- case: comment policy
create table t(id int primary key,c int); create policy p on t;
-- run
comment on policy p on t is 'x';
-- case: comment sequence
create sequence s;
-- run
comment on sequence s is 'x';
-- case: rename trigger
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
alter trigger tr on t rename to tr2;
-- case: enable always trigger
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
alter table t enable always trigger tr;
-- case: rename policy
create table t(id int primary key,c int); create policy p on t;
-- run
alter policy p on t rename to q;
-- case: alter policy
create table t(id int primary key,c int); create policy p on t;
-- run
alter policy p on t using (true);
-- case: drop policy
create table t(id int primary key,c int); create policy p on t;
-- run
drop policy p on t;
-- case: drop rule
create table t(id int primary key,c int); create rule ru as on delete to t do instead nothing;
-- run
drop rule ru on t;
-- case: rename rule
create table t(id int primary key,c int); create rule ru as on delete to t do instead nothing;
-- run
alter rule ru on t rename to ru2;
-- case: drop statistics
create table t(id int primary key,c int); create statistics st on id,c from t;
-- run
drop statistics st;
-- case: alter statistics
create table t(id int primary key,c int); create statistics st on id,c from t;
-- run
alter statistics st set statistics 10;
-- case: drop function used by trigger cascade
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
drop function f cascade;
-- case: replace function
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int primary key,c int); create trigger tr before update of c on t for each row execute function f();
-- run
create or replace function f() returns trigger language plpgsql as 'begin return old; end';
-- case: drop type cascade
create type e as enum('a'); create table t(id int primary key,c e);
-- run
drop type e cascade;
-- case: rename type
create type e as enum('a'); create table t(id int primary key,c e);
-- run
alter type e rename to e2;
-- case: rename value
create type e as enum('a'); create table t(id int primary key,c e);
-- run
alter type e rename value 'a' to 'b';
-- case: composite add attribute
create type ct as (a int); create table t(id int primary key,c int);
-- run
alter type ct add attribute b int;
-- case: composite add attribute used
create type ct as (a int); create table t(id int primary key,c ct);
-- run
alter type ct add attribute b int;
-- case: composite alter attribute used
create type ct as (a int); create table t(id int primary key,c ct);
-- run
alter type ct alter attribute a type bigint;
-- case: domain set not null
create domain d int; create table t(id int primary key,c d); insert into t values(1,1);
-- run
alter domain d set not null;
-- case: domain validate
create domain d int; create table t(id int primary key,c d); insert into t values(1,1); alter domain d add constraint x check(value>0) not valid;
-- run
alter domain d validate constraint x;
-- case: domain drop constraint
create domain d int constraint x check(value>0); create table t(id int primary key,c d); insert into t values(1,1);
-- run
alter domain d drop constraint x;
-- case: domain set default
create domain d int constraint x check(value>0); create table t(id int primary key,c d); insert into t values(1,1);
-- run
alter domain d set default 1;
-- case: domain drop not null
create domain d int not null; create table t(id int primary key,c d); insert into t values(1,1);
-- run
alter domain d drop not null;
-- case: domain add constraint partitioned
create domain d int; create table t(id int,c d) partition by range(id); create table t1 partition of t for values from (0) to (10); insert into t values(1,1);
-- run
alter domain d add constraint x check(value>0);
-- case: drop domain cascade
create domain d int not null; create table t(id int primary key,c d); insert into t values(1,1);
-- run
drop domain d cascade;
-- case: alter publication add table
create publication pb9; create table t(id int);
-- run
alter publication pb9 add table t; drop publication pb9;
-- case: merge
create table t(id int primary key,c int); create table s(id int,c int); insert into s values(1,1);
-- run
merge into t using s on t.id=s.id when not matched then insert values(s.id,s.c);
-- case: update from
create table t(id int primary key,c int); create table s(id int,c int); insert into s values(1,1); insert into t values(1,1);
-- run
update t set c=s.c from s where s.id=t.id;
-- case: update key
create table t(id int primary key,c int); insert into t select g,g from generate_series(1,1000) g; analyze t;
-- run
update t set c=1 where id=5;
-- case: select
create table t(id int primary key,c int); insert into t values(1,1);
-- run
select count(*) from t;
-- case: insert fk
create table r(id int primary key); insert into r values(1); create table t(id int primary key,c int references r);
-- run
insert into t values(1,1);
-- case: delete from referenced
create table r(id int primary key); insert into r values(1); create table t(id int primary key,c int references r); insert into t values(2,null);
-- run
delete from r;
-- case: truncate self fk
create table r(id int primary key, p int references r);
-- run
truncate r;
-- case: truncate referenced no cascade
create table r(id int primary key); create table t(id int primary key,c int references r);
-- run
truncate r;
-- case: truncate table with fk out
create table r(id int primary key); create table t(id int primary key,c int references r);
-- run
truncate t;
-- case: cluster on, then without
create table t(id int primary key,c int); insert into t values(1,1);
-- run
alter table t cluster on t_pkey; alter table t set without cluster;
-- case: reindex schema
create table t(id int primary key,c int);
-- run
reindex schema public;
-- case: reindex partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
reindex table m;
-- case: CIC in txn
create table t(id int primary key,c int);
-- run
create index concurrently ix on t(c);
-- case: DIC in txn
create table t(id int primary key,c int); create index ix on t(c);
-- run
drop index concurrently ix;
-- case: RIC in txn
create table t(id int primary key,c int); create index ix on t(c);
-- run
reindex index concurrently ix;
-- case: vacuum in txn
create table t(id int primary key,c int); create index ix on t(c);
-- run
vacuum t;
-- case: detach concurrently in txn
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m detach partition m1 concurrently;
-- case: drop index of constraint
create table t(id int primary key,c int);
-- run
drop index t_pkey;
-- case: drop index IF EXISTS none
create table t(id int primary key,c int);
-- run
drop index if exists nope;
-- case: create index if not exists there
create table t(id int primary key,c int); create index ix on t(c);
-- run
create index if not exists ix on t(c);
-- case: create table if not exists there
create table t(id int primary key,c int);
-- run
create table if not exists t(id int);
-- case: create view replace removes column
create table t(id int primary key,c int); create view v as select id,c from t;
-- run
create or replace view v as select id from t;
-- case: cluster partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); create index ix on m(id);
-- run
cluster m using ix;
-- case: cluster using
create table t(id int primary key,c int); create index ix on t(c); insert into t values(1,1);
-- run
cluster t using ix;
-- case: no inherit
create table pa(id int); create table cb() inherits(pa);
-- run
alter table cb no inherit pa;
-- case: add column to inheritance parent
create table pa(id int); create table cb() inherits(pa);
-- run
alter table pa add c int;
-- case: replica identity index
create table t(id int primary key,c int not null); create unique index ix on t(c);
-- run
alter table t replica identity using index ix;
-- case: disable trigger all
create table t(id int primary key,c int not null);
-- run
alter table t disable trigger all;
-- case: disable rule
create table t(id int primary key,c int); create rule ru as on delete to t do instead nothing;
-- run
alter table t disable rule ru;
-- case: without oids
create table t(id int primary key,c int);
-- run
alter table t set without oids;
-- case: toast storage param
create table t(id int primary key,c text);
-- run
alter table t set (toast.autovacuum_enabled=false);
-- case: user_catalog_table
create table t(id int primary key,c text);
-- run
alter table t set (user_catalog_table=true);
-- case: attribute options
create table t(id int primary key,c text);
-- run
alter table t alter c set (n_distinct=5);
-- case: of type
create type ty as (id int, c text); create table t(id int,c text);
-- run
alter table t of ty;
-- case: set identity
create table t(id int generated always as identity primary key,c text);
-- run
alter table t alter id set generated by default;
-- case: drop identity
create table t(id int generated always as identity primary key,c text);
-- run
alter table t alter id drop identity;
-- case: restart identity
create table t(id int generated always as identity primary key,c text);
-- run
alter table t alter id restart with 5;
-- case: set unlogged with a foreign key
create table r(id int primary key); create table t(id int primary key,c int references r);
-- run
alter table t set unlogged;
-- case: add exclude without a name
create table x(r int4range);
-- run
alter table x add exclude using gist (r with &&);
-- case: add column if not exists exists with check
create table t(id int primary key,c int); insert into t values(1,1);
-- run
alter table t add column if not exists c int check(c>0);
-- case: add fk self
create table t(id int primary key,p int); insert into t values(1,1);
-- run
alter table t add foreign key(p) references t(id);
-- case: citext free
create extension if not exists citext; create table t(id int primary key,c text); insert into t values(1,'a');
-- run
alter table t alter c type citext;
-- case: citext->text
create extension if not exists citext; create table t(id int primary key,c citext); insert into t values(1,'a');
-- run
alter table t alter c type text;
-- case: citext->varchar(20)
create extension if not exists citext; create table t(id int primary key,c citext); insert into t values(1,'a');
-- run
alter table t alter c type varchar(20);
-- case: citext idx
create extension if not exists citext; create table t(id int primary key,c text); create index ix on t(c); insert into t values(1,'a');
-- run
alter table t alter c type citext;
-- case: int->oid idx
create table t(id int primary key,c int); create index ix on t(c); insert into t values(1);
-- run
alter table t alter c type oid;
-- case: bit->varbit idx
create table t(id int primary key,c bit(4)); create index ix on t(c); insert into t values(1);
-- run
alter table t alter c type varbit;
-- case: text->bpchar idx
create table t(id int primary key,c text); create index ix on t(c); insert into t values(1);
-- run
alter table t alter c type bpchar;
-- case: char(5)->bpchar
create table t(id int primary key,c char(5)); insert into t values(1);
-- run
alter table t alter c type bpchar;
-- case: timestamp->timestamptz(6) utc
set timezone='UTC'; create table t(id int primary key,c timestamp); insert into t values(1);
-- run
alter table t alter c type timestamptz(6);
-- case: timestamptz(6)->timestamptz
create table t(id int primary key,c timestamptz(6)); insert into t values(1);
-- run
alter table t alter c type timestamptz;
-- case: include col type
create table t(id int primary key,c varchar(10)); create index ix on t(id) include (c); insert into t values(1);
-- run
alter table t alter c type text;
-- case: same type expr index
create table t(id int primary key,c int); create index ix on t((c+1)); insert into t values(1);
-- run
alter table t alter c type int;
-- case: same type fk
create table r(id int primary key); create table t(id int primary key,c int references r); insert into t values(1);
-- run
alter table t alter c type int;
-- case: add fk not enforced
create table r(id int primary key); create table t(id int primary key,c int); insert into t values(1);
-- run
alter table t add foreign key(c) references r not enforced;
-- case: add column references not enforced
create table r(id int primary key); create table t(id int primary key); insert into t values(1);
-- run
alter table t add c int default 5 references r not enforced;
-- case: drop constraint unique referenced no cascade
create table r(id int unique); create table t(id int primary key, c int references r(id));
-- run
alter table r drop constraint r_id_key;
-- case: drop fk of partitioned referenced
create table m(id int primary key) partition by range(id); create table m1 partition of m for values from (0) to (10); create table t(c int constraint fk references m);
-- run
alter table t drop constraint fk;
-- case: add identity on partitioned
create table m(id int not null) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter id add generated always as identity;
-- case: rename check partitioned
create table m(id int constraint c check(id>0)) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m rename constraint c to d;
-- case: attribute options partitioned
create table m(id int) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter id set (n_distinct=4);
-- case: compression partitioned
create table m(id int, v text) partition by range(id); create table m1 partition of m for values from (0) to (10);
-- run
alter table m alter v set compression pglz;
-- case: drop table serial
create table t(id serial primary key);
-- run
drop table t;
-- case: owner of table with serial
create table t(id serial primary key);
-- run
alter table t owner to postgres;
-- case: set schema serial
create schema if not exists s2; create table t(id serial primary key);
-- run
alter table t set schema s2;
-- case: create trigger on view
create function f() returns trigger language plpgsql as 'begin return new; end'; create table t(id int); create view v as select * from t;
-- run
create trigger tr instead of insert on v for each row execute function f();
-- case: lock view
create table t(id int); create view v as select * from t;
-- run
lock table v;
-- case: create rule on view
create table t(id int); create view v as select * from t;
-- run
create rule ru as on insert to v do instead nothing;
-- case: insert into view
create table t(id int); create view v as select * from t;
-- run
insert into v values(1);
-- case: drop table under a view
create table t(id int); create view v as select * from t;
-- run
drop table t;
-- case: add check no inherit
create table t(id int); insert into t values(1);
-- run
alter table t add check(id>0) no inherit;
-- case: validate fk partitioned
create table r(id int primary key); insert into r values(1); create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,1); alter table m add constraint fk foreign key(v) references r not valid;
-- run
alter table m validate constraint fk;
-- case: validate fk to partitioned
create table m(id int primary key) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1); create table t(c int); insert into t values(1); alter table t add constraint fk foreign key(c) references m not valid;
-- run
alter table t validate constraint fk;
-- case: set not null partitioned w check
create table m(id int, v int, check(v is not null)) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,1);
-- run
alter table m alter v set not null;
-- case: alter constraint enforced
create table r(id int primary key); insert into r values(1); create table t(c int, constraint fk foreign key(c) references r not enforced); insert into t values(1);
-- run
alter table t alter constraint fk enforced;
-- case: alter constraint fk initially
create table r(id int primary key); create table t(c int constraint fk references r);
-- run
alter table t alter constraint fk deferrable initially deferred;
-- case: set logged on logged
create table t(id int primary key);
-- run
alter table t set logged;
-- case: drop default and change type
create type e as enum('a'); create table t(id int, c e default 'a'); insert into t values(1);
-- run
alter table t alter c drop default, alter c type text;
-- case: add stored generated partitioned
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,1);
-- run
alter table m add w int generated always as (v*2) stored;
-- case: add column check part
create table m(id int, v int) partition by range(id); create table m1 partition of m for values from (0) to (10); insert into m values(1,1);
-- run
alter table m add w int check(w>0);
-- case: set virtual expression
create table t(id int, g int generated always as (id*2) virtual); insert into t values(1);
-- run
alter table t alter g set expression as (id*3);
