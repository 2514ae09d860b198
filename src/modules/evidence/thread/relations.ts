/**
 * The words of the thread, in one place. An edge goes from what is above to what hangs from it, so that walking up finds the reasons
 * and walking down finds the facts: objective → programme → project → budget line, tender → contract → certificate → payment.
 */
export const relations = {
  /** Objective → programme, programme or objective → project. */
  includes: 'includes',
  /** Objective, programme or project → budget programme or budget line. */
  budgetedBy: 'budgeted-by',
  /** Project → tender. */
  tenderedBy: 'tendered-by',
  /** Tender or project → contract. */
  contractedBy: 'contracted-by',
  /** Contract → supplier. Outside the chain: it is who, not what. */
  suppliedBy: 'supplied-by',
  /** Contract → payment certificate. */
  certifiedBy: 'certified-by',
  /** Certificate, contract, project or budget line → payment. */
  paidBy: 'paid-by',
  /** Objective or project → indicator: where the result is read. */
  measuredBy: 'measured-by',
  /** Any record → session or agreement of the council that decided it. */
  decidedBy: 'decided-by',
  /** Project → area of influence: whom it reaches. */
  reaches: 'reaches',
} as const
export type Relation = (typeof relations)[keyof typeof relations]

/** Kinds of record that edges name. The module that owns a kind registers it as a RecordKind. */
export const kinds = {
  objective: 'objective', planProgramme: 'plan-programme', indicator: 'indicator', project: 'project',
  budgetProgramme: 'programme', budgetLine: 'budget-line', tender: 'tender', contract: 'contract',
  paymentCertificate: 'payment-certificate', payment: 'payment', supplier: 'supplier', session: 'session',
} as const

/** The nine links of the chain, in order, as people read them. */
export const steps = [
  { position: 1, key: 'objective', title: 'Objetivo' }, { position: 2, key: 'programme', title: 'Programa' }, { position: 3, key: 'project', title: 'Proyecto' },
  { position: 4, key: 'budget', title: 'Presupuesto' }, { position: 5, key: 'tender', title: 'Licitación' }, { position: 6, key: 'contract', title: 'Contrato' },
  { position: 7, key: 'certificate', title: 'Estados de pago' }, { position: 8, key: 'payment', title: 'Pagos' }, { position: 9, key: 'result', title: 'Resultado' },
] as const
