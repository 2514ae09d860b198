import { expect, test } from 'vitest'
import type { Block } from '#kernel'
import { blocksOf, chapterParts, uniqueIds } from './chapter-parts.ts'

const heading = (id: string, level: 1 | 2, text: string): Block => ({ type: 'heading', id, level, content: [{ type: 'text', text }] })
const paragraph = (id: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text: id }] })
const chapter = { key: 'budget', title: 'Ejecución del presupuesto' }
const section = (key: string, title: string, blocks: readonly Block[] = [paragraph(`${key}-1`)], beside?: string) => ({ key, title, blocks, ...(beside ? { beside } : {}) })
const ids = (parts: ReturnType<typeof chapterParts>, sections: readonly { key: string; blocks: readonly Block[] }[]) => blocksOf(parts, new Map(sections.map(({ key, blocks }) => [key, blocks]))).map(({ id }) => id)

test('each section follows the heading that names it: by id given, by its key in the id, or by the same title', () => {
  const sections = [section('income', 'Ingresos'), section('debt', 'Deuda', undefined, 'presupuesto-deuda'), section('areas', 'Gasto por área')]
  const computed = [heading('h1', 1, 'Ejecución del presupuesto'), heading('x-income', 2, 'Lo percibido'), paragraph('c1'), heading('presupuesto-deuda', 2, 'Deuda exigible'), paragraph('c2'), heading('z', 2, 'GASTO POR ÁREA'), paragraph('c3')]
  expect(ids(chapterParts(chapter, computed, sections), sections)).toEqual(['chapter-budget', 'x-income', 'income-1', 'c1', 'presupuesto-deuda', 'debt-1', 'c2', 'z', 'areas-1', 'c3'])
})
test('the only section opens the chapter; a section nobody names goes last under its own heading, and without text leaves none', () => {
  const only = [section('plan', 'Plan')]
  expect(ids(chapterParts({ key: 'plan', title: 'Plan' }, [paragraph('c')], only), only)).toEqual(['chapter-plan', 'plan-1', 'c'])
  const two = [section('one', 'Uno'), section('two', 'Dos', [])]
  expect(ids(chapterParts(chapter, [paragraph('c')], two), two)).toEqual(['chapter-budget', 'c', 'section-one', 'one-1'])
})
test('ids repeated across chapters become different and the rest stay', () => {
  expect(uniqueIds([paragraph('a'), paragraph('b'), paragraph('a'), paragraph('a')]).map(({ id }) => id)).toEqual(['a', 'b', 'a.2', 'a.3'])
})
