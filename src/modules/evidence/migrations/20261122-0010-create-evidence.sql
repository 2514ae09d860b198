create schema evidence;
grant usage on schema evidence to secplan_app;

-- The ledger: one entry per action or batch, hash-chained per commune. It is the audit trail and the queue of reactions.
create table evidence.chains (
  commune text not null,
  seq bigint not null default 0,
  hash text not null default '',
  constraint chains_pk primary key (commune)
);
select platform.fence('evidence.chains');

create table evidence.entries (
  commune text not null,
  seq bigint not null,
  id uuid not null,
  name text not null,
  action text not null,
  account_id uuid not null,
  office text,
  effective_on date not null,
  recorded_at timestamptz not null,
  summary text not null,
  record_kind text,
  record_id text,
  undoes bigint,
  body text not null,
  previous_hash text not null,
  hash text not null,
  constraint entries_pk primary key (commune, seq),
  constraint entries_id unique (commune, id),
  constraint entries_undoes unique (commune, undoes)
);
comment on column evidence.entries.body is 'Canonical JSON of the entry without seq and hashes; never personal values';
select platform.fence('evidence.entries');
select platform.append_only('evidence.entries');
create index entries_of_record on evidence.entries (commune, record_kind, record_id, seq desc);
create index entries_by_time on evidence.entries (commune, recorded_at, seq);

create function evidence.append_entry(
  _commune text, _id uuid, _name text, _action text, _account uuid, _office text, _effective date, _recorded timestamptz,
  _summary text, _kind text, _record text, _undoes bigint, _body text
) returns table (seq bigint, hash text) language plpgsql as $$
declare head evidence.chains%rowtype; next_hash text;
begin
  insert into evidence.chains (commune) values (_commune) on conflict do nothing;
  select * into head from evidence.chains c where c.commune = _commune for update;
  next_hash := encode(sha256(convert_to(head.hash || E'\n' || (head.seq + 1)::text || E'\n' || _body, 'UTF8')), 'hex');
  insert into evidence.entries (commune, seq, id, name, action, account_id, office, effective_on, recorded_at, summary, record_kind, record_id, undoes, body, previous_hash, hash)
  values (_commune, head.seq + 1, _id, _name, _action, _account, _office, _effective, _recorded, _summary, _kind, _record, _undoes, _body, head.hash, next_hash);
  update evidence.chains c set seq = head.seq + 1, hash = next_hash where c.commune = _commune;
  return query select head.seq + 1, next_hash;
end $$;

-- What other modules may join: which entries exist and since when.
create view evidence.posted with (security_invoker = true) as select commune, id as entry_id, seq, recorded_at, effective_on, undoes from evidence.entries;
grant select on evidence.posted to secplan_app;

-- The version of each record after each action: current rows live in their module, history here. No personal values.
create table evidence.record_versions (
  commune text not null,
  kind text not null,
  record_id text not null,
  version int not null,
  entry_id uuid not null,
  effective_on date not null,
  data jsonb not null,
  constraint record_versions_pk primary key (commune, kind, record_id, version)
);
select platform.fence('evidence.record_versions');
select platform.append_only('evidence.record_versions');
create index record_versions_entry on evidence.record_versions (commune, entry_id);

-- Content-addressed files.
create table evidence.files (
  commune text not null,
  hash text not null,
  name text not null,
  media_type text not null,
  size bigint not null,
  visibility text not null default 'internal',
  uploaded_by uuid not null,
  uploaded_at timestamptz not null,
  constraint files_pk primary key (commune, hash)
);
select platform.fence('evidence.files', true);

-- Sources: the document, file, act or person behind a datum.
create table evidence.sources (
  commune text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  number text,
  dated_on date,
  publisher text,
  licence text,
  link text,
  file_hash text,
  visibility text not null default 'internal',
  entry_id uuid,
  constraint sources_pk primary key (commune, id)
);
select platform.fence('evidence.sources', true);
create index sources_file on evidence.sources (commune, file_hash);

-- Documents attached to records.
create table evidence.attachments (
  commune text not null,
  id uuid not null,
  record_kind text not null,
  record_id text not null,
  title text not null,
  file_hash text not null,
  version int not null default 1,
  visibility text not null default 'internal',
  entry_id uuid not null,
  attached_on date not null,
  constraint attachments_pk primary key (commune, id)
);
select platform.fence('evidence.attachments', true);
create index attachments_of_record on evidence.attachments (commune, record_kind, record_id);

-- The thread: edges between records of any module, written in the action's transaction.
create table evidence.edges (
  commune text not null,
  from_kind text not null,
  from_id text not null,
  relation text not null,
  to_kind text not null,
  to_id text not null,
  entry_id uuid not null,
  ended_by uuid,
  constraint edges_pk primary key (commune, from_kind, from_id, relation, to_kind, to_id, entry_id)
);
select platform.fence('evidence.edges');
create index edges_back on evidence.edges (commune, to_kind, to_id);

-- One search line per record: what the palette finds. Filled by the module that owns the record.
create table evidence.search_lines (
  commune text not null,
  kind text not null,
  record_id text not null,
  title text not null,
  subtitle text not null default '',
  href text not null,
  sort_key text not null,
  visibility text not null default 'internal',
  constraint search_lines_pk primary key (commune, kind, record_id)
);
select platform.fence('evidence.search_lines', true);

-- Observations: recorded numbers with their source (series of others that rules and comparisons need).
create table evidence.observations (
  commune text not null,
  series text not null,
  period text not null,
  title text not null,
  value double precision,
  absence text,
  text text not null,
  unit text not null,
  source_id uuid not null,
  entry_id uuid not null,
  constraint observations_pk primary key (commune, series, period, entry_id)
);
select platform.fence('evidence.observations');
select platform.append_only('evidence.observations');

-- Reactions done, so that each runs once.
create table evidence.reactions (
  commune text not null,
  entry_id uuid not null,
  reaction text not null,
  state text not null constraint reactions_state check (state in ('done', 'failed')),
  attempts int not null default 1,
  problem text,
  at timestamptz not null default now(),
  constraint reactions_pk primary key (commune, entry_id, reaction)
);
select platform.fence('evidence.reactions');

-- Reads of sensitive data and refused attempts, with purpose.
create table evidence.access_log (
  commune text not null,
  id uuid not null,
  account_id uuid,
  at timestamptz not null,
  kind text not null,
  what text not null,
  purpose text not null default '',
  constraint access_log_pk primary key (commune, id)
);
select platform.fence('evidence.access_log');
select platform.append_only('evidence.access_log');

-- Law confirmed or updated locally, over the YAML of the package.
create table evidence.law_values (
  commune text not null,
  id text not null,
  valid_from date not null,
  value jsonb not null,
  norm text not null,
  article text,
  link text,
  note text,
  confidence text not null,
  entry_id uuid not null,
  constraint law_values_pk primary key (commune, id, valid_from, entry_id)
);
select platform.fence('evidence.law_values');
select platform.append_only('evidence.law_values');
