create schema worksheets;
grant usage on schema worksheets to secplan_app;

-- With what the hidden keys of the files of a municipality are signed.
create table worksheets.signing_keys (
  commune text not null,
  key bytea not null,
  constraint signing_keys_pk primary key (commune)
);
comment on table worksheets.signing_keys is 'Con qué se firman las claves ocultas de las planillas';
select platform.fence('worksheets.signing_keys');

-- An edited file that came back and was accepted, in whole or in part: one load that goes back whole.
create table worksheets.loads (
  commune text not null,
  id uuid not null,
  name text not null,
  title text not null,
  filters jsonb not null,
  file_hash text not null,
  file_name text not null,
  reason text not null,
  state text not null constraint loads_state check (state in ('applying', 'applied', 'undoing', 'undone')),
  job_id uuid,
  entry_id uuid,
  undone_entry uuid,
  undo_reason text not null default '',
  account_id uuid not null,
  started_at timestamptz not null,
  version int not null default 1,
  constraint loads_pk primary key (commune, id)
);
comment on table worksheets.loads is 'Planillas editadas que volvieron y se aplicaron';
select platform.fence('worksheets.loads');
create index loads_by_day on worksheets.loads (commune, started_at desc);

-- What the load did to each record, cell by cell: the way back. Lists that name people keep no label.
create table worksheets.changes (
  commune text not null,
  load_id uuid not null,
  place int not null,
  record_id text not null,
  label text not null,
  state text not null constraint changes_state check (state in ('waiting', 'done', 'part', 'refused', 'undone', 'kept')),
  cells jsonb not null,
  constraint changes_pk primary key (commune, load_id, place),
  constraint changes_load foreign key (commune, load_id) references worksheets.loads (commune, id)
);
comment on table worksheets.changes is 'Qué cambió cada planilla, registro por registro';
select platform.fence('worksheets.changes');
