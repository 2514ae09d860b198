-- The data of a commune and its letterhead are changed by more than one office.
alter table registry.communes add column version int not null default 1;
