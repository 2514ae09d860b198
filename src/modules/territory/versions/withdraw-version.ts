import { can } from '#kernel'
import { defineAction, notFound } from '#platform/actions'
import { demandUndoTerm } from '#evidence'
import { RestoreZonesInput, WithdrawZonesInput } from '../contract.ts'
import { ZONE_SET } from '../hrefs.ts'
import { versionInUse } from '../problems.ts'
import { setOf } from '../sets/save-set.ts'
import { versionStore } from './version.store.ts'

/** Undoes the adoption of the last version, within the term to undo. Who asks as of an earlier day still finds it. */
export const withdrawVersion = defineAction({
  name: 'territory.withdraw-version', title: 'Deshacer la adopción de una versión', input: WithdrawZonesInput, allowed: can('territory.adopt'),
  run: async ({ id, versionId, reason }, context) => {
    const store = versionStore(context.tx)
    const version = await store.get(versionId)
    if (!version) throw notFound({ what: 'la versión' })
    const set = await setOf(context, version.set_id)
    const gone = new Set((await store.withdrawals(set.id, Number.MAX_SAFE_INTEGER)).map((one) => one.version_id))
    if (gone.has(versionId)) throw notFound({ what: 'una versión vigente que deshacer' })
    const later = (await store.all(set.id, Number.MAX_SAFE_INTEGER)).find((one) => one.number > version.number && !gone.has(one.id))
    if (later) throw versionInUse({ number: later.number })
    demandUndoTerm(context.law, version, context.today)
    await store.withdraw({ id, versionId, reason, entryId: context.entryId })
    return { result: { id, number: version.number }, entry: { name: 'zones-withdrawn', summary: `Se deshizo la versión ${version.number} de «${set.title}»: ${reason}`, record: { kind: ZONE_SET, id: set.id } } }
  },
})
export const restoreVersion = defineAction({
  name: 'territory.restore-version', title: 'Recuperar una versión deshecha', input: RestoreZonesInput, allowed: can('territory.adopt'),
  run: async ({ versionId }, context) => {
    const store = versionStore(context.tx)
    const version = await store.get(versionId)
    const gone = version && (await store.withdrawals(version.set_id, Number.MAX_SAFE_INTEGER)).find((one) => one.version_id === versionId)
    if (!version || !gone) throw notFound({ what: 'la versión deshecha' })
    demandUndoTerm(context.law, gone, context.today)
    return { result: { id: versionId, number: version.number }, entry: { name: 'zones-restored', undoes: gone.seq, summary: `Volvió a regir la versión ${version.number} de las zonas`, record: { kind: ZONE_SET, id: version.set_id } } }
  },
})
