import { hash, verify } from '@node-rs/argon2'
import { randomInt } from 'node:crypto'

/** Argon2id (the library's default kind) with the OWASP minimum: 19 MiB, 2 passes, 1 lane; about 20 ms. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password, options)

/** False for a wrong password and for a damaged hash alike. */
export const passwordMatches = async (stored: string, password: string): Promise<boolean> => {
  try {
    return await verify(stored, password)
  } catch {
    return false
  }
}

const COMMON = ['contraseña', 'password', '12345678', 'qwertyui', 'municipalidad', 'secplan', 'loncoche', 'chile2026']
/** Why a password is refused, in Spanish; undefined when it serves. Long rather than odd (NIST 800-63B). */
export const weakPassword = (password: string, personal: readonly string[] = []): string | undefined => {
  if (password.length < 12) return 'Use al menos 12 caracteres; una frase corta sirve.'
  if (password.length > 200) return 'Use 200 caracteres o menos.'
  const lower = password.toLowerCase()
  if (COMMON.some((word) => lower === word || lower.replace(/[\d!.*]+$/, '') === word)) return 'Es una de las contraseñas más usadas; elija otra.'
  if (personal.some((word) => word.length > 3 && lower.includes(word.toLowerCase()))) return 'No use su nombre, su correo ni su RUT.'
  if (new Set(password).size < 6) return 'Repite demasiado los mismos caracteres.'
  return undefined
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** A temporary password to hand over once (recovery by command line): four groups of four. */
export const temporaryPassword = (): string => Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('')).join('-')
