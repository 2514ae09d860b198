-- An existing tree of folders, brought whole: previewed, adopted as one batch, undone as one.
create table evidence.adoptions (
  commune text not null,
  id uuid not null,
  name text not null,
  state text not null default 'draft' constraint adoptions_state check (state in ('draft', 'adopting', 'adopted', 'cancelled', 'undone')),
  -- Chosen before: the attachments are staged under it and exist when it is posted.
  batch uuid not null,
  account_id uuid not null,
  started_at timestamptz not null,
  version int not null default 1,
  constraint adoptions_pk primary key (commune, id)
);
select platform.fence('evidence.adoptions');

create table evidence.adopted_files (
  commune text not null,
  adoption_id uuid not null,
  path text not null,
  file_hash text,
  size bigint not null,
  format text,
  false_extension boolean not null default false,
  problem text,
  year int,
  unit_name text,
  code text,
  record_kind text,
  record_id text,
  record_title text,
  constraint adopted_files_pk primary key (commune, adoption_id, path)
);
select platform.fence('evidence.adopted_files');
create index adopted_files_hash on evidence.adopted_files (commune, adoption_id, file_hash);
