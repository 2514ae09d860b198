-- The embedded engine has no background analyst: after a load the planner must be told how many rows there are, or the sums of a year
-- take a path three times longer. Small samples are enough for keys and dates, and keep this under a few milliseconds.
do $$ declare name text; begin
  for name in select attname from pg_attribute where attrelid = 'budget.movements'::regclass and attnum > 0 and not attisdropped loop
    execute format('alter table budget.movements alter column %I set statistics 10', name);
  end loop;
  for name in select attname from pg_attribute where attrelid = 'budget.lines'::regclass and attnum > 0 and not attisdropped loop
    execute format('alter table budget.lines alter column %I set statistics 10', name);
  end loop;
end $$;

create function budget.refresh_statistics() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute 'analyze budget.movements';
  execute 'analyze budget.lines';
  execute 'analyze evidence.entries';
end $$;
comment on function budget.refresh_statistics is 'Reads no row of any commune; only refreshes what the planner knows of sizes';
grant execute on function budget.refresh_statistics() to secplan_app;
