import { type Actor, can, sortKey, yearOf } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { DutyInput, type DutyRecord, type DutyView, type SettingsView, YearInput, type YearView } from './contract.ts'
import { z } from 'zod'
import { deskOf, instanceNamed, instancesDue, type Desk, type Modules, waitingDuties } from './desk/desk.ts'
import { brief, dutyView, excuseOf, unitsOf } from './desk/duty-view.ts'
import { ownerOf } from './desk/owner.ts'
import { explainCount } from './duties/count-due.ts'
import { dutyStates } from './duties/duty-state.ts'
import { holidaysOf } from './holidays/holidays-of.ts'
import { localInput } from './owners/local-duty.ts'

const fits = (duty: DutyView, { unit, state, mandate, text, duty: code }: z.output<typeof YearInput>): boolean => {
  if (unit === 'mine' ? !duty.mine : unit && duty.owner?.code !== unit && duty.acting?.code !== unit) return false
  if (state && duty.state !== state) return false
  if (mandate && !duty.functions.includes(mandate)) return false
  if (code && duty.code !== code) return false
  return !text || sortKey(`${duty.title} ${duty.norm} ${duty.period.title} ${duty.event ?? ''}`).includes(sortKey(text))
}
/** What fell due before the work was kept here is in another archive: it is neither shown nor called late, unless something was recorded about it. */
const isKept = ({ rows: { since } }: Desk, { due, acts }: Pick<DutyView, 'due' | 'acts'>): boolean => since === null || due >= since || acts.length > 0

const seen = new WeakMap<Desk, Map<number, readonly DutyView[]>>()
/** Instances of a year as views. A desk belongs to one reader, so they are made once for each. */
export const viewsOfYear = (desk: Desk, year: number, actor: Actor): readonly DutyView[] => {
  const own = seen.get(desk) ?? new Map<number, readonly DutyView[]>()
  seen.set(desk, own)
  const mine = unitsOf(actor)
  const made = own.get(year) ?? instancesDue(desk, year).map((instance) => dutyView(desk, instance, actor, mine)).filter((duty) => isKept(desk, duty))
  own.set(year, made)
  return made
}

const yearOfCalendar = (modules: Modules) => defineQuery({
  name: 'calendar.year', title: 'Calendario legal de un año', help: 'Cada deber con su fecha según la norma, su responsable y su estado a las dos fechas.', input: YearInput, allowed: can('calendar.read'),
  run: async (input, context): Promise<YearView> => {
    const desk = await deskOf(context, modules)
    const year = input.year ?? yearOf(desk.today)
    const all = viewsOfYear(desk, year, context.actor)
    const duties = all.filter((duty) => fits(duty, input))
    const owners = new Map(all.flatMap(({ owner }) => (owner ? [[owner.id, owner] as const] : [])))
    return {
      year, today: desk.today, duties, total: all.length, units: desk.rows.units.filter(({ id }) => owners.has(id)).map(brief),
      holidays: holidaysOf(year, context.law, context.tx.commune).map(({ day, title }) => ({ day, title })),
      counts: Object.fromEntries(dutyStates.map((state) => [state, all.filter((duty) => duty.state === state).length])) as YearView['counts'],
      waiting: waitingDuties(desk).map(({ code, title, values }) => ({ code, title, trigger: values.at(-1)?.rule.trigger ?? '' })),
    }
  },
})

const showDuty = (modules: Modules) => defineQuery({
  name: 'calendar.duty', title: 'Un deber del calendario', input: DutyInput, allowed: can('calendar.read'),
  run: async ({ key }, context): Promise<DutyRecord> => {
    const desk = await deskOf(context, modules)
    const instance = instanceNamed(desk, key)
    if (!instance) throw notFound({ what: 'ese deber del calendario' })
    const duty = dutyView(desk, instance, context.actor)
    const [year, owner, excuse] = [yearOf(instance.due), ownerOf(desk, instance.duty, instance), excuseOf(desk, instance)]
    const others = [year - 1, year, year + 1].flatMap((one) => instancesDue(desk, one)).filter((one) => one.duty.code === instance.duty.code && one.key !== key).map((one) => dutyView(desk, one, context.actor))
    const provedBy = desk.proved.get(instance.duty.code)
    const manage = context.actor.permissions.has('calendar.manage')
    return {
      duty, count: explainCount(instance.rule, instance.period, desk.calendar, instance.event), evidence: instance.rule.evidence, fulfilment: instance.rule.fulfilment, prepares: instance.rule.prepares, receives: instance.rule.receives,
      ...(instance.basis.note ? { note: instance.basis.note } : {}), ...(excuse ? { excused: { id: excuse.id, reason: excuse.title } } : {}), ...(owner.absence ? { absence: owner.absence } : {}), ...(provedBy ? { provedBy } : {}),
      expected: instance.duty.expected.map(({ note }) => note), others: others.filter((one) => isKept(desk, one)).map(({ key: other, period, due, state }) => ({ key: other, period: period.title, due, state })), units: desk.rows.units.map(brief),
      may: { declare: !provedBy && context.actor.permissions.has('calendar.fulfil') && (manage || duty.mine), manage },
    }
  },
})

export const settings = (modules: Modules) => defineQuery({
  name: 'calendar.settings', title: 'Responsables, deberes propios y ausencias', input: z.object({}), allowed: can('calendar.read'),
  run: async (_input, context): Promise<SettingsView> => {
    const desk = await deskOf(context, modules)
    const names = new Map(desk.rows.units.map(({ id, name }) => [id, name]))
    return {
      owners: desk.duties.map((duty) => {
        const { unit, deputy, suggested } = ownerOf(desk, duty)
        const value = duty.values.at(-1)
        return { code: duty.code, title: duty.title, local: duty.local, suggested, version: desk.rows.owners.find((owner) => owner.duty === duty.code)?.version ?? 0, norm: `${value?.basis.norm ?? ''}${value?.basis.article ? `, artículo ${value.basis.article}` : ''}`, trigger: value?.rule.trigger ?? '', ...(unit ? { unit: brief(unit) } : {}), ...(deputy ? { deputy: brief(deputy) } : {}) }
      }),
      locals: desk.rows.locals.map(localInput), absences: [...desk.standIns.values()].map(({ unitId, post, absentPost, until }) => ({ unit: names.get(unitId) ?? '', post, absentPost, ...(until ? { until } : {}) })), units: desk.rows.units.map(brief),
    }
  },
})
export const calendarQueries = (modules: Modules) => [yearOfCalendar(modules), showDuty(modules), settings(modules)] as const
