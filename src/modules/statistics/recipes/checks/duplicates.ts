import type { FindingBook } from '../run/findings.ts'
import { type Gathered, keyOf } from '../run/gathered.ts'

/** Two rows with the same codes: which one counts is not ours to choose. */
export const checkDuplicates = ({ dimensions, places, size }: Gathered, findings: FindingBook): void => {
  const columns = [...dimensions.values()]
  const seen = new Map<string, number>()
  for (let row = 0; row < size(); row++) {
    const key = keyOf(columns, row)
    const before = seen.get(key)
    if (before === undefined) { seen.set(key, row); continue }
    const codes = [...dimensions].map(([name, column]) => `${name} ${column[row]}`).join(', ')
    findings.add('clave repetida', 'stops', places[row] ?? {}, `Se repite ${codes}: ya estaba en la fila ${(places[before]?.row ?? 0) + 1}.`, 'Quite la fila repetida del archivo, o agregue a la receta la columna que las distingue. Si cada fila es un acto o una persona, la receta es de «registros».')
  }
}
