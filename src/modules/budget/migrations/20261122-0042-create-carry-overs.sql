-- The passage from one year to the next: what was owed, to be collected and committed on 31 December, and the cash found.
create table budget.carry_overs (
  commune text not null,
  id uuid not null,
  from_year smallint not null,
  management text not null,
  state text not null constraint carry_overs_state check (state in ('draft', 'approved', 'withdrawn', 'undone')),
  available bigint not null,
  advances bigint not null,
  third_party bigint not null,
  cash_source text not null,
  coverage text not null constraint carry_overs_coverage check (coverage in ('add', 'available')),
  totals jsonb not null,
  digest text not null,
  drafted_by uuid not null,
  draft_entry uuid not null,
  approval_entry uuid,
  amendment_id uuid,
  decree_number text not null default '',
  decree_on date,
  version int not null default 1,
  constraint carry_overs_pk primary key (commune, id)
);
comment on table budget.carry_overs is 'Arrastre de un año al siguiente: saldo inicial de caja, deuda flotante, ingresos por percibir y obligaciones sin devengar';
comment on column budget.carry_overs.digest is 'Fingerprint of the rows when it was prepared: if the ledger moved, it is prepared again';
select platform.fence('budget.carry_overs');
create unique index carry_overs_alive on budget.carry_overs (commune, from_year, management) where state in ('draft', 'approved');

-- Which line and purchase of the old year became which of the new one. Rows exist once their entry is posted.
create table budget.carry_over_rows (
  commune text not null,
  carry_over_id uuid not null,
  n int not null,
  kind text not null constraint carry_over_rows_kind check (kind in ('debt', 'receivable', 'commitment')),
  from_line uuid not null,
  from_chain text not null default '',
  to_line uuid not null,
  to_chain text not null default '',
  amount bigint not null,
  already bigint not null default 0,
  text text not null default '',
  entry_id uuid not null,
  constraint carry_over_rows_pk primary key (commune, carry_over_id, n)
);
comment on table budget.carry_over_rows is 'Hechos del año cerrado y la línea del año nuevo donde siguen';
comment on column budget.carry_over_rows.already is 'Part of the amount that the new year had recorded before';
select platform.fence('budget.carry_over_rows');
select platform.append_only('budget.carry_over_rows');
