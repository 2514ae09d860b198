import type { Day, Law } from '#kernel'
import { bipWrong } from '../problems.ts'

/** A BIP code as it is written, or null when there is none yet. Throws when the shape is not the one of the bank (`investment/bip-code-pattern`). */
export const readBip = (text: string, law: Law, on: Day): string | null => {
  if (text === '') return null
  if (new RegExp(`^${law.text('investment/bip-code-pattern', on)}$`).test(text)) return text
  throw bipWrong({ text }, { errors: [{ pointer: '/bip', message: 'Ocho dígitos, un guion y un dígito, como 40031207-0' }] })
}
