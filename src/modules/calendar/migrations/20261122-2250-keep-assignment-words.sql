-- The words of an assignment may name people: they live apart from the fact, so that they can be suppressed while the fact, its dates and its state remain.
create table calendar.assignment_words (
  commune text not null,
  id uuid not null,
  assignment_id uuid not null,
  text text,
  asked_by text not null default '',
  constraint assignment_words_pk primary key (commune, id),
  constraint assignment_words_of foreign key (commune, assignment_id) references calendar.assignments (commune, id)
);
comment on table calendar.assignment_words is 'Texto de los encargos y de sus respuestas; sin texto, fue suprimido';
select platform.fence('calendar.assignment_words');
create index assignment_words_of_assignment on calendar.assignment_words (commune, assignment_id);
insert into calendar.assignment_words (commune, id, assignment_id, text, asked_by) select commune, id, id, text, asked_by from calendar.assignments;
insert into calendar.assignment_words (commune, id, assignment_id, text) select commune, id, assignment_id, note from calendar.assignment_events where note <> '';
alter table calendar.assignments drop column text, drop column asked_by;
alter table calendar.assignment_events drop column note;
