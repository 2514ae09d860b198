-- What a councillor asks by letter is one thread with the book of what arrives: registered once.
alter table council.requests add column incoming_id uuid;
create unique index requests_of_incoming on council.requests (commune, incoming_id) where incoming_id is not null;

-- A receipt noted by mistake is corrected with its reason, or taken away when there is no day; the first note stays.
create table council.receipt_corrections (
  commune text not null,
  id uuid not null,
  sending_id uuid not null,
  person_id uuid not null,
  received_on date,
  reason text not null,
  entry_id uuid not null,
  constraint receipt_corrections_pk primary key (commune, id),
  constraint receipt_corrections_sending foreign key (commune, sending_id) references council.folder_sendings (commune, id)
);
comment on table council.receipt_corrections is 'Correcciones de los acuses de recibo de la carpeta, con su razón';
select platform.fence('council.receipt_corrections');
select platform.append_only('council.receipt_corrections');
create index receipt_corrections_of_sending on council.receipt_corrections (commune, sending_id);
