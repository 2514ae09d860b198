import { expect, test } from 'vitest'
import { day, Problem } from '#kernel'
import { loadLaw } from '#platform/law'
import { demandUndoTerm, undoableUntil } from './undo-term.ts'

const entry = { recorded_at: '2026-03-31T23:30:00-03:00', summary: 'Se cargó el balance de marzo' }
test('se deshace hasta noventa días después del día en que se anotó, en Santiago', () => {
  // April 30, May 31 and 29 of June make the ninety after the 31st of March.
  expect(undoableUntil(loadLaw(), entry.recorded_at)).toBe('2026-06-29')
  expect(() => demandUndoTerm(loadLaw(), entry, day('2026-06-29'))).not.toThrow()
  expect(() => demandUndoTerm(loadLaw(), entry, day('2026-06-30'))).toThrow(Problem)
  try { demandUndoTerm(loadLaw(), entry, day('2026-06-30')) } catch (error) { expect((error as Problem).detail).toBe('«Se cargó el balance de marzo» se podía deshacer durante 90 días, hasta el 29-06-2026.') }
})
