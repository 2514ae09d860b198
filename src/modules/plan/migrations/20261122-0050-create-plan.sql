create schema plan;
grant usage on schema plan to secplan_app;

-- Facts of a posted entry are never changed nor erased. Rows of a load that was cancelled before posting may go.
create function plan.refuse_posted_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from evidence.entries e where e.commune = old.commune and e.id = old.entry_id) then
    raise exception 'append-only: %.% admits no %', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create table plan.plans (
  commune text not null,
  id uuid not null,
  name text not null,
  starts_on date not null,
  ends_on date not null,
  agreement text not null default '',
  note text not null default '',
  entry_id uuid not null,
  version int not null default 1,
  constraint plans_pk primary key (commune, id),
  constraint plans_term check (ends_on > starts_on)
);
comment on table plan.plans is 'Planes de desarrollo comunal';
select platform.fence('plan.plans');

create table plan.nodes (
  commune text not null,
  id uuid not null,
  plan_id uuid not null,
  parent_id uuid,
  kind text not null constraint nodes_kind check (kind in ('axis', 'objective', 'programme')),
  code text not null,
  name text not null,
  description text not null default '',
  place int not null default 0,
  unit_id uuid,
  entry_id uuid not null,
  retired_entry uuid,
  retired_on date,
  retired_reason text not null default '',
  version int not null default 1,
  constraint nodes_pk primary key (commune, id),
  constraint plan_nodes_code unique (commune, plan_id, kind, code),
  constraint nodes_plan foreign key (commune, plan_id) references plan.plans (commune, id),
  constraint nodes_parent foreign key (commune, parent_id) references plan.nodes (commune, id)
);
comment on table plan.nodes is 'Árbol del plan: eje, objetivo, programa. Lo que se retira se cierra, no se borra';
select platform.fence('plan.nodes');
create index nodes_of_parent on plan.nodes (commune, parent_id);

create table plan.indicators (
  commune text not null,
  id uuid not null,
  node_id uuid not null,
  code text not null,
  name text not null,
  unit text not null,
  formula text not null,
  direction text not null constraint indicators_direction check (direction in ('up', 'down', 'keep')),
  accrual text not null default 'level' constraint indicators_accrual check (accrual in ('level', 'yearly')),
  unit_id uuid,
  entry_id uuid not null,
  retired_entry uuid,
  retired_on date,
  retired_reason text not null default '',
  version int not null default 1,
  constraint indicators_pk primary key (commune, id),
  constraint plan_indicators_code unique (commune, code),
  constraint indicators_node foreign key (commune, node_id) references plan.nodes (commune, id)
);
comment on table plan.indicators is 'Fichas de indicador';
comment on column plan.indicators.accrual is 'level: a state at a date; yearly: starts from zero each year';
select platform.fence('plan.indicators');
create index indicators_of_node on plan.indicators (commune, node_id);

create table plan.baselines (
  commune text not null,
  indicator_id uuid not null,
  entry_id uuid not null,
  value double precision,
  absence text,
  year smallint not null,
  source text not null,
  constraint baselines_pk primary key (commune, indicator_id, entry_id),
  constraint baselines_value check ((value is null) <> (absence is null)),
  constraint baselines_indicator foreign key (commune, indicator_id) references plan.indicators (commune, id)
);
select platform.fence('plan.baselines');
create trigger append_only before update or delete on plan.baselines for each row execute function plan.refuse_posted_change();
revoke update on plan.baselines from secplan_app;

create table plan.targets (
  commune text not null,
  indicator_id uuid not null,
  year smallint not null,
  entry_id uuid not null,
  value double precision not null,
  reason text not null default '',
  constraint targets_pk primary key (commune, indicator_id, year, entry_id),
  constraint targets_indicator foreign key (commune, indicator_id) references plan.indicators (commune, id)
);
select platform.fence('plan.targets');
create trigger append_only before update or delete on plan.targets for each row execute function plan.refuse_posted_change();
revoke update on plan.targets from secplan_app;

create table plan.measurements (
  commune text not null,
  id uuid not null,
  indicator_id uuid not null,
  value double precision,
  absence text,
  measured_on date not null,
  source text not null,
  document text not null default '',
  file_hash text,
  note text not null default '',
  recorded_by uuid not null,
  entry_id uuid not null,
  constraint measurements_pk primary key (commune, id),
  constraint measurements_value check ((value is null) <> (absence is null)),
  constraint measurements_indicator foreign key (commune, indicator_id) references plan.indicators (commune, id)
);
comment on table plan.measurements is 'Mediciones: hechos que solo se agregan; una corrección es otra medición del mismo día';
select platform.fence('plan.measurements');
create trigger append_only before update or delete on plan.measurements for each row execute function plan.refuse_posted_change();
revoke update on plan.measurements from secplan_app;
create index measurements_of_indicator on plan.measurements (commune, indicator_id, measured_on);

create table plan.approvals (
  commune text not null,
  measurement_id uuid not null,
  approved_by uuid not null,
  entry_id uuid not null,
  constraint approvals_pk primary key (commune, measurement_id),
  constraint approvals_measurement foreign key (commune, measurement_id) references plan.measurements (commune, id)
);
select platform.fence('plan.approvals');
create trigger append_only before update or delete on plan.approvals for each row execute function plan.refuse_posted_change();
revoke update on plan.approvals from secplan_app;
