create schema territory;
grant usage on schema territory to secplan_app;

create table territory.zone_sets (
  commune text not null,
  id uuid not null,
  title text not null,
  kind text not null constraint zone_sets_kind check (kind in ('neighbourhood-unit', 'sector', 'locality', 'census-zone', 'other')),
  note text not null default '',
  demonstration boolean not null default false,
  author_id uuid not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint zone_sets_pk primary key (commune, id),
  constraint zone_sets_title unique (commune, title)
);
comment on table territory.zone_sets is 'Conjuntos de zonas: unidades vecinales, sectores, localidades';
select platform.fence('territory.zone_sets');

-- What is being drawn or was read from a file: nobody uses it until it is adopted.
create table territory.zone_drafts (
  commune text not null,
  id uuid not null,
  set_id uuid not null,
  origin text not null constraint zone_drafts_origin check (origin in ('file', 'drawing')),
  source text not null default '',
  file_hash text,
  zones jsonb not null,
  state text not null default 'open' constraint zone_drafts_state check (state in ('open', 'adopted', 'discarded')),
  author_id uuid not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint zone_drafts_pk primary key (commune, id),
  constraint zone_drafts_set foreign key (commune, set_id) references territory.zone_sets (commune, id)
);
comment on table territory.zone_drafts is 'Borradores de una versión de las zonas';
select platform.fence('territory.zone_drafts');
create unique index zone_drafts_open on territory.zone_drafts (commune, set_id) where state = 'open';

create table territory.zone_versions (
  commune text not null,
  id uuid not null,
  set_id uuid not null,
  number int not null,
  act_kind text not null,
  act_number text not null default '',
  act_on date,
  valid_from date not null,
  valid_until date,
  source text not null default '',
  file_hash text,
  entry_id uuid not null,
  constraint zone_versions_pk primary key (commune, id),
  constraint zone_versions_number unique (commune, set_id, number),
  constraint zone_versions_dates check (valid_until is null or valid_until >= valid_from),
  constraint zone_versions_set foreign key (commune, set_id) references territory.zone_sets (commune, id)
);
comment on table territory.zone_versions is 'Versiones de las zonas: un nuevo trazado es otra versión';
select platform.fence('territory.zone_versions');
select platform.append_only('territory.zone_versions');

create table territory.zones (
  commune text not null,
  id uuid not null,
  version_id uuid not null,
  code text not null,
  name text not null,
  note text not null default '',
  shape jsonb not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  area_m2 double precision not null,
  entry_id uuid not null,
  constraint zones_pk primary key (commune, id),
  constraint zones_code unique (commune, version_id, code),
  constraint zones_version foreign key (commune, version_id) references territory.zone_versions (commune, id)
);
comment on table territory.zones is 'Polígonos de cada versión, en grados (WGS 84)';
select platform.fence('territory.zones');
select platform.append_only('territory.zones');

create table territory.zone_withdrawals (
  commune text not null,
  id uuid not null,
  version_id uuid not null,
  reason text not null,
  entry_id uuid not null,
  constraint zone_withdrawals_pk primary key (commune, id),
  constraint zone_withdrawals_version foreign key (commune, version_id) references territory.zone_versions (commune, id)
);
comment on table territory.zone_withdrawals is 'Versiones deshechas, con su razón';
select platform.fence('territory.zone_withdrawals');
select platform.append_only('territory.zone_withdrawals');

create table territory.zone_weights (
  commune text not null,
  id uuid not null,
  zone_id uuid not null,
  method text not null constraint zone_weights_method check (method in ('areal', 'typed')),
  shares jsonb not null,
  uncovered double precision,
  source text not null,
  author_id uuid not null,
  entry_id uuid not null,
  constraint zone_weights_pk primary key (commune, id),
  constraint zone_weights_zone foreign key (commune, zone_id) references territory.zones (commune, id)
);
comment on table territory.zone_weights is 'Parte de cada zona censal que cae en la unidad, con su método, fecha y autor';
select platform.fence('territory.zone_weights');
select platform.append_only('territory.zone_weights');
create index zone_weights_of on territory.zone_weights (commune, zone_id);

create table territory.zone_figures (
  commune text not null,
  id uuid not null,
  zone_id uuid not null,
  measure text not null constraint zone_figures_measure check (measure in ('population', 'households')),
  scope text not null constraint zone_figures_scope check (scope in ('whole', 'rest')),
  value int not null constraint zone_figures_value check (value >= 0),
  dated_on date not null,
  source text not null,
  author_id uuid not null,
  entry_id uuid not null,
  constraint zone_figures_pk primary key (commune, id),
  constraint zone_figures_zone foreign key (commune, zone_id) references territory.zones (commune, id)
);
comment on table territory.zone_figures is 'Cifras de una unidad escritas con su fuente, para lo que el censo por zonas no alcanza';
select platform.fence('territory.zone_figures');
select platform.append_only('territory.zone_figures');
create index zone_figures_of on territory.zone_figures (commune, zone_id);

create table territory.influences (
  commune text not null,
  id uuid not null,
  title text not null,
  method jsonb not null,
  result jsonb not null,
  project_id uuid,
  author_id uuid not null,
  entry_id uuid not null,
  constraint influences_pk primary key (commune, id)
);
comment on table territory.influences is 'Áreas de influencia calculadas y guardadas con su método y su fecha';
select platform.fence('territory.influences');
select platform.append_only('territory.influences');

update registry.roles set permissions = permissions || array['territory.read'] where (permissions @> array['reporting.read'] or permissions @> array['reporting.read-issued']) and not permissions @> array['territory.read'];
update registry.roles set permissions = permissions || array['territory.edit'] where key in ('planning_director', 'planning_section_head', 'planning_analyst', 'urban_adviser', 'works') and not permissions @> array['territory.edit'];
update registry.roles set permissions = permissions || array['territory.adopt'] where key in ('planning_director', 'planning_section_head') and not permissions @> array['territory.adopt'];
