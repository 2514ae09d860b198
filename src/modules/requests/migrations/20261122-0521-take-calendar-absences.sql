-- One register of absences. Those noted by unit in the calendar pass to the person who headed it, with the head of the deputy unit as deputy,
-- when both are known; what was noted stays in the ledger in any case.
insert into requests.absences (commune, id, person_id, starts_on, ends_on, deputy_id, basis, entry_id)
select a.commune, a.id, head.person_id, a.starts_on, a.ends_on, deputy.person_id, '', a.entry_id
from calendar.absences a
join evidence.entries e on e.commune = a.commune and e.id = a.entry_id and not exists (select from evidence.entries u where u.commune = e.commune and u.undoes = e.seq)
join lateral (select o.person_id from registry.offices o where o.commune = a.commune and o.unit_id = a.unit_id and not o.substitute and o.starts_on <= a.starts_on and (o.ends_on is null or o.ends_on >= a.starts_on) order by o.starts_on limit 1) head on true
join lateral (select o.person_id from calendar.owners w join registry.offices o on o.commune = w.commune and o.unit_id = w.deputy_unit_id where w.commune = a.commune and w.unit_id = a.unit_id and not o.substitute and o.starts_on <= a.starts_on and (o.ends_on is null or o.ends_on >= a.starts_on) and o.person_id <> head.person_id order by o.starts_on limit 1) deputy on true
on conflict do nothing;
drop table calendar.absences;
