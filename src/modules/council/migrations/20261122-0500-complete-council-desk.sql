-- The desk of the council: agenda, folder with its receipts, votes, councillors' requests, commitments and the weekly sheet.
alter table council.sessions add column place text not null default '', add column starts_at text not null default '';

create table council.attendances (
  commune text not null,
  id uuid not null,
  session_id uuid not null,
  present uuid[] not null,
  entry_id uuid not null,
  constraint attendances_pk primary key (commune, id),
  constraint attendances_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.attendances is 'Concejales presentes en una sesión, según el acta; rige la última anotación';
select platform.fence('council.attendances');
select platform.append_only('council.attendances');
create index attendances_of_session on council.attendances (commune, session_id);

create table council.agendas (
  commune text not null,
  session_id uuid not null,
  version int not null constraint agendas_version check (version > 0),
  entry_id uuid not null,
  constraint agendas_pk primary key (commune, session_id, version),
  constraint agendas_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.agendas is 'Tabla de una sesión: cada vez que se guarda es una versión entera';
select platform.fence('council.agendas');
select platform.append_only('council.agendas');

create table council.agenda_points (
  commune text not null,
  session_id uuid not null,
  version int not null,
  id uuid not null,
  position int not null,
  title text not null,
  matter text not null,
  unit_id uuid,
  record_kind text,
  record_id text,
  record_title text not null default '',
  record_href text not null default '',
  constraint agenda_points_pk primary key (commune, session_id, version, id),
  constraint agenda_points_agenda foreign key (commune, session_id, version) references council.agendas (commune, session_id, version),
  constraint agenda_points_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table council.agenda_points is 'Puntos de la tabla en su orden, cada uno atado a su registro';
select platform.fence('council.agenda_points');
select platform.append_only('council.agenda_points');

create table council.folder_documents (
  commune text not null,
  id uuid not null,
  session_id uuid not null,
  point_id uuid not null,
  title text not null,
  file_hash text,
  record_kind text,
  record_id text,
  href text not null default '',
  put_on date not null,
  entry_id uuid not null,
  constraint folder_documents_pk primary key (commune, id),
  constraint folder_documents_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.folder_documents is 'Antecedentes puestos en la carpeta de una sesión';
select platform.fence('council.folder_documents');
select platform.append_only('council.folder_documents');
create index folder_documents_of_session on council.folder_documents (commune, session_id);

create table council.folder_withdrawals (
  commune text not null,
  document_id uuid not null,
  reason text not null,
  entry_id uuid not null,
  constraint folder_withdrawals_pk primary key (commune, document_id),
  constraint folder_withdrawals_document foreign key (commune, document_id) references council.folder_documents (commune, id)
);
comment on table council.folder_withdrawals is 'Antecedentes retirados de la carpeta antes de enviarse, con su razón';
select platform.fence('council.folder_withdrawals');
select platform.append_only('council.folder_withdrawals');

create table council.folder_sendings (
  commune text not null,
  id uuid not null,
  session_id uuid not null,
  sent_on date not null,
  means text not null constraint folder_sendings_means check (means in ('email', 'paper', 'platform')),
  documents uuid[] not null,
  recipients uuid[] not null,
  entry_id uuid not null,
  constraint folder_sendings_pk primary key (commune, id),
  constraint folder_sendings_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.folder_sendings is 'Envíos de la carpeta a los concejales';
select platform.fence('council.folder_sendings');
select platform.append_only('council.folder_sendings');
create index folder_sendings_of_session on council.folder_sendings (commune, session_id);

create table council.folder_receipts (
  commune text not null,
  sending_id uuid not null,
  person_id uuid not null,
  received_on date not null,
  note text not null default '',
  entry_id uuid not null,
  constraint folder_receipts_pk primary key (commune, sending_id, person_id),
  constraint folder_receipts_sending foreign key (commune, sending_id) references council.folder_sendings (commune, id)
);
comment on table council.folder_receipts is 'Día en que cada concejal recibió un envío de la carpeta';
select platform.fence('council.folder_receipts');
select platform.append_only('council.folder_receipts');

alter table council.agreements add column point_id uuid, add column matter text not null default '', add column casting text constraint agreements_casting check (casting in ('for', 'against'));

create table council.votes (
  commune text not null,
  agreement_id uuid not null,
  version int not null,
  person_id uuid not null,
  vote text not null constraint votes_vote check (vote in ('for', 'against', 'abstain', 'disqualified')),
  entry_id uuid not null,
  constraint votes_pk primary key (commune, agreement_id, version, person_id),
  constraint votes_agreement foreign key (commune, agreement_id) references council.agreements (commune, id)
);
comment on table council.votes is 'Voto de cada concejal en un acuerdo, en cada lectura del acta';
select platform.fence('council.votes');
select platform.append_only('council.votes');

create table council.certificates (
  commune text not null,
  agreement_id uuid not null,
  act_id uuid not null,
  entry_id uuid not null,
  constraint certificates_pk primary key (commune, agreement_id, act_id),
  constraint certificates_agreement foreign key (commune, agreement_id) references council.agreements (commune, id)
);
comment on table council.certificates is 'Certificados de acuerdos, como actos de la correspondencia';
select platform.fence('council.certificates');
select platform.append_only('council.certificates');

create table council.requests (
  commune text not null,
  id uuid not null,
  number int not null,
  year int not null,
  person_id uuid not null,
  basis text not null,
  channel text not null constraint requests_channel check (channel in ('session', 'letter')),
  session_id uuid,
  document text not null default '',
  asked_on date not null,
  subject text not null,
  detail text not null default '',
  entry_id uuid not null,
  constraint requests_pk primary key (commune, id),
  constraint council_requests_number unique (commune, year, number),
  constraint requests_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.requests is 'Solicitudes de informe de los concejales';
select platform.fence('council.requests');
select platform.append_only('council.requests');

create table council.request_events (
  commune text not null,
  id uuid not null,
  request_id uuid not null,
  name text not null constraint request_events_name check (name in ('assigned', 'extended', 'drafted', 'answered', 'reopened')),
  happened_on date not null,
  unit_id uuid,
  until date,
  act_id uuid,
  document text not null default '',
  file_hash text,
  note text not null default '',
  entry_id uuid not null,
  constraint request_events_pk primary key (commune, id),
  constraint request_events_request foreign key (commune, request_id) references council.requests (commune, id),
  constraint request_events_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table council.request_events is 'Lo que pasa con cada solicitud: unidad, prórroga, carta y respuesta';
select platform.fence('council.request_events');
select platform.append_only('council.request_events');
create index request_events_of_request on council.request_events (commune, request_id);
create index request_events_of_act on council.request_events (commune, act_id) where act_id is not null;

create table council.commitments (
  commune text not null,
  id uuid not null,
  session_id uuid,
  words text not null,
  promised_on date not null,
  unit_id uuid not null,
  until date not null,
  entry_id uuid not null,
  constraint commitments_pk primary key (commune, id),
  constraint commitments_session foreign key (commune, session_id) references council.sessions (commune, id),
  constraint commitments_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table council.commitments is 'Compromisos tomados ante el Concejo';
select platform.fence('council.commitments');
select platform.append_only('council.commitments');

create table council.commitment_events (
  commune text not null,
  id uuid not null,
  commitment_id uuid not null,
  name text not null constraint commitment_events_name check (name in ('done', 'moved', 'handed', 'reopened')),
  happened_on date not null,
  until date,
  unit_id uuid,
  note text not null default '',
  file_hash text,
  entry_id uuid not null,
  constraint commitment_events_pk primary key (commune, id),
  constraint commitment_events_commitment foreign key (commune, commitment_id) references council.commitments (commune, id),
  constraint commitment_events_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table council.commitment_events is 'Lo que pasa con cada compromiso: cumplido, nuevo plazo, otra unidad o reabierto';
select platform.fence('council.commitment_events');
select platform.append_only('council.commitment_events');
create index commitment_events_of_commitment on council.commitment_events (commune, commitment_id);

create table council.sheets (
  commune text not null,
  id uuid not null,
  meeting_on date not null,
  state text not null default 'open' constraint sheets_state check (state in ('open', 'held')),
  remarks text not null default '',
  decisions jsonb not null default '[]',
  body jsonb,
  fingerprint text,
  pdf_hash text,
  docx_hash text,
  held_on date,
  held_seq bigint,
  version int not null default 1,
  entry_id uuid not null,
  visibility text not null default 'restricted',
  constraint sheets_pk primary key (commune, id),
  constraint council_sheets_meeting unique (commune, meeting_on)
);
comment on table council.sheets is 'Pauta semanal con la alcaldía: se compone con lo que hay y queda fija cuando la reunión se realiza';
select platform.fence('council.sheets', true);
