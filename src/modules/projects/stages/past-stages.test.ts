import { expect, test } from 'vitest'
import type { Day } from '#kernel'
import { pastStages } from './past-stages.ts'

const on = '2025-01-01' as Day
const day = (text: string) => text as Day
const told = (...given: Parameters<typeof pastStages>) => pastStages(...given).map(({ stage, on: date }) => `${stage} ${date}`)

test('con contrato: se licitaba, se ejecuta, se recibe', () => {
  const contract = { from: day('2025-07-01') }
  expect(told({ stage: 'execution', contract }, on)).toEqual(['tender 2025-01-01', 'execution 2025-07-01'])
  expect(told({ stage: 'received', contract, documents: [{ title: 'Acta', kind: 'reception', date: day('2025-12-31') }] }, on)).toEqual(['tender 2025-01-01', 'execution 2025-07-01', 'received 2025-12-31'])
  expect(told({ stage: 'execution', contract: { from: day('2024-06-01') } }, on)).toEqual(['execution 2024-06-01'])
})
test('sin contrato: la etapa presente, o la que su papel fecha', () => {
  expect(told({ stage: 'analysis' }, on)).toEqual(['analysis 2025-01-01'])
  expect(told({ stage: 'withdrawn', documents: [{ title: 'Oficio', kind: 'letter', date: day('2026-05-06') }] }, on)).toEqual(['profile 2025-01-01', 'withdrawn 2026-05-06'])
  expect(told({ stage: 'tender', documents: [{ title: 'Bases', kind: 'tender', date: day('2026-05-25') }] }, on)).toEqual(['profile 2025-01-01', 'tender 2026-05-25'])
})
