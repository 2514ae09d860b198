create schema statistics;
grant usage on schema statistics to secplan_app;

-- What the office knows of a data set: its current row; every version of the row is in evidence.record_versions.
create table statistics.datasets (
  commune text not null,
  id uuid not null,
  code text not null,
  title text not null,
  topic text not null,
  description text not null default '',
  publisher text not null default '',
  source_link text not null default '',
  licence text not null default '',
  universe text not null default '',
  method text not null default '',
  unit_note text not null default '',
  geography text not null default '',
  population_base text not null default '',
  periodicity text not null default 'yearly' constraint datasets_periodicity check (periodicity in ('monthly', 'quarterly', 'half-yearly', 'yearly', 'biennial', 'decennial', 'irregular', 'once')),
  unit_id uuid,
  next_expected_on date,
  quality text not null default '',
  contact text not null default '',
  access text not null default 'open' constraint datasets_access check (access in ('open', 'restricted', 'confidential')),
  shared boolean not null default false,
  retired_on date,
  author_id uuid not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint datasets_pk primary key (commune, id),
  constraint datasets_code unique (commune, code),
  constraint datasets_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint datasets_source check (not shared or (publisher <> '' and source_link <> ''))
);
comment on table statistics.datasets is 'Conjuntos de datos: la fila vigente; su historia está en la bitácora';
comment on column statistics.datasets.access is 'open: any reader; restricted: permission and a logged purpose; confidential: besides, it never leaves in a file';
comment on column statistics.datasets.shared is 'Until it is, only its author sees it. Without publisher and source it cannot be.';
select platform.fence('statistics.datasets');
create policy drafts_of_author on statistics.datasets as restrictive to secplan_app using (shared or author_id::text = (select current_setting('secplan.account', true)));

