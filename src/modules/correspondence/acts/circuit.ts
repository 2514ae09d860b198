import type { ActKind, Circuit } from '../contract.ts'

/** The post «head of the unit that drafts», whoever holds it: a person who may grant visas in that unit or in one above it. */
export const UNIT_HEAD = 'unit-head'

type Brought = Omit<Circuit, 'kind' | 'version'>
const DIRECTORS = ['planning_director', 'finance', 'works', 'community', 'control', 'legal', 'security', 'education', 'health'] as const
const HEADS = [...DIRECTORS, 'planning_section_head', 'unit_requester', 'city_manager', 'clerk'] as const

/**
 * The circuit each kind has until the municipality says otherwise. `selfSign` marks what approves nothing: a memo and a brief speak for
 * their author, a certificate attests what the clerk saw. Decrees and instructions are attested by the clerk (LOCM 20).
 */
const BROUGHT: Readonly<Record<ActKind, Brought>> = {
  letter: { visas: [UNIT_HEAD], signers: ['mayor', 'city_manager', 'clerk', ...DIRECTORS], attestedBy: null, perUnit: false, selfSign: false },
  memo: { visas: [], signers: HEADS, attestedBy: null, perUnit: true, selfSign: true },
  brief: { visas: [], signers: [...HEADS, 'planning_analyst', 'urban_adviser'], attestedBy: null, perUnit: true, selfSign: true },
  decree: { visas: [UNIT_HEAD, 'legal', 'control'], signers: ['mayor'], attestedBy: 'clerk', perUnit: false, selfSign: false },
  'exempt-decree': { visas: [UNIT_HEAD, 'legal', 'control'], signers: ['mayor', 'city_manager'], attestedBy: 'clerk', perUnit: false, selfSign: false },
  certificate: { visas: [], signers: ['clerk'], attestedBy: null, perUnit: false, selfSign: true },
  'technical-report': { visas: [UNIT_HEAD], signers: [...DIRECTORS, 'urban_adviser', 'clerk'], attestedBy: null, perUnit: true, selfSign: false },
  instruction: { visas: ['legal'], signers: ['mayor', 'city_manager'], attestedBy: 'clerk', perUnit: false, selfSign: false },
}

export const broughtCircuit = (kind: ActKind): Circuit => ({ kind, version: 0, ...BROUGHT[kind] })

/** The circuit in force: the municipality's order and signers over what the kind always has. */
export const circuitOf = (kind: ActKind, changed?: { readonly visas: readonly string[]; readonly signers: readonly string[]; readonly version: number }): Circuit => ({ ...broughtCircuit(kind), ...changed })

/** The book a number is taken from: one of the municipality, or one of the unit. */
export const seriesOf = (circuit: Pick<Circuit, 'kind' | 'perUnit'>, unitCode: string | undefined): string => (circuit.perUnit && unitCode ? `${circuit.kind}:${unitCode}` : circuit.kind)
export const INCOMING_SERIES = 'incoming'
