import { describe, expect, test } from 'vitest'
import type { Day } from '#kernel'
import { stages } from '../contract.ts'
import { checkStageChange, nextStages } from './stage.ts'

const today = '2026-07-22' as Day
const since = '2026-01-01' as Day

describe('las etapas', () => {
  test('cada par se acepta o se rechaza según la tabla, y el rechazo dice a dónde se puede ir', () => {
    for (const from of stages) for (const to of stages) {
      const change = () => checkStageChange({ stage: from, since }, { stage: to, on: today }, today)
      if (nextStages[from].includes(to)) expect(change).not.toThrow()
      else expect(change).toThrow(/no sigue/)
    }
  })
  test('el camino entero de una obra con licitación existe', () => {
    const path = ['idea', 'profile', 'analysis', 'recommended', 'funded', 'tender', 'awarded', 'execution', 'received', 'accepted', 'operation'] as const
    for (const [index, from] of path.entries()) { const to = path[index + 1]; if (to) expect(nextStages[from]).toContain(to) }
  })
  test('no se salta de la idea a la obra, ni se vuelve de la operación', () => {
    expect(nextStages.idea).not.toContain('execution')
    expect(nextStages.operation).toEqual([])
  })
  test('toda etapa se alcanza desde la idea', () => {
    const reached = new Set(['idea'])
    for (let turn = 0; turn < stages.length; turn += 1) for (const from of stages) if (reached.has(from)) for (const to of nextStages[from]) reached.add(to)
    expect([...reached].sort()).toEqual([...stages].sort())
  })
  test('los cambios van en orden y no en el futuro', () => {
    expect(() => checkStageChange({ stage: 'idea', since }, { stage: 'profile', on: '2025-12-31' as Day }, today)).toThrow(/anterior/)
    expect(() => checkStageChange({ stage: 'idea', since }, { stage: 'profile', on: '2026-07-23' as Day }, today)).toThrow(/aún no llega/)
  })
})
