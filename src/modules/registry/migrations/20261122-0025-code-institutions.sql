alter table registry.institutions add column code text;
create unique index institutions_code on registry.institutions (commune, code) where code is not null;
create index units_tree on registry.units (commune, parent_id);
