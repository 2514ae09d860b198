-- Recipes of the municipality, version by version; those that ship with the program are files.
create table statistics.recipes (
  commune text not null,
  key text not null,
  number int not null,
  title text not null,
  recipe jsonb not null,
  entry_id uuid not null,
  constraint recipes_pk primary key (commune, key, number)
);
comment on table statistics.recipes is 'Recetas propias para leer archivos, con sus versiones';
select platform.fence('statistics.recipes');
select platform.append_only('statistics.recipes');
