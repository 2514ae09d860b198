import type { ImportChoices } from '../../answers.ts'

type Field = ImportChoices['columns'][number]['field']
/** What a column may be, in the order of the chain of the budget. */
export const fieldTitles: Readonly<Record<Field, string>> = {
  ignored: 'No se lee', account: 'Cuenta del clasificador', name: 'Denominación', area: 'Área de gestión', programme: 'Programa', costCentre: 'Centro de costo',
  initial: 'Presupuesto inicial', modification: 'Modificaciones', adjusted: 'Presupuesto vigente', precommitment: 'Preobligado', commitment: 'Obligado', accrued: 'Devengado', paid: 'Pagado',
  outstandingDebt: 'Deuda exigible', availableBalance: 'Saldo presupuestario', budgetedIncome: 'Ingresos presupuestados', accruedIncome: 'Ingresos devengados', collected: 'Percibido', receivable: 'Por percibir', percentage: 'Porcentaje',
}
export const fieldChoices: readonly { value: Field; title: string }[] = (Object.keys(fieldTitles) as Field[]).map((value) => ({ value, title: fieldTitles[value] }))
export const phaseText = (phase: string): string => (Object.hasOwn(fieldTitles, phase) ? fieldTitles[phase as Field] : phase)
