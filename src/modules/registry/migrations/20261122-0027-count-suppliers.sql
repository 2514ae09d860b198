-- How many suppliers there are by activity and state: a page of the list never counts them again. A maintained count is exact at any moment.
create table registry.supplier_counts (
  commune text not null,
  activity text not null,
  active boolean not null,
  suppliers int not null,
  constraint supplier_counts_pk primary key (commune, activity, active)
);
comment on table registry.supplier_counts is 'Proveedores por giro y estado';
select platform.fence('registry.supplier_counts');
insert into registry.supplier_counts select commune, activity, active, count(*) from registry.suppliers group by 1, 2, 3;

create function registry.count_suppliers() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then
    update registry.supplier_counts c set suppliers = c.suppliers - g.n
      from (select commune, activity, active, count(*) as n from gone group by 1, 2, 3) g
      where c.commune = g.commune and c.activity = g.activity and c.active = g.active;
  end if;
  if tg_op <> 'DELETE' then
    insert into registry.supplier_counts as c select commune, activity, active, count(*) from come group by 1, 2, 3 order by 1, 2, 3
      on conflict (commune, activity, active) do update set suppliers = c.suppliers + excluded.suppliers;
  end if;
  return null;
end $$;
create trigger counted_on_insert after insert on registry.suppliers referencing new table as come for each statement execute function registry.count_suppliers();
create trigger counted_on_update after update on registry.suppliers referencing old table as gone new table as come for each statement execute function registry.count_suppliers();
create trigger counted_on_delete after delete on registry.suppliers referencing old table as gone for each statement execute function registry.count_suppliers();

-- The orders a person may ask for, and the list of one activity.
create index suppliers_by_city on registry.suppliers (commune, platform.sort_key(city), sort_key, id);
create index suppliers_by_activity on registry.suppliers (commune, platform.sort_key(activity), sort_key, id);
