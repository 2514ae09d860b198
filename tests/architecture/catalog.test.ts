import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '#platform/database'
import { engines, freshDatabase } from '../setup/engines.ts'
import { openTown, type Town } from '../town.ts'

describe.each(engines)('lo que dice el catálogo del motor %s', (kind) => {
  let town: Town
  let drop = async () => {}
  beforeAll(async () => {
    const server = kind === 'server' ? await freshDatabase() : undefined
    drop = server?.drop ?? drop
    town = await openTown({ url: server?.url })
  })
  afterAll(async () => {
    await town.close()
    await drop()
  })
  const names = (query: ReturnType<typeof sql<{ name: string }>>) => town.system.database.asOwner(async (tx) => (await tx.all(query)).map(({ name }) => name))
  const OURS = sql`n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_%' and not (n.nspname = 'platform' and c.relname = 'migrations')`

  test('toda tabla tiene seguridad por filas y al menos una política', async () => {
    expect(await names(sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and ${OURS} and (not c.relrowsecurity or not exists (select from pg_policy p where p.polrelid = c.oid))`)).toEqual([])
  })
  test('toda vista respeta la seguridad de quien pregunta', async () => {
    expect(await names(sql`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and ${OURS} and not coalesce('security_invoker=true' = any (c.reloptions), false)`)).toEqual([])
  })
  test('toda llave e índice único empieza por la comuna, y toda llave foránea la lleva', async () => {
    expect(await names(sql`select n.nspname || '.' || c.relname || ' ' || i.indexrelid::regclass as name
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
      join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where ${OURS} and c.relkind = 'r' and a.attname <> 'commune'
        -- Words (GIN) cannot lead with the commune: only the functions of tests/security/search.test.ts read them, which filter it.
        and not exists (select from pg_class x join pg_am m on m.oid = x.relam where x.oid = i.indexrelid and m.amname = 'gin')`)).toEqual([])
    expect(await names(sql`select f.conname as name from pg_constraint f join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace
      where f.contype = 'f' and ${OURS} and not exists (select from unnest(f.conkey) k join pg_attribute a on a.attrelid = c.oid and a.attnum = k where a.attname = 'commune')`)).toEqual([])
  })
  test('el papel de la aplicación no es dueño de nada ni salta las políticas', async () => {
    expect(await names(sql`select c.relname as name from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('secplan_app', 'secplan_public')`)).toEqual([])
    expect(await names(sql`select rolname as name from pg_roles where rolname in ('secplan_app', 'secplan_public') and (rolbypassrls or rolsuper or rolcanlogin)`)).toEqual([])
  })
  test('las funciones que saltan políticas fijan su ruta de búsqueda', async () => {
    expect(await names(sql`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema') and not exists (select from unnest(p.proconfig) x where x like 'search_path=%')`)).toEqual([])
  })
  test('entre módulos sólo hay llaves foráneas hacia la planta baja', async () => {
    const GROUND = ['evidence', 'registry', 'territory', 'calendar', 'statistics', 'requests', 'council', 'correspondence', 'platform']
    const found = await town.system.database.asOwner((tx) => tx.all<{ name: string; origin: string; target: string }>(sql`
      select f.conname as name, n.nspname as origin, tn.nspname as target from pg_constraint f
      join pg_class c on c.oid = f.conrelid join pg_namespace n on n.oid = c.relnamespace join pg_class t on t.oid = f.confrelid join pg_namespace tn on tn.oid = t.relnamespace
      where f.contype = 'f'`))
    expect(found.filter(({ origin, target }) => origin !== target && !GROUND.includes(target))).toEqual([])
  })
  test('el orden del castellano es el mismo en el motor y en el núcleo', async () => {
    const { sortKey } = await import('#kernel')
    const words = ['ñandú', 'nube', 'Árbol', 'zorro', 'ÑUÑOA', 'Curarrehue', 'pingüino', 'Concepción', 'concepcion', 'oso', 'nácar']
    const rows = await town.system.database.asOwner((tx) => tx.all<{ word: string; key: string }>(sql`select word, platform.sort_key(word) as key from unnest(${words}::text[]) word order by platform.sort_key(word) collate "C", word collate "C"`))
    for (const { word, key } of rows) expect(key).toBe(sortKey(word))
    expect(rows.map(({ word }) => word.toLowerCase())).toEqual(['árbol', 'concepción', 'concepcion', 'curarrehue', 'nácar', 'nube', 'ñandú', 'ñuñoa', 'oso', 'pingüino', 'zorro'])
  })
})
