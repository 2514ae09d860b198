import { addDays, type Block, type Day, formatThousands, type Law, weekday } from '#kernel'
import { startingText, loadActFacts, type PastAct, type PastIncoming } from '#correspondence'
import { kinds, stableId } from '#evidence'
import { loadLaw } from '#platform/law'
import type { Tx } from '#platform/database'
import type { DemoFacts } from '../../../demo/index.ts'
import { type ActFact, acts, letters } from '../../../demo/loncoche/acts.ts'
import type { System } from '../system.ts'
import { type DemoIds, steadyId } from './people.ts'
import { signedCopy } from './signed-copy.ts'
import type { Timeline } from './timeline.ts'

type Step = PastAct['steps'][number]
/** Summer time until the first Saturday of April, as the rest of the demonstration writes it. */
const instant = (on: Day, hour: string): string => `${on}T${hour}:00${on >= '2026-04-04' && on < '2026-09-05' ? '-04:00' : '-03:00'}`
/** A working day some days before, Saturdays and Sundays aside. */
const before = (on: Day, days: number): Day => {
  let found = on
  for (let left = days; left > 0; ) { found = addDays(found, -1); if (weekday(found) !== 0 && weekday(found) !== 6) left -= 1 }
  return found
}
const SUMMARY: Readonly<Record<string, string>> = {
  'act-drafted': 'Se comenzó a redactar', 'act-sent': 'Enviado a visación', 'visa-granted': 'Visto bueno', 'act-returned': 'Devuelto con observaciones', 'act-numbered': 'Se dio número', 'act-number-annulled': 'Se anuló el número', 'act-signed': 'Firmado, impreso, firmado y escaneado', 'act-notified': 'Notificado',
}
const ACTION: Readonly<Record<string, string>> = {
  'act-drafted': 'draft-act', 'act-sent': 'send-act', 'visa-granted': 'grant-visa', 'act-returned': 'return-act', 'act-numbered': 'number-act', 'act-number-annulled': 'annul-number', 'act-signed': 'sign-act', 'act-notified': 'notify-act',
}

/** Everybody whom a notified act must reach: what the facts say, and the internal distribution of the same day for the rest. */
const notesOf = (act: ActFact, addressees: readonly string[], distribution: readonly string[]): NonNullable<ActFact['notes']> => {
  const notes = act.notes ?? []
  const last = notes.at(-1)
  if (act.state !== 'notified' || !last) return notes
  const rest = (addressees.length ? addressees : distribution).filter((to) => !notes.some((note) => note.to === to))
  return [...notes, ...rest.map((to) => ({ to, means: 'internal' as const, on: last.on, receipt: '' }))]
}

/** The decrees that approved each amendment of 2026, with the numbers the budget knows them by. */
const amendmentActs = (facts: DemoFacts): ActFact[] => facts.amendments.filter(({ year }) => year === 2026).map((amendment) => ({
  key: `decreto-${amendment.decree.number}`, kind: 'decree', template: 'budget-amendment', unit: 'SECPLA', drafter: 'marta-riffo', signer: 'ines-cayuqueo', signerRole: 'mayor', state: 'notified', on: amendment.decree.date,
  number: Number(/(\d+)-\d{4}$/.exec(amendment.decree.number)?.[1] ?? 0), subject: `Aprueba la modificación presupuestaria N.º ${amendment.number} del año ${amendment.year}`,
  values: {
    number: String(amendment.number), year: String(amendment.year), agreement: amendment.agreement, session: `sesión ordinaria N.º ${amendment.session.number}, de ${amendment.session.date.split('-').reverse().join('-')}`, reason: amendment.reason,
    accounts: `${amendment.lines.map(({ line, amount }) => `${line.split('/')[1] ?? line}, ${amount < 0 ? 'disminuye' : 'aumenta'} en ${formatThousands(Math.abs(amount))}`).join('; ')}.`,
  },
  visas: [{ post: 'unit-head', who: 'carolina-manriquez' }, { post: 'legal', who: 'rodrigo-fuentealba' }, { post: 'control', who: 'ivan-quezada' }],
  notes: [{ to: 'Dirección de Administración y Finanzas', means: 'internal', on: amendment.decree.date, receipt: 'Recibido en Contabilidad' }],
  antecedents: [{ kind: 'amendment', code: `${amendment.year}-${amendment.number}`, title: `Modificación presupuestaria N.º ${amendment.number} de ${amendment.year}` }, { kind: 'session', code: `ordinary ${amendment.session.number} ${amendment.session.date}`, title: `Sesión ordinaria N.º ${amendment.session.number}` }],
}))

