-- A plan is a draft while it is prepared: it never rules until it is put in force. A plan whose load was undone stays for whoever asks what was known before.
alter table plan.plans add column draft boolean not null default false;
alter table plan.plans add column undone_entry uuid;
alter table plan.indicators add column frequency text not null default '';
alter table plan.indicators add column verification text not null default '';
alter table plan.indicators add column undone_entry uuid;
alter table plan.indicators drop constraint plan_indicators_code;
create unique index plan_indicators_code on plan.indicators (commune, code) where undone_entry is null;

create table plan.imports (
  commune text not null,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  -- Headings and tables of the document, read once, away from the database.
  reading jsonb not null,
  choices jsonb not null default '{}',
  state text not null constraint imports_state check (state in ('reading', 'loaded', 'undone')),
  plan_id uuid,
  counts jsonb not null default '{}',
  rejected_hash text,
  entry_id uuid,
  undone_entry uuid,
  account_id uuid not null,
  started_at timestamptz not null,
  version int not null default 1,
  constraint imports_pk primary key (commune, id)
);
comment on table plan.imports is 'Cargas de planes desde Word o Excel';
select platform.fence('plan.imports');
create index imports_by_entry on plan.imports (commune, entry_id);

create table plan.recipes (
  commune text not null,
  id uuid not null,
  name text not null,
  recipe jsonb not null,
  used_on date,
  entry_id uuid not null,
  version int not null default 1,
  constraint recipes_pk primary key (commune, id),
  constraint recipes_name unique (commune, name)
);
comment on table plan.recipes is 'Cómo se lee la matriz de cada consultora, recordado por nombre';
select platform.fence('plan.recipes');
