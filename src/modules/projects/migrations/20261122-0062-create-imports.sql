-- Loads of lists of projects, each one entry that goes back whole.
create table projects.imports (
  commune text not null,
  id uuid not null,
  file_hash text not null,
  file_name text not null,
  -- What the file says, cell by cell; read once, away from the database.
  reading jsonb not null,
  choices jsonb not null default '{}',
  state text not null constraint imports_state check (state in ('reading', 'loaded', 'undone')),
  sheet text not null default '',
  recipe text not null default '',
  counts jsonb not null default '{}',
  -- What the load did to each project, and what it was before: the way back.
  loaded jsonb not null default '[]',
  rejected_hash text,
  entry_id uuid,
  undone_entry uuid,
  account_id uuid not null,
  started_at timestamptz not null,
  version int not null default 1,
  constraint imports_pk primary key (commune, id)
);
comment on table projects.imports is 'Cargas de listas de proyectos';
select platform.fence('projects.imports');
create index imports_by_entry on projects.imports (commune, entry_id);

create table projects.recipes (
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
comment on table projects.recipes is 'Cómo se lee cada lista de proyectos, recordado por nombre';
select platform.fence('projects.recipes');

-- A project whose load was undone stays for whoever asks what was known before; its codes are free again.
alter table projects.projects add column undone_entry uuid;
alter table projects.projects drop constraint projects_code;
alter table projects.projects drop constraint projects_bip;
create unique index projects_code on projects.projects (commune, code) where undone_entry is null;
create unique index projects_bip on projects.projects (commune, bip) where undone_entry is null;
