import { can, type Day, formatDay, readRut } from '#kernel'
import { type ActionContext, defineAction, notFound, versionMoved } from '#platform/actions'
import { AddPersonInput, AssignOfficeInput, ChangePersonInput, EndOfficeInput, SuppressPersonInput } from '../contract.ts'
import { emailLookup } from '#platform/identity'
import { accountStore, sessionStore } from '../identity/account.store.ts'
import { forgetSessions } from '../identity/session.ts'
import { personStore, type PersonValues } from '../people/person.store.ts'
import { officeEndsBefore, officeOverlaps, personInOffice, personSuppressed, rutWrong, selfPromotion } from '../problems.ts'
import { checkNotSelf } from '../roles/authority.ts'
import { officeStore } from './office.store.ts'

const recordOf = (id: string) => ({ kind: 'person', id })
type Given = { name: string; rut: string; email: string; phone: string }

/** Personal values, with the RUT checked. They go sealed to their own table, never to entries or history. */
const valuesOf = ({ name, rut: text, email, phone }: Given): PersonValues => {
  const rut = text ? readRut(text) : undefined
  if (text && !rut) throw rutWrong({ text }, { errors: [{ pointer: '/rut', message: 'El dígito verificador no corresponde o sobran caracteres' }] })
  return { name, ...(rut ? { rut } : {}), ...(email ? { email } : {}), ...(phone ? { phone } : {}) }
}
const known = async (context: ActionContext, id: string) => {
  const row = await officeStore(context.tx).person(id)
  if (!row) throw notFound({ what: 'la persona' })
  return row
}
/** The version of a person: unit and state, without personal values. */
const keepPerson = async (context: ActionContext, id: string) => {
  const row = await known(context, id)
  await context.keep({ ...recordOf(id), version: row.version, data: { unit: row.unit_id, active: row.active } })
  return row
}

type Term = { readonly startsOn: Day; readonly endsOn: Day | null }
const termOf = ({ startsOn, endsOn }: Term): string => `desde el ${formatDay(startsOn)}${endsOn ? ` hasta el ${formatDay(endsOn)}` : ''}`
/** Whether two terms share a day; an open end goes on. */
const daysMeet = (a: Term, b: Term): boolean => a.startsOn <= (b.endsOn ?? '9999-12-31') && b.startsOn <= (a.endsOn ?? '9999-12-31')

export const addPersonAction = defineAction({
  name: 'registry.add-person', title: 'Agregar una persona', input: AddPersonInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    await personStore(context.tx).add(input.id, input.unitId ?? undefined, valuesOf(input))
    const row = await keepPerson(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'person-added', summary: 'Se agregó una persona al registro', record: recordOf(row.id) } }
  },
})
export const changePerson = defineAction({
  name: 'registry.change-person', title: 'Corregir los datos de una persona', input: ChangePersonInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    const before = await known(context, input.id)
    if (!before.active) throw personSuppressed({})
    if ((await officeStore(context.tx).placePerson(input.id, input.version, input.unitId)) === 0) throw versionMoved({ what: 'La persona', yours: input.version, current: before.version })
    await personStore(context.tx).change(input.id, valuesOf(input))
    if (input.email) await officeStore(context.tx).setLookup(input.id, emailLookup(context.tx.commune, input.email))
    const row = await keepPerson(context, input.id)
    return { result: { id: row.id, version: row.version }, entry: { name: 'person-changed', summary: 'Se corrigieron los datos de una persona', record: recordOf(row.id) } }
  },
})
export const assignOffice = defineAction({
  name: 'registry.assign-office', title: 'Asignar un cargo', help: 'La subrogancia exige decreto y se imprime «(S)».', input: AssignOfficeInput, unless: [selfPromotion], allowed: can('registry.administer'),
  run: async (input, context) => {
    const person = await known(context, input.personId)
    if (!person.active) throw personSuppressed({})
    const role = await officeStore(context.tx).role(input.role)
    if (!role) throw notFound({ what: 'el cargo' })
    const own = (await accountStore(context.tx).byId(context.actor.accountId))?.person_id === input.personId
    checkNotSelf(context.actor, own, role.permissions)
    const clash = (await officeStore(context.tx).list(input.personId)).find((office) => office.role === input.role && office.substitute === input.substitute && daysMeet(office, input))
    if (clash) throw officeOverlaps({ title: clash.title, term: termOf(clash) }, { errors: [{ pointer: '/startsOn', message: 'Se superpone con un cargo ya asignado' }] })
    await officeStore(context.tx).add({ ...input, decreeNumber: input.decreeNumber || null })
    forgetSessions()
    return {
      result: { id: input.id },
      entry: { name: 'office-assigned', summary: `Cargo «${input.title}${input.substitute ? ' (S)' : ''}» asignado ${termOf(input)}${input.decreeNumber ? `, decreto ${input.decreeNumber}` : ''}`, effectiveOn: input.startsOn, record: recordOf(input.personId), facts: { office: input.id, role: input.role, substitute: input.substitute } },
    }
  },
})
export const endOffice = defineAction({
  name: 'registry.end-office', title: 'Terminar un cargo', input: EndOfficeInput, allowed: can('registry.administer'),
  run: async (input, context) => {
    const office = await officeStore(context.tx).get(input.id)
    if (!office) throw notFound({ what: 'el cargo' })
    if (input.endsOn < office.startsOn) throw officeEndsBefore({ from: formatDay(office.startsOn) }, { errors: [{ pointer: '/endsOn', message: 'El término es anterior al inicio' }] })
    await officeStore(context.tx).end(input.id, input.endsOn)
    forgetSessions()
    return { result: { id: input.id }, entry: { name: 'office-ended', summary: `Cargo «${office.title}» termina el ${formatDay(input.endsOn)}`, effectiveOn: input.endsOn, record: recordOf(office.personId), facts: { office: input.id } } }
  },
})
/** Right of suppression (Ley 21.719): the key is destroyed, the references stay and the ledger still verifies. */
export const suppressPerson = defineAction({
  name: 'registry.suppress-person', title: 'Suprimir los datos de una persona', help: 'No tiene vuelta atrás: se destruye la clave con que se guardaban.', input: SuppressPersonInput, allowed: can('registry.suppress'),
  run: async (input, context) => {
    const before = await known(context, input.id)
    if (!before.active) throw personSuppressed({})
    if (before.version !== input.version) throw versionMoved({ what: 'La persona', yours: input.version, current: before.version })
    const held = (await officeStore(context.tx).list(input.id)).filter(({ endsOn }) => endsOn === null || endsOn >= context.today)
    if (held.length > 0) throw personInOffice({ offices: held.map(({ title }) => title).join(', ') })
    for (const { id } of await officeStore(context.tx).accountsOf(input.id)) await sessionStore(context.tx).endAllOf(id)
    forgetSessions()
    await personStore(context.tx).suppress(input.id, context.clock.now().toISOString())
    await keepPerson(context, input.id)
    return { result: { id: input.id }, entry: { name: 'person-suppressed', summary: `Se suprimieron los datos de una persona: ${input.reason}`, record: recordOf(input.id) } }
  },
})