-- Immutable: a revision is another row, with its reason. The numbers are in a Parquet file of the file store.
create table statistics.dataset_versions (
  commune text not null,
  id uuid not null,
  dataset_id uuid not null,
  number int not null constraint dataset_versions_positive check (number > 0),
  parquet_hash text not null,
  rows int not null,
  structure jsonb not null,
  source_id uuid,
  file_hash text,
  recipe text not null default '',
  recipe_version int,
  period text not null,
  effective_on date not null,
  reason text not null,
  changes jsonb not null default '{}',
  loaded_by uuid not null,
  entry_id uuid not null,
  constraint dataset_versions_pk primary key (commune, id),
  constraint dataset_versions_number unique (commune, dataset_id, number),
  constraint dataset_versions_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.dataset_versions is 'Versiones de un conjunto de datos: nada se sobrescribe';
comment on column statistics.dataset_versions.changes is 'Counts and largest differences against the version before, as the preview showed them';
select platform.fence('statistics.dataset_versions');
select platform.append_only('statistics.dataset_versions');
create policy of_visible_dataset on statistics.dataset_versions as restrictive to secplan_app using (exists (select from statistics.datasets d where d.commune = dataset_versions.commune and d.id = dataset_versions.dataset_id));
create index dataset_versions_entry on statistics.dataset_versions (commune, entry_id);

-- A version withdrawn is no longer answered from the day it was known on; taking the withdrawal back is an entry that undoes its entry.
create table statistics.withdrawals (
  commune text not null,
  id uuid not null,
  version_id uuid not null,
  reason text not null,
  entry_id uuid not null,
  constraint withdrawals_pk primary key (commune, id),
  constraint withdrawals_version foreign key (commune, version_id) references statistics.dataset_versions (commune, id)
);
comment on table statistics.withdrawals is 'Versiones retiradas, con su motivo';
select platform.fence('statistics.withdrawals');
select platform.append_only('statistics.withdrawals');
create index withdrawals_of_version on statistics.withdrawals (commune, version_id);

-- Who opened a restricted data set, when and what for.
create table statistics.accesses (
  commune text not null,
  id uuid not null,
  dataset_id uuid not null,
  account_id uuid not null,
  purpose text not null,
  opened_on date not null,
  entry_id uuid not null,
  constraint accesses_pk primary key (commune, id),
  constraint accesses_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.accesses is 'Accesos a conjuntos restringidos, con su finalidad';
select platform.fence('statistics.accesses');
select platform.append_only('statistics.accesses');
create index accesses_of_account on statistics.accesses (commune, dataset_id, account_id, opened_on);

-- One load of a file: what it found, and what became of it.
create table statistics.loads (
  commune text not null,
  id uuid not null,
  dataset_id uuid not null,
  file_hash text not null,
  file_name text not null,
  recipe text not null default '',
  recipe_version int,
  state text not null default 'reading' constraint loads_state check (state in ('reading', 'ready', 'loaded', 'cancelled', 'undone')),
  period text not null default '',
  reason text not null default '',
  choices jsonb not null default '{}',
  preview jsonb,
  version_number int,
  account_id uuid not null,
  started_at timestamptz not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint loads_pk primary key (commune, id),
  constraint loads_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.loads is 'Cargas de archivos en un conjunto de datos, con lo que cada una encontró';
select platform.fence('statistics.loads');
create policy of_visible_dataset on statistics.loads as restrictive to secplan_app using (exists (select from statistics.datasets d where d.commune = loads.commune and d.id = loads.dataset_id));
create index loads_by_date on statistics.loads (commune, started_at);

-- Code lists of the municipality; the national ones ship with the program (assets/statistics/code-lists).
create table statistics.code_lists (
  commune text not null,
  key text not null,
  title text not null,
  description text not null default '',
  source text not null default '',
  entry_id uuid not null,
  version int not null default 1,
  constraint code_lists_pk primary key (commune, key)
);
comment on table statistics.code_lists is 'Listas de códigos propias de la municipalidad';
select platform.fence('statistics.code_lists');

create table statistics.codes (
  commune text not null,
  list_key text not null,
  code text not null,
  label text not null,
  parent text not null default '',
  level text not null default '',
  valid_from date not null,
  valid_until date,
  replaced_by text not null default '',
  aliases text[] not null default '{}',
  position int not null,
  note text not null default '',
  entry_id uuid not null,
  constraint codes_pk primary key (commune, list_key, code, valid_from),
  constraint codes_term check (valid_until is null or valid_until >= valid_from),
  constraint codes_list foreign key (commune, list_key) references statistics.code_lists (commune, key)
);
comment on table statistics.codes is 'Códigos de las listas propias, con su vigencia';
select platform.fence('statistics.codes');

-- One idea (comunal population) that several sources measure: kept apart, with what explains their difference.
create table statistics.concepts (
  commune text not null,
  id uuid not null,
  code text not null,
  title text not null,
  definition text not null default '',
  unit text not null default '',
  decimals int not null default 0,
  reconciliation text not null default '',
  entry_id uuid not null,
  version int not null default 1,
  constraint concepts_pk primary key (commune, id),
  constraint concepts_code unique (commune, code)
);
comment on table statistics.concepts is 'Conceptos que miden varias fuentes, con la nota que las concilia';
select platform.fence('statistics.concepts');

create table statistics.concept_sources (
  commune text not null,
  id uuid not null,
  concept_id uuid not null,
  dataset_id uuid not null,
  title text not null,
  measure text not null,
  codes jsonb not null,
  time_dimension text not null default '',
  entry_id uuid not null,
  retired_entry uuid,
  constraint concept_sources_pk primary key (commune, id),
  constraint concept_sources_concept foreign key (commune, concept_id) references statistics.concepts (commune, id),
  constraint concept_sources_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.concept_sources is 'Fuentes de un concepto: la celda de un conjunto de datos, por sus códigos';
select platform.fence('statistics.concept_sources');

create table statistics.preferences (
  commune text not null,
  id uuid not null,
  concept_id uuid not null,
  use text not null,
  source_id uuid not null,
  note text not null default '',
  entry_id uuid not null,
  constraint preferences_pk primary key (commune, id),
  constraint preferences_concept foreign key (commune, concept_id) references statistics.concepts (commune, id),
  constraint preferences_source foreign key (commune, source_id) references statistics.concept_sources (commune, id)
);
comment on table statistics.preferences is 'Fuente preferida de un concepto para cada uso; cambiarla es un hecho nuevo';
select platform.fence('statistics.preferences');
select platform.append_only('statistics.preferences');

create table statistics.official_figures (
  commune text not null,
  id uuid not null,
  concept_id uuid not null,
  period text not null,
  value double precision not null,
  act_kind text not null,
  act_number text not null,
  act_on date not null,
  source_id uuid,
  version_id uuid,
  codes jsonb,
  file_hash text,
  note text not null default '',
  adopted_by uuid not null,
  adopted_office text not null default '',
  effective_on date not null,
  entry_id uuid not null,
  constraint official_figures_pk primary key (commune, id),
  constraint official_figures_origin check (version_id is not null or file_hash is not null),
  constraint official_figures_concept foreign key (commune, concept_id) references statistics.concepts (commune, id),
  constraint official_figures_source foreign key (commune, source_id) references statistics.concept_sources (commune, id),
  constraint official_figures_version foreign key (commune, version_id) references statistics.dataset_versions (commune, id)
);
comment on table statistics.official_figures is 'Cifras oficiales adoptadas: volver a adoptar es un hecho nuevo';
select platform.fence('statistics.official_figures');
select platform.append_only('statistics.official_figures');
create index official_figures_of on statistics.official_figures (commune, concept_id, period);

-- What the office holds besides data sets: studies, plans, maps, documents.
create table statistics.holdings (
  commune text not null,
  id uuid not null,
  kind text not null constraint holdings_kind check (kind in ('study', 'plan', 'map', 'document')),
  title text not null,
  topic text not null default '',
  publisher text not null default '',
  territory text not null default '',
  year_from int,
  year_to int,
  description text not null default '',
  file_hash text,
  link text not null default '',
  visibility text not null default 'internal',
  updated_on date not null,
  retired_entry uuid,
  entry_id uuid not null,
  version int not null default 1,
  constraint holdings_pk primary key (commune, id),
  constraint holdings_where check (file_hash is not null or link <> ''),
  constraint holdings_years check (year_to is null or year_from is null or year_to >= year_from)
);
comment on table statistics.holdings is 'Estudios, planes, mapas y documentos que la oficina guarda';
select platform.fence('statistics.holdings', true);

update registry.roles set permissions = permissions || array['statistics.read'] where (permissions @> array['reporting.read'] or permissions @> array['reporting.read-issued']) and not permissions @> array['statistics.read'];
update registry.roles set permissions = permissions || array['statistics.load'] where key in ('planning_director', 'planning_section_head', 'planning_analyst') and not permissions @> array['statistics.load'];
update registry.roles set permissions = permissions || array['statistics.manage', 'statistics.restricted'] where key in ('planning_director', 'planning_section_head') and not permissions @> array['statistics.manage'];
update registry.roles set permissions = permissions || array['statistics.adopt'] where key in ('planning_director', 'mayor', 'city_manager') and not permissions @> array['statistics.adopt'];
