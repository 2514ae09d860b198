create schema council;
grant usage on schema council to secplan_app;

create table council.sessions (
  commune text not null,
  id uuid not null,
  number int not null,
  kind text not null constraint sessions_kind check (kind in ('ordinary', 'extraordinary')),
  held_on date not null,
  note text not null default '',
  entry_id uuid not null,
  constraint sessions_pk primary key (commune, id),
  constraint council_sessions_number unique (commune, kind, number, held_on)
);
comment on table council.sessions is 'Sesiones del Concejo; las anota Secretaría Municipal';
select platform.fence('council.sessions');
create index sessions_by_day on council.sessions (commune, held_on desc);

create table council.agreements (
  commune text not null,
  id uuid not null,
  session_id uuid not null,
  number text not null,
  title text not null,
  votes_for int,
  votes_against int,
  abstentions int,
  entry_id uuid not null,
  constraint agreements_pk primary key (commune, id),
  constraint council_agreements_number unique (commune, session_id, number),
  constraint agreements_session foreign key (commune, session_id) references council.sessions (commune, id)
);
comment on table council.agreements is 'Acuerdos adoptados en una sesión';
select platform.fence('council.agreements');
