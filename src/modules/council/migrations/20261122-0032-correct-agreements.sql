-- An agreement noted wrong is read anew: each reading is a row, and the first stays as it was noted.
create table council.agreement_readings (
  commune text not null,
  agreement_id uuid not null,
  version int not null constraint agreement_readings_version check (version > 1),
  number text not null,
  title text not null,
  outcome text not null constraint agreement_readings_outcome check (outcome in ('approved', 'rejected')),
  votes_for int,
  votes_against int,
  abstentions int,
  reason text not null,
  entry_id uuid not null,
  constraint agreement_readings_pk primary key (commune, agreement_id, version),
  constraint agreement_readings_agreement foreign key (commune, agreement_id) references council.agreements (commune, id)
);
comment on table council.agreement_readings is 'Correcciones de acuerdos, con su razón; la lectura anterior se conserva';
select platform.fence('council.agreement_readings');
select platform.append_only('council.agreement_readings');
-- A number corrected away may be noted again: the action compares with the readings in force, holding the session.
alter table council.agreements drop constraint council_agreements_number;
create index agreements_of_session on council.agreements (commune, session_id);
