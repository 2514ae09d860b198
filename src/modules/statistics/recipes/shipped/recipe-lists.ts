import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { readCsv } from '#platform/law'
import { shippedLists } from '../../code-lists/shipped-lists.ts'
import type { CodeLists, ListCode } from '../model/code-list.ts'

const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  '06': ["O'Higgins", "Libertador Gral. Bernardo O'Higgins", "Libertador Bernardo O'Higgins"], '11': ['Aysén', 'Aysén del Gral. Carlos Ibáñez del Campo'], '12': ['Magallanes', 'Magallanes y la Antártica Chilena', 'Magallanes y Antártica Chilena'], '13': ['Metropolitana'], '08': ['Bío-Bío', 'Bío Bío'], '15': ['Arica Parinacota'],
}
const named = (code: string, label: string): readonly string[] => [label, ...(OTHER_NAMES[code] ?? [])]
const regionAliases = (code: string, label: string): string[] => named(code, label).flatMap((name) => [name, `Región ${name}`, `Región de ${name}`, `Región del ${name}`, `Región de la ${name}`])

/** The lists of the store as a recipe asks for them: names only as aliases, and of a code that is no longer in force only its number. */
const stored = (): CodeLists =>
  Object.fromEntries(shippedLists().map(({ key, codes }) => [key, codes.map(({ code, label, level, parent, aliases, note, validUntil }): ListCode => ({
    code, label, aliases: key === 'cut' && level === 'region' ? [...aliases, ...regionAliases(code, label)] : aliases, former: validUntil !== null, ...(level ? { level } : {}), ...(parent ? { parent } : {}), ...(note && key !== 'cut' ? { note } : {}),
  }))]))
const sinimVariables = (): readonly ListCode[] => {
  const file = 'assets/statistics/lists/sinim-variables.csv'
  return readCsv(readFileSync(join(packageRoot(), file), 'utf8'), file).map((row) => ({
    code: row['variable_id'] ?? '', label: row['nombre'] ?? '', aliases: [row['codigo'] ?? ''].filter(Boolean),
    note: [`Unidad: ${row['unidad'] ?? ''}.`, row['area'], row['subarea'], row['descripcion']].filter(Boolean).join(' · ').slice(0, 1500),
  }))
}
let known: CodeLists | undefined
/** Lists that the shipped recipes ask for. */
export const recipeLists = (): CodeLists => (known ??= { ...stored(), sinim_variable: sinimVariables() })
