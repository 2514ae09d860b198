-- Who owed a duty, and what a duty of the municipality's own said, are asked as of two dates: each decision is a fact with its entry.
create table calendar.owner_changes (
  commune text not null,
  duty text not null,
  unit_id uuid not null,
  deputy_unit_id uuid,
  entry_id uuid not null,
  constraint owner_changes_pk primary key (commune, duty, entry_id),
  constraint owner_changes_unit foreign key (commune, unit_id) references registry.units (commune, id),
  constraint owner_changes_deputy foreign key (commune, deputy_unit_id) references registry.units (commune, id)
);
comment on table calendar.owner_changes is 'Cada decisión sobre quién responde de un deber';
select platform.fence('calendar.owner_changes');
create table calendar.local_duty_changes (
  commune text not null,
  id uuid not null,
  title text not null,
  rule jsonb not null,
  norm text not null,
  article text,
  starts_on date not null,
  ends_on date,
  entry_id uuid not null,
  constraint local_duty_changes_pk primary key (commune, id, entry_id),
  constraint local_duty_changes_of foreign key (commune, id) references calendar.local_duties (commune, id)
);
comment on table calendar.local_duty_changes is 'Cada versión de un deber propio de la municipalidad';
select platform.fence('calendar.local_duty_changes');
-- What holds today came with its last entry; what was before it stays in the ledger.
insert into calendar.owner_changes (commune, duty, unit_id, deputy_unit_id, entry_id)
select o.commune, o.duty, o.unit_id, o.deputy_unit_id, e.id from calendar.owners o
join lateral (select id from evidence.entries e where e.commune = o.commune and e.record_kind = 'duty-owner' and e.record_id = o.duty order by e.seq desc limit 1) e on true;
insert into calendar.local_duty_changes (commune, id, title, rule, norm, article, starts_on, ends_on, entry_id)
select d.commune, d.id, d.title, d.rule, d.norm, d.article, d.starts_on, d.ends_on, e.id from calendar.local_duties d
join lateral (select id from evidence.entries e where e.commune = d.commune and e.record_kind = 'local-duty' and e.record_id = d.id::text order by e.seq desc limit 1) e on true;
select platform.append_only('calendar.owner_changes');
select platform.append_only('calendar.local_duty_changes');
