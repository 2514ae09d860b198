-- What the municipality wants of an indicator, and who says so. Saying it again is a new fact; without value, the target is taken away.
create table statistics.indicator_targets (
  commune text not null,
  id uuid not null,
  indicator text not null,
  value double precision,
  by_year int,
  source text not null,
  link text not null default '',
  effective_on date not null,
  entry_id uuid not null,
  constraint indicator_targets_pk primary key (commune, id),
  constraint indicator_targets_year check (value is null or by_year is not null)
);
comment on table statistics.indicator_targets is 'Metas de los indicadores comunales, con el documento que las fija';
select platform.fence('statistics.indicator_targets');
select platform.append_only('statistics.indicator_targets');
create index indicator_targets_of on statistics.indicator_targets (commune, indicator);
