create schema correspondence;
grant usage on schema correspondence to secplan_app;

-- The order of visas and who signs each kind, when the municipality changed what the program brings.
create table correspondence.circuits (
  commune text not null,
  kind text not null,
  visas text[] not null,
  signers text[] not null,
  version int not null,
  entry_id uuid not null,
  constraint circuits_pk primary key (commune, kind)
);
comment on table correspondence.circuits is 'Circuito de cada clase de acto cuando la municipalidad lo cambió';
select platform.fence('correspondence.circuits');

create table correspondence.acts (
  commune text not null,
  id uuid not null,
  kind text not null,
  state text not null constraint acts_state check (state in ('draft', 'in-visa', 'to-number', 'to-sign', 'to-notify', 'notified', 'annulled', 'deleted')),
  subject text not null,
  unit_id uuid,
  drafter_id uuid not null,
  signer_role text not null,
  addressees text[] not null default '{}',
  distribution text[] not null default '{}',
  references_text text[] not null default '{}',
  content jsonb not null,
  visas text[] not null default '{}',
  visas_done int not null default 0,
  round int not null default 0,
  series text not null,
  number int,
  year int,
  act_on date,
  signer_account uuid,
  signer_title text,
  body text,
  fingerprint text,
  verification_code text,
  paper text not null default 'oficio',
  signed_on date,
  signed_file text,
  signature_mode text,
  finding jsonb,
  replies_to_kind text,
  replies_to uuid,
  effect text,
  affects uuid,
  deleted_on date,
  visibility text not null default 'internal',
  version int not null default 1,
  entry_id uuid not null,
  constraint acts_pk primary key (commune, id),
  constraint acts_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint acts_affects foreign key (commune, affects) references correspondence.acts (commune, id),
  constraint correspondence_acts_number unique (commune, series, year, number),
  constraint acts_numbered check ((number is null) = (year is null) and (number is null) = (body is null))
);
comment on table correspondence.acts is 'Actos administrativos y su texto; lo emitido no cambia';
select platform.fence('correspondence.acts', true);
create index acts_by_state on correspondence.acts (commune, state);
create index acts_by_reply on correspondence.acts (commune, replies_to) where replies_to is not null;
create index acts_by_affected on correspondence.acts (commune, affects) where affects is not null;

-- What an issued text is can never be written again: the circuit moves, the words do not.
create function correspondence.refuse_issued_change() returns trigger language plpgsql as $$
begin
  if old.body is not null and (new.body is distinct from old.body or new.fingerprint is distinct from old.fingerprint or new.number is distinct from old.number
    or new.year is distinct from old.year or new.act_on is distinct from old.act_on or new.content is distinct from old.content or new.subject is distinct from old.subject) then
    raise exception 'an issued act is not changed' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger acts_frozen before update on correspondence.acts for each row execute function correspondence.refuse_issued_change();

create table correspondence.events (
  commune text not null,
  id uuid not null,
  act_id uuid not null,
  name text not null,
  state_after text not null,
  at timestamptz not null,
  on_day date not null,
  account_id uuid not null,
  office text not null default '',
  post text not null default '',
  reason text not null default '',
  round int not null default 0,
  entry_id uuid not null,
  constraint events_pk primary key (commune, id),
  constraint events_act foreign key (commune, act_id) references correspondence.acts (commune, id)
);
comment on table correspondence.events is 'Cada paso del circuito de un acto: quién, con qué cargo, cuándo y por qué';
select platform.fence('correspondence.events');
select platform.append_only('correspondence.events');
create index events_of_act on correspondence.events (commune, act_id, at);

-- One row for each series and year: taking a number locks it, so two people never get the same and none is skipped.
create table correspondence.books (
  commune text not null,
  series text not null,
  year int not null,
  last int not null default 0,
  last_on date,
  constraint books_pk primary key (commune, series, year)
);
comment on table correspondence.books is 'Último número dado en cada libro y año';
select platform.fence('correspondence.books');

