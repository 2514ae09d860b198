-- What a person has written of an amendment or of an opening and not yet sent: it follows them to another computer. Not a fact: no entry names it.
create table budget.drafts (
  commune text not null,
  account_id uuid not null,
  kind text not null constraint drafts_kind check (kind in ('amendment', 'opening')),
  year int not null,
  content jsonb not null,
  kept_at timestamptz not null,
  constraint drafts_pk primary key (commune, account_id, kind, year)
);
comment on table budget.drafts is 'Lo escrito y aún no enviado de una modificación o apertura, por persona y año';
select platform.fence('budget.drafts');
