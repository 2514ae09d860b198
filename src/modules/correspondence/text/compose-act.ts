import { type AsOf, type Block, type Day, type DocumentBody, type DocumentFrame, formatLongDay, type Inline } from '#kernel'
import type { ActKind } from '../contract.ts'
import { paperTitle } from '../acts/titles.ts'
import { initialsOf } from './initials.ts'

export type SignedBy = { readonly name: string; readonly office: string; readonly substitute: boolean }
export type ActText = {
  readonly kind: ActKind; readonly series: string; readonly number: number | null; readonly subject: string; readonly addressees: readonly string[]; readonly distribution: readonly string[]; readonly references: readonly string[]
  readonly content: readonly Block[]; readonly actOn: Day | null; readonly signer: SignedBy | null; readonly signerTitle: string; readonly attest: SignedBy | null; readonly drafter: string
}
export type ActPlace = { readonly code: string; readonly name: string; readonly municipality: string; readonly address: string; readonly unit: string }

const line = (id: string, label: string, text: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: `${label} `, marks: ['strong'] }, { type: 'text', text }] })
/** Letters and memos open with who writes to whom about what; a decree with its subject alone. */
const CORRESPONDENCE: readonly ActKind[] = ['letter', 'memo', 'brief', 'technical-report']

const opening = (act: ActText, place: ActPlace): Block[] => {
  const letter = CORRESPONDENCE.includes(act.kind)
  const { signer } = act
  return [
    ...(act.references.length ? [line('head-references', 'ANT.:', act.references.join('; '))] : []),
    line('head-subject', 'MAT.:', act.subject),
    { type: 'paragraph', id: 'head-place', content: [{ type: 'text', text: `${place.name.toUpperCase()}, ${act.actOn ? formatLongDay(act.actOn) : '[fecha que se da al numerar]'}` }] },
    ...(letter ? [line('head-from', 'DE:', signer ? `${signer.name}, ${signer.office}${signer.substitute ? ' (S)' : ''}` : act.signerTitle)] : []),
    ...(letter && act.addressees.length ? [line('head-to', 'A:', act.addressees.join('; '))] : []),
  ]
}
const signature = (id: string, by: SignedBy): Block => ({ type: 'signature', id, name: by.name, office: by.office, substitute: by.substitute })
const asLines = (texts: readonly string[]): Inline[][] => texts.map((text) => [{ type: 'text', text }])

const closing = (act: ActText): Block[] => {
  const letter = CORRESPONDENCE.includes(act.kind)
  const copies = [...(letter || act.addressees.length === 0 ? [] : act.addressees), ...act.distribution]
  const names = [act.signer?.name, act.attest?.name].filter((name): name is string => name !== undefined)
  return [
    ...(act.signer ? [signature('sign-1', act.signer)] : [{ type: 'signature' as const, id: 'sign-1', name: '(nombre de quien firma)', office: act.signerTitle || 'Cargo que firma', substitute: false }]),
    ...(act.attest ? [signature('sign-2', act.attest)] : []),
    ...(copies.length ? [{ type: 'paragraph' as const, id: 'copies', content: [{ type: 'text' as const, text: 'DISTRIBUCIÓN:', marks: ['strong' as const] }] }, { type: 'list' as const, id: 'copies-list', ordered: true, items: asLines(copies) }] : []),
    ...(names.length && act.drafter ? [{ type: 'paragraph' as const, id: 'initials', content: [{ type: 'text' as const, text: initialsOf(names, act.drafter) }] }] : []),
  ]
}

/** The whole act: heading, text, signatures, distribution, initials. The same input gives the same body, and so the same fingerprint. */
export const composeAct = (act: ActText, place: ActPlace, asOf: AsOf): DocumentBody => ({
  schema: 'secplan.document/1', kind: `act-${act.kind}`, title: paperTitle({ ...act, year: null }),
  commune: { code: place.code, municipality: place.municipality, unit: place.unit, ...(place.address ? { address: place.address } : {}) },
  asOf, blocks: [...opening(act, place), ...act.content, ...closing(act)],
})

/** What surrounds it on paper: a draft says so on every page; the issued one carries its fingerprint and its code. */
export const frameOfAct = (body: { readonly fingerprint: string; readonly verificationCode: string }, facts: { readonly issuedOn: Day | null; readonly paper: DocumentFrame['paper']; readonly demonstration: boolean; readonly commune: string; readonly address?: string }): DocumentFrame => ({
  state: facts.issuedOn ? 'issued' : 'draft', ...(facts.issuedOn ? { issuedOn: facts.issuedOn } : {}), ...body, paper: facts.paper, ...(facts.demonstration ? { demonstration: true } : {}),
  ...(facts.issuedOn && facts.address ? { verificationAddress: `${facts.address.replace(/\/$/, '')}/rendir/verificar?comuna=${facts.commune}&codigo=${body.verificationCode}` } : {}),
})
