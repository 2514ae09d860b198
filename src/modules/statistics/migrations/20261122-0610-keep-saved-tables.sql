-- A table put together once and kept by its address: the numbers are asked again each time, so new periods appear by their rule.
create table statistics.saved_tables (
  commune text not null,
  id uuid not null,
  dataset_id uuid not null,
  title text not null,
  note text not null default '',
  search text not null,
  look text not null default '',
  pinned int constraint saved_tables_pinned check (pinned > 0),
  shared boolean not null default false,
  author_id uuid not null,
  retired boolean not null default false,
  changed_on date not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint saved_tables_pk primary key (commune, id),
  constraint saved_tables_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.saved_tables is 'Cuadros guardados: qué conjunto, qué pedido y cómo se mira';
comment on column statistics.saved_tables.search is 'The request as its address writes it, canonical';
comment on column statistics.saved_tables.look is 'Layer on view and chart, as the address writes them: they change no number';
comment on column statistics.saved_tables.pinned is 'The version it stays with; without it, it follows the newest';
select platform.fence('statistics.saved_tables');
create policy saved_of_author on statistics.saved_tables as restrictive to secplan_app using (shared or author_id::text = (select current_setting('secplan.account', true)));
create index saved_tables_dataset_idx on statistics.saved_tables (commune, dataset_id);
