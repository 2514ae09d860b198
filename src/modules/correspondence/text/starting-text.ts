import type { Block, Day, Law } from '#kernel'
import type { Tx } from '#platform/database'
import type { ActKind } from '../contract.ts'
import { settingOf } from './setting.ts'
import { fillTemplate } from './template.ts'
import { templateOf } from './templates.ts'

/** The starting text of a kind with its facts written in, as it was cited on a day. Throws a RangeError for a text that does not exist. */
export const startingText = async (tx: Tx, law: Law, on: Day, unitId: string | null, asked: { readonly kind: ActKind; readonly key: string; readonly values: Readonly<Record<string, string>>; readonly affected?: string }): Promise<{ readonly subject: string; readonly content: readonly Block[]; readonly distribution: readonly string[] }> => {
  const chosen = templateOf(asked.kind, asked.key)
  if (!chosen) throw new RangeError(`No existe el texto ${asked.key} de ${asked.kind}`)
  return { ...fillTemplate(chosen, asked.values, await settingOf(tx, law, on, unitId, asked.affected)), distribution: chosen.distribution ?? [] }
}
