create schema budget;
grant usage on schema budget to secplan_app;

-- Accounts of the municipality below the national classifier (which is a dated file of the law).
create table budget.accounts (
  commune text not null,
  long_code text not null,
  name text not null,
  opened_by text not null default '',
  opened_on date,
  entry_id uuid not null,
  version int not null default 1,
  constraint accounts_pk primary key (commune, long_code)
);
comment on table budget.accounts is 'Cuentas de la municipalidad bajo el clasificador nacional';
select platform.fence('budget.accounts');

create table budget.programmes (
  commune text not null,
  id uuid not null,
  code text not null,
  name text not null,
  area text not null,
  unit_id uuid,
  purpose text not null default '',
  beneficiaries_women int,
  beneficiaries_men int,
  cofog text not null default '',
  entry_id uuid not null,
  version int not null default 1,
  constraint programmes_pk primary key (commune, id),
  constraint programmes_code unique (commune, code)
);
comment on table budget.programmes is 'Programas del presupuesto; su objetivo del plan es una arista del hilo';
select platform.fence('budget.programmes');

create table budget.funding_sources (
  commune text not null,
  code text not null,
  name text not null,
  entry_id uuid not null,
  constraint funding_sources_pk primary key (commune, code)
);
select platform.fence('budget.funding_sources');

-- A line of the budget. Its id is a fingerprint of its natural key (year, management, account, area, programme, cost centre,
-- project, funding), so the primary key also forbids repeating a line, without a second index.
create table budget.lines (
  commune text not null,
  id uuid not null,
  year smallint not null,
  management text not null,
  kind text not null constraint lines_kind check (kind in ('income', 'expenditure')),
  account text not null,
  area text not null default '',
  programme text not null default '',
  cost_centre text not null default '',
  project_id text not null default '',
  funding text not null default '',
  unit_id uuid,
  entry_id uuid not null,
  constraint lines_pk primary key (commune, id)
);
comment on table budget.lines is 'Líneas del presupuesto: clasificador × área × programa × centro de costo × proyecto × fuente';
select platform.fence('budget.lines');
create index lines_of_year on budget.lines (commune, year, account);

-- The budget ledger. A row is one document on one line; it exists once its entry is posted. Identity is the entry and its number
-- within it: facts arrive in batches, and an ordered key makes 100.000 rows load in seconds.
create table budget.movements (
  commune text not null,
  entry_id uuid not null,
  n int not null,
  line_id uuid not null,
  year smallint not null,
  effective_on date not null,
  initial bigint not null default 0,
  modification bigint not null default 0,
  precommitment bigint not null default 0,
  commitment bigint not null default 0,
  accrual bigint not null default 0,
  payment bigint not null default 0,
  collection bigint not null default 0,
  document_kind text not null,
  document_number text not null default '',
  document_date date,
  supplier_id uuid,
  text text not null default '',
  chain text not null default '',
  amendment_id uuid,
  reverses uuid,
  source_file text,
  source_row int,
  constraint movements_pk primary key (commune, entry_id, n)
);
comment on table budget.movements is 'Libro presupuestario: hechos que solo se agregan, en pesos enteros';
comment on column budget.movements.source_row is 'Row of the imported sheet, from 0; the columns are in budget.imports';
comment on column budget.movements.reverses is 'Entry whose movements this row takes back';
select platform.fence('budget.movements');
create index movements_of_line on budget.movements (commune, line_id, effective_on);

-- Facts of a posted entry are never changed nor erased. Rows of a load that was cancelled before posting may go.
create function budget.refuse_posted_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' or exists (select from evidence.entries e where e.commune = old.commune and e.id = old.entry_id) then
    raise exception 'append-only: %.% admits no %', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  return old;
end $$;
create trigger append_only before update or delete on budget.movements for each row execute function budget.refuse_posted_change();
revoke update on budget.movements from secplan_app;

-- Certificates of available budget: asked by one person, issued by another.
create table budget.certificates (
  commune text not null,
  id uuid not null,
  year smallint not null,
  number text not null default '',
  line_id uuid not null,
  amount bigint not null constraint certificates_amount check (amount > 0),
  purpose text not null,
  state text not null constraint certificates_state check (state in ('requested', 'issued', 'refused', 'released')),
  requested_by uuid not null,
  requested_on date not null,
  issued_by uuid,
  issued_on date,
  reason text not null default '',
  entry_id uuid not null,
  version int not null default 1,
  constraint certificates_pk primary key (commune, id)
);
select platform.fence('budget.certificates');
create index certificates_of_line on budget.certificates (commune, line_id);

create table budget.amendments (
  commune text not null,
  id uuid not null,
  year smallint not null,
  number int not null,
  kind text not null,
  reason text not null,
  state text not null constraint amendments_state check (state in ('draft', 'approved', 'withdrawn', 'undone')),
  background_on date,
  session_number text not null default '',
  session_on date,
  agreement text not null default '',
  decree_number text not null default '',
  decree_on date,
  lines jsonb not null,
  drafted_by uuid not null,
  draft_entry uuid not null,
  approval_entry uuid,
  version int not null default 1,
  constraint amendments_pk primary key (commune, id),
  constraint amendments_number unique (commune, year, number)
);
comment on column budget.amendments.lines is 'List of {line, amount}: whole pesos, with sign';
select platform.fence('budget.amendments');

-- States of months, one row per change; a month without rows is open.
create table budget.month_states (
  commune text not null,
  year smallint not null,
  month smallint not null constraint month_states_month check (month between 1 and 12),
  version int not null,
  state text not null constraint month_states_state check (state in ('open', 'in-review', 'closed', 'reopened')),
  reason text not null default '',
  account_id uuid not null,
  entry_id uuid not null,
  constraint month_states_pk primary key (commune, year, month, version)
);
select platform.fence('budget.month_states');
select platform.append_only('budget.month_states');

create table budget.recipes (
  commune text not null,
  id uuid not null,
  name text not null,
  recipe jsonb not null,
  used_on date,
  entry_id uuid not null,
  version int not null default 1,
  constraint recipes_pk primary key (commune, id),
  constraint recipes_name unique (commune, name)
);
select platform.fence('budget.recipes');

-- Loads of balances and of other batches of facts.
create table budget.imports (
  commune text not null,
  id uuid not null,
  year smallint not null,
  month smallint not null,
  kind text not null,
  file_hash text not null,
  file_name text not null,
  sheet text not null default '',
  recipe text not null default '',
  choices jsonb not null default '{}',
  state text not null constraint imports_state check (state in ('reading', 'staged', 'loaded', 'cancelled', 'undone')),
  entry_id uuid not null,
  undone_entry uuid,
  counts jsonb not null default '{}',
  totals jsonb not null default '{}',
  phase_columns jsonb not null default '{}',
  problems jsonb not null default '[]',
  rejected_hash text,
  account_id uuid not null,
  started_at timestamptz not null,
  version int not null default 1,
  constraint imports_pk primary key (commune, id)
);
comment on column budget.imports.phase_columns is 'Phase → letter of the column of the sheet where its amount stands';
select platform.fence('budget.imports');
create index imports_by_entry on budget.imports (commune, entry_id);
create index imports_by_file on budget.imports (commune, file_hash);
