-- One entry may tell several stages of a project (a load of its past).
alter table projects.stage_changes drop constraint stage_changes_pk;
alter table projects.stage_changes add constraint stage_changes_pk primary key (commune, project_id, entry_id, stage);
