-- What each source of a concept says by period, read from its version when that version came: pages and figures answer without opening the file again.
create table statistics.concept_values (
  commune text not null,
  source_id uuid not null,
  version_id uuid not null,
  period text not null,
  value double precision not null,
  entry_id uuid not null,
  constraint concept_values_pk primary key (commune, source_id, version_id, period),
  constraint concept_values_source foreign key (commune, source_id) references statistics.concept_sources (commune, id),
  constraint concept_values_version foreign key (commune, version_id) references statistics.dataset_versions (commune, id)
);
comment on table statistics.concept_values is 'Lo que cada fuente de un concepto dice en cada versión y período';
select platform.fence('statistics.concept_values');
select platform.append_only('statistics.concept_values');
