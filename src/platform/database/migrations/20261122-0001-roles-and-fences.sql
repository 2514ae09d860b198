-- The fences every table stands behind: a role that owns nothing, and a policy by commune (and by label where it applies).
do $$ begin
  if not exists (select from pg_roles where rolname = 'secplan_app') then create role secplan_app nologin nobypassrls; end if;
  if not exists (select from pg_roles where rolname = 'secplan_public') then create role secplan_public nologin nobypassrls; end if;
  if not pg_has_role(current_user, 'secplan_app', 'member') then execute format('grant secplan_app to %I', current_user); end if;
  if not pg_has_role(current_user, 'secplan_public', 'member') then execute format('grant secplan_public to %I', current_user); end if;
end $$;

create schema if not exists publication;
grant usage on schema platform, publication to secplan_app;
grant usage on schema publication to secplan_public;

-- One Spanish order on both engines: accents ignored, ñ after n. The kernel's sortKey says the same.
create function platform.sort_key(value text) returns text language sql immutable parallel safe as $$
  select translate(replace(lower(value), 'ñ', 'n~'), 'áàäâãéèëêíìïîóòöôõúùüûçÁÉÍÓÚÜ', 'aaaaaeeeeiiiiooooouuuucaeiouu') collate "C"
$$;

-- Puts a table behind the fence. `labelled` adds the visibility label to the policy.
create function platform.fence(target regclass, labelled boolean default false) returns void language plpgsql as $$
declare condition text := 'commune = (select current_setting(''secplan.commune'', true))';
begin
  if labelled then
    condition := condition || ' and (select string_to_array(current_setting(''secplan.clearances'', true), '','')) @> array[visibility]';
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('create policy by_commune on %s to secplan_app using (%s) with check (%s)', target, condition, condition);
  execute format('grant select, insert, update, delete on %s to secplan_app', target);
end $$;

-- Facts are never changed nor erased.
create function platform.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'append-only: %.% admits no %', tg_table_schema, tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
create function platform.append_only(target regclass) returns void language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function platform.refuse_change()', target);
  execute format('revoke update, delete on %s from secplan_app', target);
end $$;

-- Work that lasts: a job runs as its actor and commune, shows progress and can be cancelled.
create table platform.jobs (
  commune text not null,
  id uuid not null,
  kind text not null,
  title text not null,
  account_id uuid not null,
  input jsonb not null,
  state text not null default 'waiting' constraint jobs_state check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
  progress real not null default 0,
  message text not null default '',
  result jsonb,
  problem jsonb,
  cancel_requested boolean not null default false,
  attempts int not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  heartbeat_at timestamptz,
  finished_at timestamptz,
  slot text,
  constraint jobs_pk primary key (commune, id),
  constraint jobs_slot unique (commune, slot)
);
comment on table platform.jobs is 'Trabajos en segundo plano';
comment on column platform.jobs.slot is 'Unique name of a scheduled run, so that it happens once';
select platform.fence('platform.jobs');
create index jobs_waiting on platform.jobs (commune, state, created_at);

create table platform.idempotency (
  commune text not null,
  key text not null,
  action text not null,
  account_id uuid not null,
  input_hash text not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  constraint idempotency_pk primary key (commune, key)
);
select platform.fence('platform.idempotency');
