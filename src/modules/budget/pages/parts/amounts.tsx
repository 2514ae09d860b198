import { type FigureValue, formatNumber } from '#kernel'
import { FigureButton, Segmented, useAddressParam } from '#design'
import './budget.css'

/** Pesos or thousands of pesos, for every table of the page; in the address (`unidad`). Values never change, only how they are written. */
export const useUnit = () => {
  const [text, change] = useAddressParam('unidad', 'miles')
  const thousands = text !== 'pesos'
  return {
    thousands, subtitle: thousands ? 'M$ nominales' : 'pesos nominales', change,
    write: (amount: number): string => (thousands ? formatNumber(Math.sign(amount) * Math.round(Math.abs(amount) / 1000)) : formatNumber(amount)),
  }
}
export type Unit = ReturnType<typeof useUnit>
export const roundingNote = 'Cada monto se redondea a miles por separado; los totales se suman en pesos y pueden diferir en M$ 1 de la suma de lo que se ve.'

export const UnitChoice = ({ unit }: { unit: Unit }) => (
  <span className="no-print"><Segmented label="Unidad de los montos" value={unit.thousands ? 'miles' : 'pesos'} choices={[{ value: 'miles', title: 'M$' }, { value: 'pesos', title: 'Pesos' }]} onChange={unit.change} /></span>
)

/** A figure inside a table: without its unit, which stands in the caption. */
export const FigureCell = ({ figure, unit }: { figure: FigureValue; unit: Unit }) =>
  <span className="figure-cell"><FigureButton figure={figure.value === null || figure.unit !== 'CLP' ? figure : { ...figure, text: unit.write(figure.value) }} /></span>
