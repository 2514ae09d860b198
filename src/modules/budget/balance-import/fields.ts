/** What a column of a balance may hold. Amount fields follow the phases of the budget; income uses its own words. */
export type Phase =
  | 'initial' | 'modification' | 'adjusted' | 'precommitment' | 'commitment' | 'accrued' | 'paid' | 'outstandingDebt' | 'availableBalance' | 'collected' | 'receivable'
export type AmountField = Phase | 'budgetedIncome' | 'accruedIncome'
export type Field = 'account' | 'name' | 'area' | 'programme' | 'costCentre' | AmountField | 'percentage' | 'ignored'
export type BalanceKind = 'expenditure' | 'income'

export const phases = ['initial', 'modification', 'adjusted', 'precommitment', 'commitment', 'accrued', 'paid', 'outstandingDebt', 'availableBalance', 'collected', 'receivable'] as const satisfies readonly Phase[]

export const fieldTitle: Record<Field, string> = {
  account: 'Cuenta del clasificador', name: 'Denominación', area: 'Área de gestión', programme: 'Programa', costCentre: 'Centro de costo',
  initial: 'Presupuesto inicial', modification: 'Modificaciones', adjusted: 'Presupuesto vigente', precommitment: 'Preobligado', commitment: 'Obligado',
  accrued: 'Devengado', paid: 'Pagado', outstandingDebt: 'Deuda exigible', availableBalance: 'Saldo presupuestario', budgetedIncome: 'Ingresos presupuestados',
  accruedIncome: 'Ingresos devengados', collected: 'Percibido', receivable: 'Por percibir', percentage: 'Porcentaje', ignored: 'No se lee',
}

/** The phase an amount field feeds; undefined for the fields that are not amounts. */
export const phaseOf = (field: Field): Phase | undefined => {
  if (field === 'budgetedIncome') return 'adjusted'
  if (field === 'accruedIncome') return 'accrued'
  return (phases as readonly string[]).includes(field) ? (field as Phase) : undefined
}

/** Upper case without accents or punctuation: «Modificac. (M$)» → «MODIFICAC M$». */
export const plain = (text: string): string =>
  text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toUpperCase().replace(/[^A-Z0-9%$#+]+/g, ' ').trim()

/** Order matters: the narrower word first («por percibir» before «percibido», «preobligado» before «obligado»). */
const RULES: readonly (readonly [Field, RegExp])[] = [
  ['percentage', /%|PORCENTAJE|PORC\b|\bAVANCE\b|\bVARIACION PORC/],
  ['ignored', /^(N|NO|NRO|NUM|NUMERO|LINEA|ITEM N)$|^#$|POR DEVENGAR|SIN DEVENGAR|SALDO POR PAGAR PERIODO/],
  ['availableBalance', /\bSALDO\b(?! INICIAL| POR P)|DISPONIBL|POR OBLIGAR|POR COMPROMETER/],
  ['receivable', /POR (PERCIB|COBRAR|RECAUD)|\bXPERCIBIR|\bX PERCIBIR/],
  ['outstandingDebt', /EXIGIBLE|POR PAGAR|DEUDA(?! PAGAD)/],
  ['precommitment', /PRE ?OBLIG|PRE ?AFECT|PRE ?COMPROM/],
  ['commitment', /OBLIG|COMPROM|AFECTAD/],
  ['collected', /PERCIBID|RECAUDAD|RECAUDACION|INGRESOS? EFECTIV/],
  ['paid', /PAGAD|\bPAGOS?\b|GIRAD/],
  ['accrued', /DEVENG/],
  ['initial', /INICIAL|PPTO APROBADO|PRESUPUESTO APROBADO/],
  ['modification', /MODIF|REFORMULAC|VARIACION(ES)?$|AJUSTES?$/],
  ['adjusted', /VIGENTE|ACTUALIZAD|AJUSTAD|PRESUPUESTO ACTUAL|PPTO ACTUAL|PRESUPUESTO FINAL/],
  ['budgetedIncome', /PRESUPUESTAD/],
  ['costCentre', /CENTRO (DE )?COSTOS?|\bC ?COSTOS?\b|^CC$/],
  ['programme', /^(COD )?(PROGRAMA|PROG|SUBPROGRAMA)\b/],
  ['area', /^AREA\b|AREA (DE )?GESTION/],
  ['name', /DENOMINAC|NOMBRE|DESCRIPC|GLOSA|DETALLE|CONCEPTO/],
  ['account', /^(COD|CODIGO|CTA|CUENTA|CUENTAS|CLASIFICADOR|IMPUTACION|CLASIFICACION)\b/],
]

/** A column that carries only the month's movement; balances are loaded accumulated. */
const MOVEMENT = /\b(MES|MENSUAL|DEL PERIODO|ULTIMO MES)\b/

export type FieldGuess = { readonly field: Field; readonly movement: boolean }

/** The field a header text speaks of; undefined when it says nothing known. */
export const guessField = (text: string): FieldGuess | undefined => {
  const words = plain(text)
  if (words === '') return undefined
  const found = RULES.find(([, rule]) => rule.test(words))
  return found && { field: found[0], movement: MOVEMENT.test(words) && !/ACUM/.test(words) && phaseOf(found[0]) !== undefined }
}
