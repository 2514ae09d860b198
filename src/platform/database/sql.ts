import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler, type RawBuilder, sql } from 'kysely'

/** Kysely only writes SQL here; our engines run it. */
const writer = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
})

export { sql }
export type Query<T> = RawBuilder<T>

/** Text with $1… placeholders and its parameters, ready for an engine. */
export const compile = <T>(query: RawBuilder<T>): { text: string; parameters: readonly unknown[] } => {
  const { sql: text, parameters } = query.compile(writer)
  return { text, parameters }
}
