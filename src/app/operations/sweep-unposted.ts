import { type SweepAnswer, sweepUnposted } from '#budget'
import { counted, formatNumber } from '#kernel'
import { communesInstalled } from '#registry'
import type { System } from '../system.ts'
import type { Finding } from './finding.ts'

const said = (name: string, answer: SweepAnswer): Finding => {
  if (answer === 'busy') return { state: 'aviso', what: `${name}: hay trabajos en curso, no se borró lo que dejaron cargas interrumpidas`, remedy: 'Repita cuando la cola esté vacía.' }
  const rows = answer.movements + answer.lines
  return { state: 'bien', what: `${name}: ${rows === 0 ? 'ninguna carga interrumpida dejó filas' : `se borraron ${counted(rows, 'fila', 'filas')} de cargas interrumpidas (${formatNumber(answer.movements)} de movimientos)`}${answer.loads > 0 ? `; ${counted(answer.loads, 'carga detenida', 'cargas detenidas')}` : ''}` }
}

/**
 * Erases what loads killed half way left, commune by commune. The lock of the folder says that whoever holds the embedded engine is alone;
 * call it before the jobs begin.
 */
export const sweepSystem = async (system: System): Promise<Finding[]> => {
  const findings: Finding[] = []
  for (const { commune, name } of await system.database.asOwner((tx) => communesInstalled(tx))) findings.push(said(name, await sweepUnposted(system.database, commune, { alone: system.engine.kind === 'embedded' })))
  return findings
}
