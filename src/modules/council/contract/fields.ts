import { type Day, isDay } from '#kernel'
import { z } from 'zod'

export const uuid = z.uuid('El identificador no es válido')
export const dayField = z.string().refine(isDay, 'Escriba un día que exista').transform((text) => text as Day)
export const version = z.number().int().min(0)
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/, 'No es un archivo subido').nullable().default(null)
export const reason = (least = 5) => z.string().trim().min(least, 'Explique en una frase por qué').max(500)
/** A record of another module, as the thread names it. */
export const RecordField = z.object({ kind: z.string().min(2).max(60), id: z.string().min(1).max(120), title: z.string().trim().max(300).default(''), href: z.string().max(300).regex(/^\/(?!\/)/, 'La dirección debe ser de este sistema').default('/') })
export type RecordTie = z.output<typeof RecordField>
export type UnitBrief = { readonly id: string; readonly code: string; readonly name: string }
export type PersonBrief = { readonly id: string; readonly name: string; readonly title: string }
/** A rule printed beside what it decides. */
export type LawLine = { readonly norm: string; readonly article: string; readonly confidence: string; readonly note?: string }
