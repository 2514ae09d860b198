import { expect, test } from 'vitest'
import { parseSearch, writeSearch } from './search-text.ts'

test('a period stays a text, not a number', () => expect(parseSearch('?periodo=2026&texto=obras%20viales')).toEqual({ periodo: '2026', texto: 'obras viales' }))
test('empty and foreign values leave no trace', () => expect(writeSearch({ periodo: '2026-1', texto: '', otro: 3 })).toBe('?periodo=2026-1'))
