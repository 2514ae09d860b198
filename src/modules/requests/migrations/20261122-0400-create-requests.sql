create schema requests;
grant usage on schema requests to secplan_app;

-- A period opens: what every unit owes is asked at once, with one due date.
create table requests.campaigns (
  commune text not null,
  id uuid not null,
  title text not null,
  period text not null,
  message text not null default '',
  opens_on date not null,
  due_on date not null,
  reminders jsonb not null default '[]',
  state text not null default 'open' constraint campaigns_state check (state in ('open', 'closed')),
  closed_on date,
  entry_id uuid not null,
  version int not null default 1,
  constraint campaigns_pk primary key (commune, id),
  constraint campaigns_term check (due_on >= opens_on)
);
comment on table requests.campaigns is 'Campañas de actualización: la fila vigente; su historia está en la bitácora';
select platform.fence('requests.campaigns');

-- What one unit receives. The addressee is a reference to a person; the post is what documents name.
create table requests.requests (
  commune text not null,
  id uuid not null,
  campaign_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  post text not null,
  deputy boolean not null default false,
  absent_post text not null default '',
  due_on date not null,
  reopened boolean not null default false,
  reopened_reason text not null default '',
  signing_key bytea not null,
  entry_id uuid not null,
  version int not null default 1,
  constraint requests_pk primary key (commune, id),
  constraint requests_unit unique (commune, campaign_id, unit_id),
  constraint requests_campaign foreign key (commune, campaign_id) references requests.campaigns (commune, id),
  constraint requests_of_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table requests.requests is 'Lo que se pide a una unidad en una campaña';
comment on column requests.requests.reopened is 'Reopened after the closing, with its reason; it takes answers until its own due date';
comment on column requests.requests.signing_key is 'Signs the rows of the workbook of this request and of no other';
select platform.fence('requests.requests');

create table requests.items (
  commune text not null,
  id uuid not null,
  request_id uuid not null,
  source text not null,
  subject_id text,
  label text not null,
  help text not null default '',
  why text not null default '',
  measure text not null default '',
  answer_kind text not null constraint items_kind check (answer_kind in ('number', 'percent', 'money', 'text')),
  needs_evidence boolean not null default false,
  previous_text text not null default '',
  previous_value double precision,
  previous_on date,
  place int not null,
  entry_id uuid not null,
  constraint items_pk primary key (commune, id),
  constraint items_request foreign key (commune, request_id) references requests.requests (commune, id)
);
comment on table requests.items is 'Cada cosa pedida, con lo último que se sabía de ella al preguntar';
select platform.fence('requests.items');
select platform.append_only('requests.items');
create index items_of_request on requests.items (commune, request_id, place);

-- What is being written: kept on the server until it is sent.
create table requests.drafts (
  commune text not null,
  item_id uuid not null,
  value double precision,
  text text not null default '',
  no_news boolean not null default false,
  comment text not null default '',
  file_hash text,
  file_name text not null default '',
  via text not null constraint drafts_via check (via in ('page', 'link', 'workbook')),
  saved_at timestamptz not null,
  constraint drafts_pk primary key (commune, item_id),
  constraint drafts_item foreign key (commune, item_id) references requests.items (commune, id)
);
select platform.fence('requests.drafts');

-- Who answers without an account says a name: sealed with a key of its own; destroying the key is the suppression.
create table requests.answerers (
  commune text not null,
  id uuid not null,
  key bytea,
  sealed bytea not null,
  constraint answerers_pk primary key (commune, id)
);
select platform.fence('requests.answerers');

create table requests.answers (
  commune text not null,
  id uuid not null,
  item_id uuid not null,
  value double precision,
  text text not null default '',
  no_news boolean not null default false,
  comment text not null default '',
  file_hash text,
  file_name text not null default '',
  via text not null constraint answers_via check (via in ('page', 'link', 'workbook')),
  account_id uuid,
  answerer_id uuid,
  post text not null,
  answered_on date not null,
  entry_id uuid not null,
  constraint answers_pk primary key (commune, id),
  constraint answers_item foreign key (commune, item_id) references requests.items (commune, id),
  constraint answers_who check (account_id is not null or answerer_id is not null)
);
comment on table requests.answers is 'Respuestas enviadas: hechos que solo se agregan; una corrección es otra respuesta';
select platform.fence('requests.answers');
select platform.append_only('requests.answers');
create index answers_of_item on requests.answers (commune, item_id);

create table requests.reviews (
  commune text not null,
  answer_id uuid not null,
  verdict text not null constraint reviews_verdict check (verdict in ('accepted', 'returned')),
  reason text not null default '',
  reviewed_by uuid not null,
  reviewed_on date not null,
  fact_id text,
  entry_id uuid not null,
  constraint reviews_pk primary key (commune, answer_id),
  constraint reviews_reason check (verdict = 'accepted' or reason <> ''),
  constraint reviews_answer foreign key (commune, answer_id) references requests.answers (commune, id)
);
comment on column requests.reviews.fact_id is 'The measurement or progress report this answer became';
select platform.fence('requests.reviews');
select platform.append_only('requests.reviews');

-- The token itself is never kept: only its SHA-256.
create table requests.links (
  commune text not null,
  id uuid not null,
  request_id uuid not null,
  token_hash text not null,
  channel text not null constraint links_channel check (channel in ('hand', 'mail')),
  made_at timestamptz not null,
  expires_on date not null,
  ended_at timestamptz,
  ended_by text constraint links_end check (ended_by in ('used', 'revoked')),
  constraint links_pk primary key (commune, id),
  constraint links_token unique (commune, token_hash),
  constraint links_request foreign key (commune, request_id) references requests.requests (commune, id)
);
select platform.fence('requests.links');
create index links_of_request on requests.links (commune, request_id);

-- Files sent for a request: an answer may only name one of its own.
create table requests.uploads (
  commune text not null,
  request_id uuid not null,
  hash text not null,
  name text not null,
  at timestamptz not null,
  constraint uploads_pk primary key (commune, request_id, hash),
  constraint uploads_request foreign key (commune, request_id) references requests.requests (commune, id)
);
select platform.fence('requests.uploads');

-- Absence of the person who holds a post, with who answers meanwhile.
create table requests.absences (
  commune text not null,
  id uuid not null,
  person_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  deputy_id uuid not null,
  basis text not null default '',
  cancelled boolean not null default false,
  entry_id uuid not null,
  version int not null default 1,
  constraint absences_pk primary key (commune, id),
  constraint absences_term check (ends_on >= starts_on),
  constraint absences_deputy check (deputy_id <> person_id),
  constraint absences_person foreign key (commune, person_id) references registry.people (commune, id),
  constraint absences_deputy_person foreign key (commune, deputy_id) references registry.people (commune, id)
);
comment on table requests.absences is 'Ausencias: fechas y quién responde. La causa no se guarda';
select platform.fence('requests.absences');

-- The outbox: every message is stored before it leaves. Its link is made when it leaves, so no secret rests here.
create schema mail;
grant usage on schema mail to secplan_app;
create table mail.messages (
  commune text not null,
  id uuid not null,
  about_kind text not null,
  about_id uuid not null,
  slot text not null,
  person_id uuid,
  addressee text not null,
  subject text not null,
  body text not null,
  state text not null default 'queued' constraint messages_state check (state in ('queued', 'sent', 'failed', 'copied', 'cancelled')),
  attempts int not null default 0,
  problem text not null default '',
  made_at timestamptz not null,
  left_at timestamptz,
  constraint messages_pk primary key (commune, id),
  constraint messages_slot unique (commune, slot)
);
comment on column mail.messages.slot is 'Unique name of a message, so that a reminder leaves once';
select platform.fence('mail.messages');
create index messages_about on mail.messages (commune, about_kind, about_id);
