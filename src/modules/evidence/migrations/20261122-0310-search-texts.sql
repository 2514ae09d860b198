-- Search: words made in code (the same on both engines, without extensions), found through functions that know the fences.
alter table evidence.search_lines add column words tsvector, add column year int;
comment on column evidence.search_lines.words is 'Words and stems of title and subtitle, made by evidence/search; null until the upkeep job reads the row';
create index search_lines_words on evidence.search_lines using gin (words) with (fastupdate = off);
create index search_lines_unread on evidence.search_lines (commune) where words is null;
create index attachments_of_file on evidence.attachments (commune, file_hash);

-- What was read of each file. The label is the file's.
create table evidence.file_texts (
  commune text not null,
  file_hash text not null,
  state text not null default 'waiting' constraint file_texts_state check (state in ('waiting', 'extracted', 'no-text', 'failed')),
  format text,
  -- The extension says one thing and the bytes another.
  false_extension boolean not null default false,
  reason text,
  pages int,
  characters bigint not null default 0,
  by_ocr boolean not null default false,
  read_at timestamptz,
  visibility text not null default 'internal',
  constraint file_texts_pk primary key (commune, file_hash)
);
select platform.fence('evidence.file_texts', true);
create index file_texts_waiting on evidence.file_texts (commune) where state = 'waiting';

-- Pieces of the text: a page, some rows of a sheet, some paragraphs. Number 0 is the name of the file; those below zero are the titles it
-- was attached with, each found only by who may see that attachment.
create table evidence.file_passages (
  commune text not null,
  file_hash text not null,
  number int not null,
  place text not null,
  text text not null,
  words tsvector not null,
  attachment_id uuid,
  visibility text not null default 'internal',
  constraint file_passages_pk primary key (commune, file_hash, number)
);
select platform.fence('evidence.file_passages', true);
create index file_passages_words on evidence.file_passages using gin (words) with (fastupdate = off);

-- May whoever asks know that this record exists? Records without a search line carry no label of their own.
create function evidence.known_record(_kind text, _id text) returns boolean
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select not exists (select 1 from evidence.search_lines l
    where l.commune = current_setting('secplan.commune', true) and l.kind = $1 and l.record_id = $2
      and not string_to_array(current_setting('secplan.clearances', true), ',') @> array[l.visibility])
$$;
revoke all on function evidence.known_record(text, text) from public;
grant execute on function evidence.known_record(text, text) to secplan_app;

-- Records. «@@» is not leakproof, so under row-level security its index would not be used: this function carries the fence itself.
-- $1 words, $2 kinds wanted or null, $3 kinds barred to the reader, $4 year or null, $5 unit or null, $6 known up to, $7 facts up to,
-- $8 most rows considered, $9 most of each kind, $10 skip, $11 take.
create function evidence.find_lines(_words text, _kinds text[], _barred text[], _year int, _unit text, _known bigint, _on date, _most int, _each int, _skip int, _take int)
returns table (kind text, record_id text, title text, subtitle text, href text, year int, score real, totals jsonb)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as materialized (
    select l.* from evidence.search_lines l
    where l.words @@ $1::tsquery
      and l.commune = current_setting('secplan.commune', true)
      and string_to_array(current_setting('secplan.clearances', true), ',') @> array[l.visibility]
      and not l.kind = any ($3) and ($2 is null or l.kind = any ($2)) and ($4 is null or l.year = $4)
      and ($5 is null or exists (select 1 from evidence.record_versions v where v.commune = l.commune and v.kind = l.kind and v.record_id = l.record_id
        and coalesce(v.data ->> 'unitId', v.data ->> 'unit_id', v.data ->> 'unit') = $5))
      and ($6 >= 9007199254740991 and $7 >= 'infinity'::date or not exists (select 1 from evidence.record_versions v where v.commune = l.commune and v.kind = l.kind and v.record_id = l.record_id)
        or exists (select 1 from evidence.record_versions v join evidence.entries e on e.commune = v.commune and e.id = v.entry_id
          where v.commune = l.commune and v.kind = l.kind and v.record_id = l.record_id and e.seq <= $6 and v.effective_on <= $7))
    limit $8
  ), scored as (
    select f.*, ts_rank('{0.1,0.2,0.4,1}', f.words, $1::tsquery) as score from found f
  ), placed as (
    select s.*, row_number() over (partition by s.kind order by s.score desc, s.sort_key collate "C", s.record_id) as place from scored s
  )
  select p.kind, p.record_id, p.title, p.subtitle, p.href, p.year, p.score, (select jsonb_object_agg(c.kind, c.n) from (select t.kind, count(*) as n from found t group by t.kind) c) from placed p
  where p.place <= $9 order by p.score desc, p.sort_key collate "C", p.record_id offset $10 limit $11