create table correspondence.paper_numbers (
  commune text not null,
  id uuid not null,
  series text not null,
  year int not null,
  first int not null,
  last int not null,
  reason text not null,
  entry_id uuid not null,
  constraint paper_numbers_pk primary key (commune, id),
  constraint correspondence_paper_numbers unique (commune, series, year, first),
  constraint paper_numbers_order check (last >= first)
);
comment on table correspondence.paper_numbers is 'Números dados fuera del sistema, con su explicación';
select platform.fence('correspondence.paper_numbers');
select platform.append_only('correspondence.paper_numbers');

create table correspondence.antecedents (
  commune text not null,
  act_id uuid not null,
  kind text not null,
  record_id text not null,
  title text not null,
  href text not null,
  entry_id uuid not null,
  constraint antecedents_pk primary key (commune, act_id, kind, record_id),
  constraint antecedents_act foreign key (commune, act_id) references correspondence.acts (commune, id)
);
comment on table correspondence.antecedents is 'Registros que motivan un acto';
select platform.fence('correspondence.antecedents');
create index antecedents_of_record on correspondence.antecedents (commune, kind, record_id);

create table correspondence.notifications (
  commune text not null,
  id uuid not null,
  act_id uuid not null,
  addressee text not null,
  means text not null,
  notified_on date not null,
  receipt text not null default '',
  receipt_file text,
  received_on date,
  entry_id uuid not null,
  constraint notifications_pk primary key (commune, id),
  constraint notifications_act foreign key (commune, act_id) references correspondence.acts (commune, id)
);
comment on table correspondence.notifications is 'A quién, por qué medio y cuándo se notificó un acto, con su acuse';
select platform.fence('correspondence.notifications');
create index notifications_of_act on correspondence.notifications (commune, act_id);

-- What anybody may compare a paper with: number, date and fingerprint; never the contents.
create table correspondence.proofs (
  commune text not null,
  act_id uuid not null,
  fingerprint text not null,
  verification_code text not null,
  title text not null,
  issued_on date not null,
  entry_id uuid not null,
  constraint proofs_pk primary key (commune, act_id)
);
comment on table correspondence.proofs is 'Huella y código de cada acto emitido, para comprobarlo sin sesión';
select platform.fence('correspondence.proofs');
select platform.append_only('correspondence.proofs');
create index proofs_by_code on correspondence.proofs (commune, verification_code);

create table correspondence.renditions (
  commune text not null,
  act_id uuid not null,
  format text not null,
  hash text not null,
  entry_id uuid not null,
  constraint renditions_pk primary key (commune, act_id, format, hash),
  constraint renditions_act foreign key (commune, act_id) references correspondence.proofs (commune, act_id)
);
comment on table correspondence.renditions is 'Archivos de un acto emitido, y su ejemplar firmado, por su huella';
select platform.fence('correspondence.renditions');
select platform.append_only('correspondence.renditions');
create index renditions_by_hash on correspondence.renditions (commune, hash);

create table correspondence.incoming (
  commune text not null,
  id uuid not null,
  number int not null,
  year int not null,
  sender text not null,
  sender_is_person boolean not null default false,
  document text not null default '',
  document_on date,
  received_on date not null,
  subject text not null,
  file_hash text,
  unit_id uuid not null,
  request_kind text not null,
  needs_answer boolean not null,
  due_on date,
  due_from text not null default '',
  state text not null constraint incoming_state check (state in ('pending', 'answered', 'closed')),
  closed_reason text not null default '',
  answered_on date,
  registered_by uuid not null,
  visibility text not null default 'internal',
  version int not null default 1,
  entry_id uuid not null,
  constraint incoming_pk primary key (commune, id),
  constraint correspondence_incoming_number unique (commune, year, number),
  constraint incoming_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
comment on table correspondence.incoming is 'Libro de partes: lo que llega, de quién, a qué unidad va y hasta cuándo se contesta';
comment on column correspondence.incoming.sender is 'Nombre de quien escribe; si es una persona no va a la bitácora ni al buscador';
select platform.fence('correspondence.incoming', true);
create index incoming_by_state on correspondence.incoming (commune, state, due_on);
