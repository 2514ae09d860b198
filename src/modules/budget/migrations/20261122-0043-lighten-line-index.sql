-- Lines are asked by their year or by their id, never by account alone, and a year arrives in batches: its rows lie together. A summary of
-- each stretch of the table finds them, and a load of a hundred thousand lines keeps one index instead of two.
drop index budget.lines_of_year;
create index lines_of_year on budget.lines using brin (commune, year) with (pages_per_range = 32);

create or replace function budget.refresh_statistics() returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute 'analyze budget.movements';
  execute 'analyze budget.lines';
  execute 'analyze evidence.entries';
  perform brin_summarize_new_values('budget.lines_of_year'::regclass);
end $$;
