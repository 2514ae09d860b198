import { expect, test } from 'vitest'
import { withDates } from './use-inner-links.ts'

test('the period and the dates travel with the reader', () => expect(withDates('/rendir', '?periodo=2026-1&conocido=2026-07-13&texto=x')).toBe('/rendir?periodo=2026-1&conocido=2026-07-13'))
test('a link that brings its own period keeps it', () => expect(withDates('/rendir?periodo=2025-2#tabla', '?periodo=2026-1')).toBe('/rendir?periodo=2025-2#tabla'))
