-- Two people may write the same answer: each saving has a mark, and who saves says which mark was on the page.
-- The drafts of before get theirs from their own instant.
alter table requests.drafts add column revision uuid;
update requests.drafts set revision = md5(commune || item_id::text || saved_at::text)::uuid;
alter table requests.drafts alter column revision set not null;
comment on column requests.drafts.revision is 'Marca de cada guardado: quien guarda sobre otra no pisa, compara';
