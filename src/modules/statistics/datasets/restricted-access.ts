import { randomUUID } from 'node:crypto'
import { can } from '#kernel'
import { defineAction, notAllowed, notFound, type ReadContext } from '#platform/actions'
import { sql } from '#platform/database'
import { OpenRestrictedInput } from '../contract.ts'
import { DATASET } from '../hrefs.ts'
import { confidentialStays, purposeNeeded } from '../problems.ts'
import { type DatasetRow, datasetStore } from './dataset.store.ts'

type Asked = Pick<DatasetRow, 'id' | 'title' | 'access'>
/** Has this person written today what they open it for? */
const openedToday = async ({ tx, actor, today }: Pick<ReadContext, 'tx' | 'actor' | 'today'>, id: string): Promise<boolean> =>
  (await tx.one(sql`select 1 from statistics.accesses where commune = ${tx.commune} and dataset_id = ${id} and account_id = ${actor.accountId} and opened_on = ${today} limit 1`)) !== undefined

/** How this reader stands before the numbers of a data set: they may read them, must write why, or may not. */
export const standingBefore = async (context: Pick<ReadContext, 'tx' | 'actor' | 'today'>, dataset: Asked): Promise<'may' | 'purpose' | 'never'> => {
  if (dataset.access === 'open') return 'may'
  if (!context.actor.permissions.has('statistics.restricted')) return 'never'
  return (await openedToday(context, dataset.id)) ? 'may' : 'purpose'
}
/** Refuses the numbers of a restricted data set to who may not read them or has not said why. */
export const demandReading = async (context: Pick<ReadContext, 'tx' | 'actor' | 'today'>, dataset: Asked): Promise<void> => {
  const standing = await standingBefore(context, dataset)
  if (standing === 'never') throw notAllowed({ title: `Leer «${dataset.title}»` })
  if (standing === 'purpose') throw purposeNeeded({ title: dataset.title })
}
/** Refuses files of a confidential data set. */
export const demandExport = ({ access, title }: Pick<DatasetRow, 'access' | 'title'>): void => {
  if (access === 'confidential') throw confidentialStays({ title })
}

/** Opens a restricted data set for the day, writing what for. The ledger keeps who and when. */
export const openRestricted = defineAction({
  name: 'statistics.open-restricted', title: 'Abrir un conjunto restringido', help: 'Escribe la finalidad; el acceso vale por el día y queda en la bitácora.',
  input: OpenRestrictedInput, allowed: can('statistics.restricted'),
  run: async ({ id, purpose }, context) => {
    const { tx, actor, today, entryId } = context
    const dataset = await datasetStore(tx).get(id)
    if (!dataset) throw notFound({ what: 'el conjunto de datos' })
    await tx.run(sql`insert into statistics.accesses (commune, id, dataset_id, account_id, purpose, opened_on, entry_id) values (${tx.commune}, ${randomUUID()}, ${id}, ${actor.accountId}, ${purpose}, ${today}, ${entryId})`)
    return { result: { id, until: today }, entry: { name: 'restricted-opened', summary: `Se abrió el conjunto restringido «${dataset.title}»`, record: { kind: DATASET, id }, facts: { purpose } } }
  },
})