$$;
revoke all on function evidence.find_lines(text, text[], text[], int, text, bigint, date, int, int, int, int) from public;
grant execute on function evidence.find_lines(text, text[], text[], int, text, bigint, date, int, int, int, int) to secplan_app;

-- Text inside files: only of files that hang from a record the reader may know, by an entry known then and not taken back.
-- $1 words, $2 kinds barred, $3 year or null, $4 known up to, $5 facts up to, $6 most rows considered, $7 skip, $8 take. The best passage of each file.
create function evidence.find_passages(_words text, _barred text[], _year int, _known bigint, _on date, _most int, _skip int, _take int)
returns table (file_hash text, number int, place text, body text, name text, title text, record_kind text, record_id text, attached_on date, score real, files bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with found as materialized (
    select p.commune, p.file_hash, p.number, p.place, p.text, p.words, p.attachment_id from evidence.file_passages p
    where p.words @@ $1::tsquery
      and p.commune = current_setting('secplan.commune', true)
      and string_to_array(current_setting('secplan.clearances', true), ',') @> array[p.visibility]
    limit $6
  ), hung as (
    select s.*, h.record_kind, h.record_id, h.title, h.attached_on, ts_rank('{0.1,0.2,0.4,1}', s.words, $1::tsquery) as score from found s cross join lateral (
      select a.record_kind, a.record_id, a.title, a.attached_on from evidence.attachments a
      join evidence.entries e on e.commune = a.commune and e.id = a.entry_id
      where a.commune = s.commune and a.file_hash = s.file_hash and (s.attachment_id is null or a.id = s.attachment_id)
        and string_to_array(current_setting('secplan.clearances', true), ',') @> array[a.visibility]
        and not a.record_kind = any ($2) and e.seq <= $4 and a.attached_on <= $5 and ($3 is null or extract(year from a.attached_on) = $3)
        and not exists (select 1 from evidence.entries x where x.commune = e.commune and x.undoes = e.seq and x.seq <= $4)
        and not exists (select 1 from evidence.search_lines l where l.commune = a.commune and l.kind = a.record_kind and l.record_id = a.record_id
          and not string_to_array(current_setting('secplan.clearances', true), ',') @> array[l.visibility])
      order by a.attached_on desc, a.id limit 1) h
  ), best as (
    select distinct on (g.file_hash) g.* from hung g order by g.file_hash, g.score desc, g.number
  )
  select g.file_hash, g.number, g.place, g.text, f.name, g.title, g.record_kind, g.record_id, g.attached_on, g.score, count(*) over ()
  from best g join evidence.files f on f.commune = g.commune and f.hash = g.file_hash and string_to_array(current_setting('secplan.clearances', true), ',') @> array[f.visibility]
  order by g.score desc, f.name collate "C", g.file_hash offset $7 limit $8
$$;
revoke all on function evidence.find_passages(text, text[], int, bigint, date, int, int, int) from public;
grant execute on function evidence.find_passages(text, text[], int, bigint, date, int, int, int) to secplan_app;

-- How many times a file hangs from a record of the commune, whatever its label: a file that hangs only from what the reader may not know is not theirs.
create function evidence.attachments_of_file(_hash text) returns int
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select count(*)::int from evidence.attachments a where a.commune = current_setting('secplan.commune', true) and a.file_hash = $1
$$;
revoke all on function evidence.attachments_of_file(text) from public;
grant execute on function evidence.attachments_of_file(text) to secplan_app;
