import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '#platform/files'
import { readCsv } from '#platform/law'
import { loadCommunes } from '#platform/reference'
import type { CodeLists, ListCode } from '../model/code-list.ts'

const COUNTRY = '00'
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  '06': ["O'Higgins", "Libertador Gral. Bernardo O'Higgins", "Libertador Bernardo O'Higgins"], '11': ['Aysén', 'Aysén del Gral. Carlos Ibáñez del Campo'], '12': ['Magallanes', 'Magallanes y la Antártica Chilena', 'Magallanes y Antártica Chilena'], '13': ['Metropolitana'], '08': ['Bío-Bío', 'Bío Bío'], '15': ['Arica Parinacota'],
}
const named = (code: string, label: string): readonly string[] => [label, ...(OTHER_NAMES[code] ?? [])]
const regionAliases = (code: string, label: string): string[] => named(code, label).flatMap((name) => [name, `Región ${name}`, `Región de ${name}`, `Región del ${name}`, `Región de la ${name}`])

/** The CUT as a recipe needs it: communes under their province's region, names only as aliases. */
const cut = (): readonly ListCode[] => {
  const communes = loadCommunes()
  const regions = new Map(communes.map(({ regionCode, region }) => [regionCode, region]))
  return [
    { code: COUNTRY, label: 'Chile', level: 'country', aliases: ['País', 'Total país', 'Total nacional', 'Nacional'] },
    ...[...regions].map(([code, label]): ListCode => ({ code, label, level: 'region', parent: COUNTRY, aliases: regionAliases(code, label) })),
    ...communes.map(({ code, name, regionCode }): ListCode => ({ code, label: name, level: 'commune', parent: regionCode, aliases: OTHER_NAMES[code] ?? [] })),
  ]
}
const sinimVariables = (): readonly ListCode[] => {
  const file = 'assets/statistics/lists/sinim-variables.csv'
  return readCsv(readFileSync(join(packageRoot(), file), 'utf8'), file).map((row) => ({
    code: row['variable_id'] ?? '', label: row['nombre'] ?? '', aliases: [row['codigo'] ?? ''].filter(Boolean),
    note: [`Unidad: ${row['unidad'] ?? ''}.`, row['area'], row['subarea'], row['descripcion']].filter(Boolean).join(' · ').slice(0, 1500),
  }))
}
let known: CodeLists | undefined
/** Lists that the shipped recipes ask for. */
export const recipeLists = (): CodeLists => (known ??= { cut: cut(), sinim_variable: sinimVariables() })
