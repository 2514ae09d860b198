import { can } from '#kernel'
import { type ActionContext, defineAction, inputRefused, notFound, versionMoved } from '#platform/actions'
import { kinds, mayKnow, relations, threadStore } from '#evidence'
import { agreementStore } from '../agreements/agreement.store.ts'
import { type PointInput, SaveAgendaInput } from '../contract/agenda.ts'
import { folderStore } from '../folder/folder.store.ts'
import { pointInUse, sessionClosed } from '../problems.ts'
import { mattersOn } from '../rules/matters.ts'
import { sessionTitle } from '../sessions/record-session.ts'
import { councilStore } from '../sessions/session.store.ts'
import { agendaStore, type PointRow } from './agenda.store.ts'
import type { z } from 'zod'

const NOW = Number.MAX_SAFE_INTEGER
type Point = z.output<typeof PointInput>
const key = (kind: string, id: string): string => `${kind} ${id}`

/** The name and address of a record are those of its own search line, which carries its label: nobody ties what they may not see. */
const knownRecords = async (context: ActionContext, points: readonly Point[]): Promise<ReadonlyMap<string, { title: string; href: string }>> => {
  const wanted = points.flatMap(({ record }) => (record ? [record] : []))
  if (wanted.some(({ kind }) => !mayKnow(context.actor, kind))) throw notFound({ what: 'uno de los registros atados' })
  const lines = new Map((await threadStore(context.tx).lines(wanted)).map((line) => [key(line.kind, line.record_id), { title: line.title, href: line.href }]))
  const missing = points.findIndex(({ record }) => record && !lines.has(key(record.kind, record.id)))
  if (missing >= 0) throw notFound({ what: `el registro atado al punto ${missing + 1}` })
  return lines
}
const demandFree = async (context: ActionContext, sessionId: string, before: readonly PointRow[], points: readonly Point[]): Promise<void> => {
  const gone = before.filter(({ id }) => !points.some((one) => one.id === id))
  if (gone.length === 0) return
  const documents = await folderStore(context.tx).documents([sessionId], NOW)
  const agreed = await agreementStore(context.tx).points(sessionId)
  const used = gone.filter(({ id }) => agreed.has(id) || documents.some(({ pointId }) => pointId === id))
  if (used.length > 0) throw pointInUse({ titles: used.map(({ title }) => `«${title}»`).join(', ') })
}

/**
 * Saves the whole agenda as it stands on the screen: order, titles, matters, who presents and the record of each point. The one before stays,
 * so that undoing is saving it again. Each record is tied to the session through the thread.
 */
export const saveAgenda = defineAction({
  name: 'council.save-agenda', title: 'Guardar la tabla de una sesión', help: 'Entera, en su orden. La anterior se conserva.', input: SaveAgendaInput, allowed: can('council.prepare'),
  run: async (input, context) => {
    const session = await councilStore(context.tx).hold(input.sessionId)
    if (!session) throw notFound({ what: 'la sesión' })
    // The minutes may still be ordered by the clerk after the session; the rest prepare it before.
    if (session.heldOn < context.today && !can('council.record')(context.actor)) throw sessionClosed({ session: sessionTitle(session) })
    const store = agendaStore(context.tx)
    const version = await store.version(session.id, NOW)
    const before = await store.ofSessions([session.id], NOW)
    if (version !== input.version) throw versionMoved({ what: `Tabla de la ${sessionTitle(session)}`, yours: input.version, current: version }, { facts: { yours: { points: input.points.map(({ title }) => title).join('; ') }, theirs: { points: before.map(({ title }) => title).join('; ') } } })
    const matters = mattersOn(context.law, session.heldOn)
    const unknown = input.points.findIndex(({ matter }) => !matters.some((one) => one.key === matter))
    if (unknown >= 0) throw inputRefused({ what: 'Guardar la tabla' }, { errors: [{ pointer: `/points/${unknown}/matter`, message: 'Elija la materia de la lista' }] })
    if (new Set(input.points.map(({ id }) => id)).size !== input.points.length) throw inputRefused({ what: 'Guardar la tabla' }, { errors: [{ pointer: '/points', message: 'Hay un punto repetido' }] })
    await demandFree(context, session.id, before, input.points)
    const lines = await knownRecords(context, input.points)
    await store.save(session.id, version + 1, input.points.map(({ id, title, matter, unitId, record }) => {
      const line = record ? lines.get(key(record.kind, record.id)) : undefined
      return { id, title, matter, unitId, recordKind: record?.kind ?? null, recordId: record?.id ?? null, recordTitle: line?.title ?? '', recordHref: line?.href ?? '' }
    }), context.entryId)
    const to = { kind: kinds.session, id: session.id }
    const tied = input.points.flatMap(({ record }) => (record ? [record] : []))
    for (const { recordKind: kind, recordId: id } of before) if (kind && id && !tied.some((one) => one.kind === kind && one.id === id)) await context.unlink({ from: { kind, id }, relation: relations.decidedBy, to })
    for (const { kind, id } of tied) await context.link({ from: { kind, id }, relation: relations.decidedBy, to })
    const { length } = input.points
    return { result: { id: session.id, version: version + 1 }, entry: { name: 'agenda-saved', summary: `Tabla de la ${sessionTitle(session)}: ${length === 1 ? 'un punto' : `${length} puntos`}`, record: to, facts: { version: version + 1, points: length } } }
  },
})
