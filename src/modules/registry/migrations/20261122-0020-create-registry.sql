create schema registry;
grant usage on schema registry to secplan_app;

-- Communes installed here. Public reference: the sign-in page lists them before anybody is known.
create table registry.communes (
  commune text not null,
  name text not null,
  municipality text not null,
  region text not null,
  province text not null,
  address text not null default '',
  rut text,
  demonstration boolean not null default false,
  letterhead_file text,
  installed_at timestamptz not null default now(),
  constraint communes_pk primary key (commune)
);
alter table registry.communes enable row level security;
create policy readable on registry.communes for select to secplan_app using (true);
create policy own_row on registry.communes for update to secplan_app using (commune = (select current_setting('secplan.commune', true))) with check (commune = (select current_setting('secplan.commune', true)));
grant select, update on registry.communes to secplan_app;

create table registry.units (
  commune text not null,
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  parent_id uuid,
  active boolean not null default true,
  version int not null default 1,
  constraint units_pk primary key (commune, id),
  constraint units_code unique (commune, code),
  constraint units_parent foreign key (commune, parent_id) references registry.units (commune, id)
);
select platform.fence('registry.units');

-- People: the reference without personal values.
create table registry.people (
  commune text not null,
  id uuid not null,
  unit_id uuid,
  active boolean not null default true,
  version int not null default 1,
  constraint people_pk primary key (commune, id),
  constraint people_unit foreign key (commune, unit_id) references registry.units (commune, id)
);
select platform.fence('registry.people');

-- Personal values, encrypted with the key of their subject. Destroying the key is the suppression.
create table registry.person_values (
  commune text not null,
  person_id uuid not null,
  sealed bytea not null,
  constraint person_values_pk primary key (commune, person_id),
  constraint person_values_person foreign key (commune, person_id) references registry.people (commune, id)
);
select platform.fence('registry.person_values');
create table registry.person_keys (
  commune text not null,
  person_id uuid not null,
  key bytea,
  destroyed_at timestamptz,
  constraint person_keys_pk primary key (commune, person_id)
);
select platform.fence('registry.person_keys');

create table registry.roles (
  commune text not null,
  key text not null,
  title text not null,
  legal_basis text not null default '',
  permissions text[] not null,
  clearances text[] not null,
  version int not null default 1,
  constraint roles_pk primary key (commune, key)
);
select platform.fence('registry.roles');

-- Offices held by people with their dates; a substitution names its decree and prints «(S)».
create table registry.offices (
  commune text not null,
  id uuid not null,
  person_id uuid not null,
  role_key text not null,
  title text not null,
  unit_id uuid,
  starts_on date not null,
  ends_on date,
  substitute boolean not null default false,
  decree_number text,
  decree_date date,
  constraint offices_pk primary key (commune, id),
  constraint offices_person foreign key (commune, person_id) references registry.people (commune, id),
  constraint offices_role foreign key (commune, role_key) references registry.roles (commune, key),
  constraint offices_substitution check (not substitute or (decree_number is not null and decree_date is not null))
);
select platform.fence('registry.offices');
create index offices_of_person on registry.offices (commune, person_id);

create table registry.accounts (
  commune text not null,
  id uuid not null,
  person_id uuid,
  email_lookup text not null,
  password_hash text not null,
  must_change boolean not null default false,
  failed_attempts int not null default 0,
  locked_until timestamptz,
  active boolean not null default true,
  version int not null default 1,
  constraint accounts_pk primary key (commune, id),
  constraint accounts_email unique (commune, email_lookup),
  constraint accounts_person foreign key (commune, person_id) references registry.people (commune, id)
);
comment on column registry.accounts.email_lookup is 'SHA-256 of commune and lower-case address: the address itself is a personal value';
select platform.fence('registry.accounts');

create table registry.sessions (
  commune text not null,
  token_hash text not null,
  account_id uuid not null,
  csrf text not null,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  expires_at timestamptz not null,
  constraint sessions_pk primary key (commune, token_hash),
  constraint sessions_account foreign key (commune, account_id) references registry.accounts (commune, id)
);
select platform.fence('registry.sessions');

create table registry.institutions (
  commune text not null,
  id uuid not null,
  name text not null,
  kind text not null,
  rut text,
  active boolean not null default true,
  version int not null default 1,
  constraint institutions_pk primary key (commune, id),
  constraint institutions_name unique (commune, name)
);
select platform.fence('registry.institutions');

create table registry.suppliers (
  commune text not null,
  id uuid not null,
  rut text not null,
  name text not null,
  kind text not null constraint suppliers_kind check (kind in ('legal', 'natural')),
  activity text not null default '',
  city text not null default '',
  sort_key text not null,
  active boolean not null default true,
  version int not null default 1,
  constraint suppliers_pk primary key (commune, id),
  constraint suppliers_rut unique (commune, rut)
);
select platform.fence('registry.suppliers');
create index suppliers_sorted on registry.suppliers (commune, sort_key, id);