/** Acts and letters of the demonstration with their whole circuit, each step under its own past entry. */
export const loadActs = async (tx: Tx, system: System, facts: DemoFacts, ids: DemoIds, timeline: Timeline): Promise<void> => {
  const { commune } = facts
  const law: Law = loadLaw()
  const account = (key: string): string => { const id = ids.accounts.get(key); if (!id) throw new RangeError(`La demostración no tiene la cuenta ${key}`); return id }
  const person = (key: string) => { const found = facts.people.find((one) => one.key === key); if (!found) throw new RangeError(`La demostración no tiene a ${key}`); return found }
  const officeOf = (key: string, role: string, on: Day, substitute = false) => person(key).offices.find((office) => office.role === role && (office.substitute ?? false) === substitute && office.from <= on && (!office.to || office.to >= on)) ?? person(key).offices[0]
  const titleOf = (key: string) => person(key).offices[0]?.title ?? ''
  const unitOf = (code: string) => ({ id: ids.units.get(code) ?? '', name: facts.units.find((unit) => unit.code === code)?.name ?? code })
  const idOf = (key: string) => steadyId(commune.code, 'act', key)
  const letterId = (key: string) => steadyId(commune.code, 'incoming', key)
  const href = { session: () => '/concejo/sesiones', project: (id: string) => `/proyectos/${id}`, report: (id: string) => `/rendir/informes/${id}`, amendment: (id: string) => `/presupuestar/modificaciones/${id}` }
  const recordId = { session: (code: string) => stableId(commune.code, kinds.session, code), project: (code: string) => stableId(commune.code, kinds.project, code), report: (code: string) => steadyId(commune.code, 'report', code), amendment: (code: string) => steadyId(commune.code, 'amendment', code) }

  const stepsOf = (act: ActFact, visas: readonly { post: string; who: string }[]): Step[] => {
    const on = act.on as Day
    const step = (name: string, state: Step['state'], day: Day, hour: string, who: string, more: Partial<Step> = {}): Step => ({ name, state, at: instant(day, hour), on: day, account: account(who), office: titleOf(who), round: 1, ...more })
    const steps: Step[] = [step('act-drafted', 'draft', before(on, 4), '09:20', act.drafter, { round: 0 })]
    if (act.state === 'draft') return steps
    steps.push(step('act-sent', visas.length ? 'in-visa' : 'to-number', before(on, 3), '11:05', act.drafter))
    if (act.state === 'returned') return [...steps, step('act-returned', 'draft', before(on, 1), '16:10', 'carolina-manriquez', { post: 'unit-head', reason: act.reason ?? '' })]
    const done = act.state === 'in-visa' ? (act.visasDone ?? 0) : visas.length
    visas.slice(0, done).forEach(({ post, who }, at) => steps.push(step('visa-granted', at + 1 === visas.length ? 'to-number' : 'in-visa', before(on, at === 0 ? 2 : 1), `${10 + at * 2}:30`, who, { post })))
    if (act.state === 'in-visa' || act.state === 'to-number') return steps
    steps.push(step('act-numbered', 'to-sign', on, '09:45', 'beatriz-lagos'))
    if (act.state === 'annulled') return [...steps, step('act-number-annulled', 'annulled', on, '12:00', 'beatriz-lagos', { reason: act.reason ?? '' })]
    if (act.state === 'to-sign') return steps
    steps.push(step('act-signed', 'to-notify', on, '12:30', 'beatriz-lagos'))
    for (const [at, note] of (act.notes ?? []).entries()) steps.push(step('act-notified', at + 1 === act.notes?.length ? 'notified' : 'to-notify', note.on as Day, `${15 + at}:15`, 'beatriz-lagos'))
    return steps
  }
  const made: PastAct[] = []
  const all = [...amendmentActs(facts), ...acts]
  for (const act of all) {
    const on = act.on as Day
    const unit = unitOf(act.unit)
    const target = all.find((one) => one.key === act.annuls)
    const text = await startingText(tx, law, on, unit.id, { kind: act.kind, key: act.template ?? 'blank', values: act.values ?? {}, ...(target?.number ? { affected: `el Decreto alcaldicio exento N.º ${target.number} de ${target.on.slice(0, 4)}` } : {}) })
    const content: readonly Block[] = text.content
    const visas = (act.visas ?? []).filter(({ who }) => who !== act.drafter)
    const signer = officeOf(act.signer, act.signerRole, on, act.substitute)
    const attested = ['decree', 'exempt-decree', 'instruction'].includes(act.kind)
    const steps = stepsOf(act, visas)
    const numbered = act.number !== undefined && steps.some(({ name }) => name === 'act-numbered')
    const perUnit = ['memo', 'brief', 'technical-report'].includes(act.kind)
    made.push({
      id: idOf(act.key), kind: act.kind, series: perUnit ? `${act.kind}:${act.unit}` : act.kind, subject: act.subject, unit, drafter: { account: account(act.drafter), name: person(act.drafter).name }, signerRole: act.signerRole, signerAccount: account(act.signer),
      signer: { name: person(act.signer).name, office: signer?.title ?? '', substitute: act.substitute ?? false }, attest: attested ? { name: person('beatriz-lagos').name, office: titleOf('beatriz-lagos'), substitute: false } : null,
      addressees: act.addressees ?? [], distribution: act.distribution ?? text.distribution, references: act.references ?? [], content, visas: act.state === 'returned' || act.state === 'draft' ? [] : visas.map(({ post }) => post), visasDone: act.state === 'in-visa' ? (act.visasDone ?? 0) : act.state === 'returned' || act.state === 'draft' ? 0 : visas.length,
      state: act.state === 'returned' ? 'draft' : act.state, number: numbered ? (act.number ?? null) : null, actOn: numbered ? on : null, steps,
      notifications: notesOf(act, act.addressees ?? [], act.distribution ?? text.distribution).map(({ to, means, on: day, receipt }) => ({ addressee: to, means, on: day as Day, receipt })),
      antecedents: (act.antecedents ?? []).map(({ kind, code, title }) => { const id = recordId[kind](code); return { kind, id, title, href: href[kind](id) } }),
      ...(act.answers ? { repliesTo: { kind: 'incoming' as const, id: letterId(act.answers) } } : {}), ...(act.annuls ? { affects: { act: idOf(act.annuls), effect: 'annuls' as const } } : {}), ...(steps.some(({ name }) => name === 'act-signed') ? { signedOn: on } : {}),
    })
  }
  const received: PastIncoming[] = letters.map((letter) => ({
    id: letterId(letter.key), number: letter.number, year: Number(letter.on.slice(0, 4)), sender: letter.sender, sender_is_person: letter.person ?? false, document: letter.document, document_on: (letter.documentOn as Day | undefined) ?? null, received_on: letter.on as Day, subject: letter.subject, file_hash: null,
    unit_id: unitOf(letter.unit).id, request_kind: letter.request, needs_answer: letter.needsAnswer ?? true, due_on: (letter.due as Day | undefined) ?? null, due_from: letter.dueFrom ?? '', state: letter.answeredOn ? 'answered' : letter.closed ? 'closed' : 'pending', closed_reason: letter.closed ?? '', answered_on: (letter.answeredOn as Day | undefined) ?? null,
  }))
  const entry = (key: string, fields: { name: string; action: string; at: string; on: Day; account: string; summary: string; record?: { kind: string; id: string } }): string =>
    timeline.add({ id: steadyId(commune.code, 'entry', 'act', key), action: `correspondence.${fields.action}`, accountId: fields.account, recordedAt: fields.at, effectiveOn: fields.on, draft: { name: fields.name, summary: fields.summary, ...(fields.record ? { record: fields.record } : {}) } })
  const papers = new Map<string, string>()
  await loadActFacts(tx, made, received, {
    place: { code: commune.code, name: commune.name, municipality: commune.municipality, address: commune.address ?? '' }, registeredBy: account('beatriz-lagos'),
    entryFor: (act, step) => entry(`${act.id} ${step.name} ${step.at}`, { name: step.name, action: ACTION[step.name] ?? 'draft-act', at: step.at, on: step.on, account: step.account, summary: `${SUMMARY[step.name] ?? step.name}: ${act.title}`, record: { kind: 'act', id: act.id } }),
    entryOfLetter: (letter, title) => entry(letter.id, { name: 'incoming-registered', action: 'register-incoming', at: instant(letter.received_on, '08:50'), on: letter.received_on, account: account('beatriz-lagos'), summary: `${title}: correspondencia recibida`, record: { kind: 'incoming', id: letter.id } }),
    entryOfPaper: (series, year) => {
      const key = `${series} ${year}`
      const known = papers.get(key)
      if (known) return known
      const made = entry(`paper ${key}`, { name: 'paper-numbers-recorded', action: 'record-paper-numbers', at: instant('2026-01-02' as Day, '08:40'), on: '2026-01-02' as Day, account: account('beatriz-lagos'), summary: `Números dados en papel, libro ${series} de ${year}` })
      papers.set(key, made)
      return made
    },
    signedCopy: async ({ title, fingerprint, on }) => {
      const bytes = signedCopy(title, fingerprint, on)
      const { hash, size } = await system.services.files.put(bytes)
      return { hash, size, name: `${title.replace('N.º ', 'N ')} firmado.pdf` }
    },
  })
}
