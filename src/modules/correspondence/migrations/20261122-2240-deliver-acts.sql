-- What a councillor was given: a copy of the act as it was signed, for that person alone. Acts themselves stay behind their label.
create table correspondence.deliveries (
  commune text not null,
  act_id uuid not null,
  person_id uuid not null,
  delivered_on date not null,
  why text not null constraint deliveries_why check (why in ('notified', 'folder', 'answer')),
  about_id uuid,
  kind text not null,
  title text not null,
  subject text not null,
  act_on date not null,
  signed_on date not null,
  signed_file text,
  paper text not null,
  body text not null,
  fingerprint text not null,
  verification_code text not null,
  withdrawn_on date,
  entry_id uuid not null,
  constraint deliveries_pk primary key (commune, act_id, person_id)
);
comment on table correspondence.deliveries is 'Copia de cada acto firmado que se entregó a un concejal en este sistema';
select platform.fence('correspondence.deliveries');
create index deliveries_of_person on correspondence.deliveries (commune, person_id, delivered_on);

-- A mail of notification: to which address, and the proof of what left. The message itself waits in the outbox.
create table correspondence.mailings (
  commune text not null,
  id uuid not null,
  act_id uuid not null,
  addressee text not null,
  email text not null,
  proof_file text,
  notification_id uuid,
  entry_id uuid not null,
  constraint mailings_pk primary key (commune, id),
  constraint mailings_act foreign key (commune, act_id) references correspondence.acts (commune, id)
);
comment on table correspondence.mailings is 'Correos de notificación de un acto y la prueba de lo enviado';
select platform.fence('correspondence.mailings');
create index mailings_of_act on correspondence.mailings (commune, act_id);

-- A notification noted by mistake is taken back with its reason; it stays in the history.
alter table correspondence.notifications add column withdrawn_on date;
alter table correspondence.notifications add column withdrawn_reason text not null default '';

-- A signed copy that was uploaded by mistake no longer proves the act.
create table correspondence.withdrawn_copies (
  commune text not null,
  act_id uuid not null,
  hash text not null,
  entry_id uuid not null,
  constraint withdrawn_copies_pk primary key (commune, act_id, hash)
);
comment on table correspondence.withdrawn_copies is 'Ejemplares firmados que se retiraron por error antes de notificar';
select platform.fence('correspondence.withdrawn_copies');

-- The request of the council that a councillor's letter began.
alter table correspondence.incoming add column council_request uuid;

update registry.roles set permissions = permissions || array['correspondence.received'] where key = 'councillor' and not permissions @> array['correspondence.received'];
