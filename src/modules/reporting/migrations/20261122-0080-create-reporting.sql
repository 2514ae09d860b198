create schema reporting;
grant usage on schema reporting to secplan_app;

-- A report in preparation: one per kind and period. Without pinned dates it is read live.
create table reporting.reports (
  commune text not null,
  id uuid not null,
  kind text not null,
  period text not null,
  state text not null default 'draft' constraint reports_state check (state in ('draft', 'in-review', 'approved', 'issued', 'delivered')),
  effective_on date,
  known_on date,
  drafter_id uuid not null,
  reviewer_id uuid,
  approver_id uuid,
  last_edition int not null default 0,
  version int not null default 1,
  visibility text not null default 'internal',
  constraint reports_pk primary key (commune, id),
  constraint reports_kind_period unique (commune, kind, period),
  constraint reports_dates check ((effective_on is null) = (known_on is null))
);
comment on table reporting.reports is 'Informes en preparación, uno por tipo y período';
select platform.fence('reporting.reports', true);

-- What people write, by section. Authors are references to accounts by block, never names.
create table reporting.sections (
  commune text not null,
  report_id uuid not null,
  key text not null,
  content jsonb not null default '[]',
  authors jsonb not null default '{}',
  ready boolean not null default false,
  unit_id uuid,
  due_on date,
  updated_by uuid,
  updated_at timestamptz,
  version int not null default 1,
  visibility text not null default 'internal',
  constraint sections_pk primary key (commune, report_id, key),
  constraint sections_report foreign key (commune, report_id) references reporting.reports (commune, id)
);
comment on column reporting.sections.content is 'Blocks of the kernel with figure chips (recipe and value when it was written)';
select platform.fence('reporting.sections', true);

create table reporting.comments (
  commune text not null,
  id uuid not null,
  report_id uuid not null,
  section_key text not null,
  block_id text,
  text text not null,
  account_id uuid not null,
  entry_id uuid not null,
  written_at timestamptz not null,
  resolved_at timestamptz,
  resolved_by uuid,
  visibility text not null default 'internal',
  constraint comments_pk primary key (commune, id),
  constraint comments_report foreign key (commune, report_id) references reporting.reports (commune, id)
);
select platform.fence('reporting.comments', true);
create index comments_of_report on reporting.comments (commune, report_id, written_at);

-- Issued editions never change: text, figures, fingerprint and the bytes of each file by their hash.
create table reporting.editions (
  commune text not null,
  report_id uuid not null,
  number int not null,
  kind text not null,
  period text not null,
  mode text not null constraint editions_mode check (mode in ('final', 'reservations')),
  issued_on date not null,
  issued_by uuid not null,
  effective_on date not null,
  known_on date not null,
  watermark bigint not null,
  title text not null,
  body text not null,
  fingerprint text not null,
  verification_code text not null,
  reservations jsonb not null,
  files jsonb not null,
  replaces int,
  entry_id uuid not null,
  visibility text not null default 'council',
  constraint editions_pk primary key (commune, report_id, number)
);
comment on column reporting.editions.body is 'Canonical JSON (RFC 8785); its SHA-256 is the fingerprint';
comment on column reporting.editions.watermark is 'Last ledger number the edition was made from';
select platform.fence('reporting.editions', true);
select platform.append_only('reporting.editions');
create index editions_by_period on reporting.editions (commune, kind, period);

-- Every distinct figure an edition printed, with its recipe and frozen value.
create table reporting.edition_figures (
  commune text not null,
  report_id uuid not null,
  edition int not null,
  key text not null,
  figure_id text not null,
  parameters jsonb not null,
  effective_on date not null,
  known_on date not null,
  title text not null,
  unit text not null,
  value double precision,
  text text not null,
  status text not null,
  records bigint not null,
  digest text not null,
  places jsonb not null,
  visibility text not null default 'council',
  constraint edition_figures_pk primary key (commune, report_id, edition, key)
);
select platform.fence('reporting.edition_figures', true);
select platform.append_only('reporting.edition_figures');
create index edition_figures_by_recipe on reporting.edition_figures (commune, figure_id);

-- What anybody may check without a session: that a document is an issued one. No contents.
create table reporting.proofs (
  commune text not null,
  report_id uuid not null,
  edition int not null,
  fingerprint text not null,
  verification_code text not null,
  title text not null,
  issued_on date not null,
  mode text not null,
  replaces int,
  hashes text[] not null,
  entry_id uuid not null,
  constraint proofs_pk primary key (commune, report_id, edition)
);
select platform.fence('reporting.proofs');
select platform.append_only('reporting.proofs');
create index proofs_by_fingerprint on reporting.proofs (commune, fingerprint);
create index proofs_by_code on reporting.proofs (commune, verification_code);

-- Only a delivery fulfils the duty to inform: the receipt of the Secretaría or the session where account was given.
create table reporting.deliveries (
  commune text not null,
  id uuid not null,
  report_id uuid not null,
  edition int not null,
  kind text not null constraint deliveries_kind check (kind in ('receipt', 'session')),
  number text not null,
  delivered_on date not null,
  received_by text not null,
  file_hash text,
  entry_id uuid not null,
  visibility text not null default 'council',
  constraint deliveries_pk primary key (commune, id),
  constraint deliveries_edition foreign key (commune, report_id, edition) references reporting.editions (commune, report_id, number)
);
comment on column reporting.deliveries.received_by is 'Office that received, never a person';
select platform.fence('reporting.deliveries', true);
select platform.append_only('reporting.deliveries');
create index deliveries_of_report on reporting.deliveries (commune, report_id);
