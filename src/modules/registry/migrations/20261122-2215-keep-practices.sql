-- Habits of the office that the program needs as numbers, each change a fact of its own: the newest known holds.
create table registry.practices (
  commune text not null,
  id uuid not null,
  key text not null,
  value int not null,
  reason text not null,
  account_id uuid not null,
  entry_id uuid not null,
  constraint practices_pk primary key (commune, id)
);
comment on table registry.practices is 'Costumbres de la oficina que el sistema usa como números, con su historia';
select platform.fence('registry.practices');
select platform.append_only('registry.practices');
create index practices_of_key on registry.practices (commune, key);
