-- Who asked, when a person: sealed with a key of its own; destroying the key is the suppression.
create table statistics.data_requesters (
  commune text not null,
  id uuid not null,
  key bytea,
  sealed bytea not null,
  constraint data_requesters_pk primary key (commune, id)
);
comment on table statistics.data_requesters is 'Nombre y contacto de quien pide o recibe datos, sellados';
select platform.fence('statistics.data_requesters');

-- One question put to the office. What happened to it afterwards is in data_request_steps: nothing here changes.
create table statistics.data_requests (
  commune text not null,
  id uuid not null,
  year int not null,
  number int not null,
  channel text not null constraint data_requests_channel check (channel in ('page', 'counter', 'phone', 'document')),
  requester text not null constraint data_requests_requester check (requester in ('unit', 'service', 'body', 'citizen')),
  unit_id uuid,
  organisation text not null default '',
  requester_id uuid,
  asked text not null,
  purpose text not null default '',
  urgent boolean not null default false,
  received_on date not null,
  wanted_on date,
  due_on date not null,
  clock text not null default '',
  author_id uuid not null,
  entry_id uuid not null,
  constraint data_requests_pk primary key (commune, id),
  constraint data_requests_number unique (commune, year, number),
  constraint data_requests_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint data_requests_person foreign key (commune, requester_id) references statistics.data_requesters (commune, id),
  constraint data_requests_who check (requester <> 'unit' or unit_id is not null)
);
comment on table statistics.data_requests is 'Solicitudes de datos que recibe el departamento de informaciones';
comment on column statistics.data_requests.clock is 'Id of the law value that sets the term; empty when it was agreed';
select platform.fence('statistics.data_requests');
select platform.append_only('statistics.data_requests');
create index data_requests_received on statistics.data_requests (commune, received_on);

-- What was done with a question, step by step. A step undone is left out by its reversing entry.
create table statistics.data_request_steps (
  commune text not null,
  id uuid not null,
  request_id uuid not null,
  kind text not null constraint data_request_steps_kind check (kind in ('assigned', 'extended', 'answered', 'delivered', 'refused', 'cancelled', 'rated')),
  on_day date not null,
  account_id uuid not null,
  to_account uuid,
  reason text not null default '',
  verdict text not null default '' constraint data_request_steps_verdict check (verdict in ('', 'full', 'partial')),
  cause text not null default '',
  due_on date,
  receiver_id uuid,
  receiver_post text not null default '',
  means text not null default '',
  rating int constraint data_request_steps_rating check (rating between 1 and 5),
  workbook_hash text,
  letter_hash text,
  again_of uuid,
  entry_id uuid not null,
  constraint data_request_steps_pk primary key (commune, id),
  constraint data_request_steps_request foreign key (commune, request_id) references statistics.data_requests (commune, id),
  constraint data_request_steps_receiver foreign key (commune, receiver_id) references statistics.data_requesters (commune, id)
);
comment on table statistics.data_request_steps is 'Lo que se hizo con cada solicitud de datos';
select platform.fence('statistics.data_request_steps');
select platform.append_only('statistics.data_request_steps');
create index data_request_steps_of on statistics.data_request_steps (commune, request_id);

-- The tables of an answer: the request with its version fixed, so that the same numbers come again.
create table statistics.delivered_tables (
  commune text not null,
  id uuid not null,
  step_id uuid not null,
  position int not null,
  title text not null,
  dataset_id uuid not null,
  version_number int not null,
  request jsonb not null,
  changes jsonb,
  entry_id uuid not null,
  constraint delivered_tables_pk primary key (commune, id),
  constraint delivered_tables_step foreign key (commune, step_id) references statistics.data_request_steps (commune, id),
  constraint delivered_tables_dataset foreign key (commune, dataset_id) references statistics.datasets (commune, id)
);
comment on table statistics.delivered_tables is 'Cuadros entregados, con el pedido y la versión de los datos';
comment on column statistics.delivered_tables.changes is 'What changed since the earlier answer to the same question';
select platform.fence('statistics.delivered_tables');
select platform.append_only('statistics.delivered_tables');
create policy of_visible_dataset on statistics.delivered_tables as restrictive to secplan_app using (exists (select from statistics.datasets d where d.commune = delivered_tables.commune and d.id = delivered_tables.dataset_id));
create index delivered_tables_of on statistics.delivered_tables (commune, step_id);
