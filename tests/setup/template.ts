import { ensureTemplate } from '#platform/database'

/** Once before all tests: the prepared empty database that every worker opens from. */
export default async (): Promise<void> => {
  await ensureTemplate()
}
