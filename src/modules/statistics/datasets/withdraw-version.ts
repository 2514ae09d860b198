import { randomUUID } from 'node:crypto'
import { can, counted } from '#kernel'
import { type ActionContext, defineAction, notFound } from '#platform/actions'
import { sql } from '#platform/database'
import { demandUndoTerm } from '#evidence'
import { z } from 'zod'
import { reasonField } from '../contract.ts'
import { DATASET } from '../hrefs.ts'
import { alreadyWithdrawn, versionLeaned } from '../problems.ts'
import { datasetStore } from './dataset.store.ts'
import { type VersionRow, versionStore } from './version.store.ts'

export const WithdrawVersionInput = z.object({ id: z.uuid(), reason: reasonField })
export const RestoreVersionInput = z.object({ id: z.uuid() })

/** Official figures in force that cite a version: while they do, it cannot go. */
const leaning = ({ tx }: ActionContext, versionId: string) => tx.all<{ title: string }>(sql`select c.title || ' ' || o.period as title from statistics.official_figures o
  join statistics.concepts c on c.commune = o.commune and c.id = o.concept_id join evidence.posted p on p.commune = o.commune and p.entry_id = o.entry_id
  where o.commune = ${tx.commune} and o.version_id = ${versionId}
    and not exists (select from statistics.official_figures n join evidence.posted q on q.commune = n.commune and q.entry_id = n.entry_id and q.seq > p.seq where n.commune = o.commune and n.concept_id = o.concept_id and n.period = o.period)
  order by 1`)

/** The version and its data set, if nothing in force leans on it and it is not withdrawn already. */
export const demandWithdrawable = async (context: ActionContext, version: VersionRow): Promise<{ title: string }> => {
  const dataset = await datasetStore(context.tx).hold(version.dataset_id)
  if (!dataset) throw notFound({ what: 'el conjunto de datos' })
  if ((await versionStore(context.tx).withdrawals(version.dataset_id, Number.MAX_SAFE_INTEGER)).some(({ version_id: gone }) => gone === version.id)) throw alreadyWithdrawn({ number: version.number })
  const titles = await leaning(context, version.id)
  if (titles.length > 0) throw versionLeaned({ titles: titles.map(({ title }) => title).join('; ') }, { facts: { dependants: titles } })
  return dataset
}

/** Takes a version out of use, with its reason. Who asks as of an earlier day still finds it. */
export const withdrawVersion = defineAction({
  name: 'statistics.withdraw-version', title: 'Retirar una versión', input: WithdrawVersionInput, allowed: can('statistics.manage'),
  run: async ({ id, reason }, context) => {
    const store = versionStore(context.tx)
    const version = await store.get(id)
    if (!version) throw notFound({ what: 'la versión' })
    const dataset = await demandWithdrawable(context, version)
    await store.withdraw({ id: randomUUID(), versionId: id, reason, entryId: context.entryId })
    return { result: { id, number: version.number }, entry: { name: 'version-withdrawn', summary: `Se retiró la versión ${version.number} de «${dataset.title}»: ${reason}`, record: { kind: DATASET, id: version.dataset_id }, facts: { version: version.number, rows: version.rows } } }
  },
})

/** Takes the withdrawal back, within the term to undo. */
export const restoreVersion = defineAction({
  name: 'statistics.restore-version', title: 'Deshacer el retiro de una versión', input: RestoreVersionInput, allowed: can('statistics.manage'),
  run: async ({ id }, context) => {
    const store = versionStore(context.tx)
    const version = await store.get(id)
    const gone = version && (await store.withdrawals(version.dataset_id, Number.MAX_SAFE_INTEGER)).find(({ version_id: one }) => one === id)
    const dataset = version && (await datasetStore(context.tx).get(version.dataset_id))
    if (!version || !gone || !dataset) throw notFound({ what: 'el retiro de esa versión' })
    demandUndoTerm(context.law, gone, context.today)
    return {
      result: { id, number: version.number },
      entry: { name: 'version-restored', undoes: gone.seq, summary: `Volvió a usarse la versión ${version.number} de «${dataset.title}» (${counted(version.rows, 'fila', 'filas')})`, record: { kind: DATASET, id: version.dataset_id } },
    }
  },
})
