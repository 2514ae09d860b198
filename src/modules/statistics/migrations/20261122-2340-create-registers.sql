-- Registers the municipality keeps itself: who answers, what is counted and how often. Each feeds a data set of the same id.
create table statistics.registers (
  commune text not null,
  id uuid not null,
  title text not null,
  counted text not null default '',
  unit_id uuid not null,
  periodicity text not null constraint registers_periodicity check (periodicity in ('month', 'quarter')),
  fields jsonb not null,
  starts_on date not null,
  retired_on date,
  entry_id uuid not null,
  version int not null default 1,
  constraint registers_pk primary key (commune, id),
  constraint registers_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint registers_dataset foreign key (commune, id) references statistics.datasets (commune, id)
);
comment on table statistics.registers is 'Registros propios de la municipalidad que se cuentan por período';
select platform.fence('statistics.registers');

-- What a unit said of a period. A revision is another row with its reason; the newest holds.
create table statistics.register_values (
  commune text not null,
  id uuid not null,
  register_id uuid not null,
  period text not null,
  field text not null,
  value double precision,
  reason text not null default '',
  post text not null default '',
  on_day date not null,
  account_id uuid not null,
  entry_id uuid not null,
  constraint register_values_pk primary key (commune, id),
  constraint register_values_register foreign key (commune, register_id) references statistics.registers (commune, id)
);
comment on table statistics.register_values is 'Datos de los registros propios, con sus correcciones';
comment on column statistics.register_values.value is 'Null: the unit said that it does not apply; a zero is written as zero';
select platform.fence('statistics.register_values');
select platform.append_only('statistics.register_values');
create index register_values_of on statistics.register_values (commune, register_id, period);
