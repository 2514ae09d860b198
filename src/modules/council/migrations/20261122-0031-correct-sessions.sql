-- What the minutes say: whether the council approved, and corrections of what was noted.
alter table council.sessions add column version int not null default 1;
alter table council.agreements add column outcome text not null default 'approved' constraint agreements_outcome check (outcome in ('approved', 'rejected'));
