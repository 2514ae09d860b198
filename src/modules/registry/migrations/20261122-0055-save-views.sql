-- Views of lists: a name for an address. Of whoever saved it, or of their unit too. A deleted one waits for its undo.
create table registry.saved_views (
  commune text not null,
  id uuid not null,
  account_id uuid not null,
  unit_id uuid,
  path text not null,
  name text not null,
  search text not null,
  deleted boolean not null default false,
  version int not null default 1,
  constraint saved_views_pk primary key (commune, id),
  constraint saved_views_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
create unique index saved_views_name on registry.saved_views (commune, account_id, path, name) where not deleted;
create index saved_views_of_unit on registry.saved_views (commune, path, unit_id) where not deleted;
select platform.fence('registry.saved_views');

-- The view with which a person's list opens when its address says nothing else.
create table registry.default_views (
  commune text not null,
  account_id uuid not null,
  path text not null,
  view_id uuid not null,
  constraint default_views_pk primary key (commune, account_id, path),
  constraint default_views_view foreign key (commune, view_id) references registry.saved_views (commune, id)
);
create index default_views_of_view on registry.default_views (commune, view_id);
select platform.fence('registry.default_views');
