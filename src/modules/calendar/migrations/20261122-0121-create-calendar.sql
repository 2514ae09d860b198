create schema calendar;
grant usage on schema calendar to secplan_app;

-- What was done about an instance of a duty: fulfilled, a step marked, given to another unit, not applicable. Reversed by entries.
create table calendar.duty_events (
  commune text not null,
  id uuid not null,
  duty text not null,
  period text not null,
  kind text not null constraint duty_events_kind check (kind in ('fulfilled', 'step', 'reassigned', 'not-applicable')),
  on_day date not null,
  title text not null default '',
  number text not null default '',
  step text not null default '',
  unit_id uuid,
  file_hash text,
  entry_id uuid not null,
  constraint duty_events_pk primary key (commune, id),
  constraint duty_events_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table calendar.duty_events is 'Lo hecho sobre cada deber del calendario legal';
select platform.fence('calendar.duty_events');
select platform.append_only('calendar.duty_events');
create index duty_events_of_duty on calendar.duty_events (commune, duty, period);

-- Unit that owes each duty in this municipality, over the one the law file suggests.
create table calendar.owners (
  commune text not null,
  duty text not null,
  unit_id uuid not null,
  deputy_unit_id uuid,
  version int not null default 1,
  constraint owners_pk primary key (commune, duty),
  constraint owners_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint owners_deputy foreign key (commune, deputy_unit_id) references registry.units (commune, id)
);
comment on table calendar.owners is 'Unidad responsable y suplente de cada deber';
select platform.fence('calendar.owners');

-- Duties the municipality adds: same shape as those of the law.
create table calendar.local_duties (
  commune text not null,
  id uuid not null,
  title text not null,
  rule jsonb not null,
  norm text not null,
  article text,
  starts_on date not null,
  ends_on date,
  version int not null default 1,
  constraint local_duties_pk primary key (commune, id)
);
comment on table calendar.local_duties is 'Deberes propios de la municipalidad';
select platform.fence('calendar.local_duties');

-- What starts a duty without a date of its own: an access request, an invoice, the approval of a plan.
create table calendar.occurrences (
  commune text not null,
  id uuid not null,
  duty text not null,
  on_day date not null,
  title text not null,
  entry_id uuid not null,
  constraint occurrences_pk primary key (commune, id)
);
comment on table calendar.occurrences is 'Hechos que dan inicio a un plazo';
select platform.fence('calendar.occurrences');
select platform.append_only('calendar.occurrences');

-- While the post of a unit is empty, what it owes passes to its deputy.
create table calendar.absences (
  commune text not null,
  id uuid not null,
  unit_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  reason text not null default '',
  entry_id uuid not null,
  constraint absences_pk primary key (commune, id),
  constraint absences_order check (starts_on <= ends_on),
  constraint absences_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table calendar.absences is 'Ausencias de jefaturas: sus deberes pasan a la suplencia';
select platform.fence('calendar.absences');
select platform.append_only('calendar.absences');

-- Personal address of the calendar for phones; only the hash of its token is kept.
create table calendar.feeds (
  commune text not null,
  id uuid not null,
  account_id uuid not null,
  token_hash text not null,
  created_at timestamptz not null,
  revoked_at timestamptz,
  constraint feeds_pk primary key (commune, id),
  constraint feeds_token unique (commune, token_hash)
);
comment on table calendar.feeds is 'Direcciones personales de agenda (.ics)';
select platform.fence('calendar.feeds');

-- What somebody asked: captured in seconds, answered step by step.
create table calendar.assignments (
  commune text not null,
  id uuid not null,
  text text not null,
  asked_by text not null default '',
  account_id uuid not null,
  for_account_id uuid,
  for_unit_id uuid,
  on_day date not null,
  due_on date,
  file_hash text,
  entry_id uuid not null,
  constraint assignments_pk primary key (commune, id),
  constraint assignments_owner check (for_account_id is not null or for_unit_id is not null),
  constraint assignments_unit foreign key (commune, for_unit_id) references registry.units (commune, id)
);
comment on table calendar.assignments is 'Encargos anotados';
select platform.fence('calendar.assignments');
select platform.append_only('calendar.assignments');

create table calendar.assignment_events (
  commune text not null,
  id uuid not null,
  assignment_id uuid not null,
  kind text not null constraint assignment_events_kind check (kind in ('accepted', 'done', 'returned', 'sent-again')),
  account_id uuid not null,
  on_day date not null,
  note text not null default '',
  file_hash text,
  entry_id uuid not null,
  constraint assignment_events_pk primary key (commune, id),
  constraint assignment_events_assignment foreign key (commune, assignment_id) references calendar.assignments (commune, id)
);
comment on table calendar.assignment_events is 'Lo que se respondió a cada encargo';
select platform.fence('calendar.assignment_events');
select platform.append_only('calendar.assignment_events');
create index assignment_events_of on calendar.assignment_events (commune, assignment_id);

-- Offices that existed before the calendar receive what the new ones have by default.
update registry.roles set permissions = permissions || array['calendar.read'] where (permissions @> array['reporting.read'] or permissions @> array['reporting.read-issued']) and not permissions @> array['calendar.read'];
update registry.roles set permissions = permissions || array['calendar.fulfil', 'calendar.assign'] where permissions @> array['reporting.read'] and not permissions @> array['calendar.fulfil'];
update registry.roles set permissions = permissions || array['calendar.manage'] where key in ('planning_director', 'city_manager', 'clerk') and not permissions @> array['calendar.manage'];
