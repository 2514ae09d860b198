import { readRut } from '#kernel'
import { rutWrong } from './problems.ts'

/** The canonical RUT of what a person wrote, or null when the field is empty; throws `rutWrong` at the field. */
export const optionalRut = (text: string): string | null => {
  if (text === '') return null
  const rut = readRut(text)
  if (!rut) throw rutWrong({ text }, { errors: [{ pointer: '/rut', message: 'El dígito verificador no corresponde o sobran caracteres' }] })
  return rut
}
