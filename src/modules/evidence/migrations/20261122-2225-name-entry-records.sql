-- One act may speak of several records: eight answers accepted at once are one entry, and each keeps it in its own history.
create table evidence.entry_records (
  commune text not null,
  entry_id uuid not null,
  kind text not null,
  record_id text not null,
  constraint entry_records_pk primary key (commune, kind, record_id, entry_id)
);
comment on table evidence.entry_records is 'Otros registros de los que habla un asiento, además del suyo';
select platform.fence('evidence.entry_records');
select platform.append_only('evidence.entry_records');
