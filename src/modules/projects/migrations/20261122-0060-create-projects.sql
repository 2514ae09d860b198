create schema projects;
grant usage on schema projects to secplan_app;

-- Facts of a posted entry are never changed nor erased. Rows of a load that was cancelled before posting may go.
create function projects.refuse_posted_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from evidence.entries e where e.commune = old.commune and e.id = old.entry_id) then
    raise exception 'append-only: %.% admits no %', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  return old;
end $$;

create table projects.projects (
  commune text not null,
  id uuid not null,
  code text not null,
  bip text,
  name text not null,
  sort_key text not null,
  place text not null default '',
  longitude double precision,
  latitude double precision,
  unit_id uuid,
  formulator_id uuid,
  inspector_id uuid,
  gender_marker smallint constraint projects_gender check (gender_marker between 0 and 2),
  gender_note text not null default '',
  beneficiaries_women int,
  beneficiaries_men int,
  visibility text not null default 'council',
  entry_id uuid not null,
  version int not null default 1,
  constraint projects_pk primary key (commune, id),
  constraint projects_code unique (commune, code),
  constraint projects_bip unique (commune, bip)
);
comment on table projects.projects is 'Iniciativas de inversión: la fila vigente; su vida está en los hechos';
comment on column projects.projects.gender_marker is 'OECD-DAC marker; null means not screened and is never counted as 0';
select platform.fence('projects.projects', true);
create index projects_sorted on projects.projects (commune, sort_key, id);

create table projects.costs (
  commune text not null,
  project_id uuid not null,
  entry_id uuid not null,
  amount bigint not null constraint costs_amount check (amount >= 0),
  effective_on date not null,
  reason text not null default '',
  constraint costs_pk primary key (commune, project_id, entry_id),
  constraint costs_project foreign key (commune, project_id) references projects.projects (commune, id)
);
select platform.fence('projects.costs');
create trigger append_only before update or delete on projects.costs for each row execute function projects.refuse_posted_change();
revoke update on projects.costs from secplan_app;

create table projects.fundings (
  commune text not null,
  project_id uuid not null,
  entry_id uuid not null,
  source text not null,
  amount bigint not null constraint fundings_amount check (amount >= 0),
  effective_on date not null,
  constraint fundings_pk primary key (commune, project_id, entry_id, source),
  constraint fundings_project foreign key (commune, project_id) references projects.projects (commune, id)
);
comment on table projects.fundings is 'Fuentes de financiamiento: cada asiento reemplaza el conjunto anterior';
select platform.fence('projects.fundings');
create trigger append_only before update or delete on projects.fundings for each row execute function projects.refuse_posted_change();
revoke update on projects.fundings from secplan_app;

create table projects.stage_changes (
  commune text not null,
  project_id uuid not null,
  entry_id uuid not null,
  stage text not null,
  changed_on date not null,
  reason text not null default '',
  document text not null default '',
  file_hash text,
  recorded_by uuid not null,
  constraint stage_changes_pk primary key (commune, project_id, entry_id),
  constraint stage_changes_project foreign key (commune, project_id) references projects.projects (commune, id)
);
select platform.fence('projects.stage_changes');
create trigger append_only before update or delete on projects.stage_changes for each row execute function projects.refuse_posted_change();
revoke update on projects.stage_changes from secplan_app;

create table projects.planned_points (
  commune text not null,
  project_id uuid not null,
  entry_id uuid not null,
  month text not null,
  share double precision not null constraint planned_points_share check (share between 0 and 1),
  effective_on date not null,
  document text not null default '',
  constraint planned_points_pk primary key (commune, project_id, entry_id, month),
  constraint planned_points_project foreign key (commune, project_id) references projects.projects (commune, id)
);
comment on table projects.planned_points is 'Programación del avance físico: cada asiento es una curva entera, y la última rige';
select platform.fence('projects.planned_points');
create trigger append_only before update or delete on projects.planned_points for each row execute function projects.refuse_posted_change();
revoke update on projects.planned_points from secplan_app;

create table projects.progress_reports (
  commune text not null,
  id uuid not null,
  project_id uuid not null,
  share double precision not null constraint progress_reports_share check (share between 0 and 1),
  measured_on date not null,
  evidence text not null default '',
  file_hash text,
  cause text not null default '',
  effect text not null default '',
  measure text not null default '',
  recorded_by uuid not null,
  entry_id uuid not null,
  constraint progress_reports_pk primary key (commune, id),
  constraint progress_reports_project foreign key (commune, project_id) references projects.projects (commune, id)
);
comment on table projects.progress_reports is 'Informes de avance físico acumulado, 0 a 1';
select platform.fence('projects.progress_reports');
create trigger append_only before update or delete on projects.progress_reports for each row execute function projects.refuse_posted_change();
revoke update on projects.progress_reports from secplan_app;
create index progress_of_project on projects.progress_reports (commune, project_id, measured_on);

create table projects.progress_approvals (
  commune text not null,
  report_id uuid not null,
  approved_by uuid not null,
  entry_id uuid not null,
  constraint progress_approvals_pk primary key (commune, report_id),
  constraint progress_approvals_report foreign key (commune, report_id) references projects.progress_reports (commune, id)
);
select platform.fence('projects.progress_approvals');
create trigger append_only before update or delete on projects.progress_approvals for each row execute function projects.refuse_posted_change();
revoke update on projects.progress_approvals from secplan_app;

create table projects.contracts (
  commune text not null,
  id uuid not null,
  project_id uuid not null,
  supplier_id uuid not null,
  tender_code text not null default '',
  number text not null default '',
  amount bigint not null constraint contracts_amount check (amount > 0),
  signed_on date not null,
  starts_on date not null,
  days int not null constraint contracts_days check (days > 0),
  entry_id uuid not null,
  version int not null default 1,
  constraint contracts_pk primary key (commune, id),
  constraint contracts_project foreign key (commune, project_id) references projects.projects (commune, id)
);
comment on table projects.contracts is 'Contratos de los proyectos, lo necesario para el hilo';
select platform.fence('projects.contracts');
create index contracts_of_project on projects.contracts (commune, project_id);
create index contracts_of_supplier on projects.contracts (commune, supplier_id);
