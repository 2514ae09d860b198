import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../files/package-root.ts'
import { readCsv } from '../law/csv.ts'

export type Commune = {
  /** CUT of SUBDERE, five characters with its leading zero: `09109`. */
  readonly code: string
  readonly name: string
  readonly regionCode: string
  readonly region: string
  /** SUBDERE's short form of the region. */
  readonly regionShort: string
  readonly provinceCode: string
  readonly province: string
  /** False for Antártica (12202), which the municipality of Cabo de Hornos administers. */
  readonly hasMunicipality: boolean
  /** PNDR class as published; null where ODEPA gives none. */
  readonly ruralClass: 'Urbana' | 'Mixta' | 'Rural' | null
  /** People counted by the census of 2024; null where none is published. */
  readonly census2024: number | null
}

const FILE = 'src/platform/reference/communes.csv'
const ANTARCTICA = '12202'
const ruralClasses = ['Urbana', 'Mixta', 'Rural'] as const

const commune = (row: Record<string, string>): Commune => {
  const code = row['cut_comuna'] ?? ''
  if (!/^\d{5}$/.test(code)) throw new Error(`${FILE}: «${code}» no es un código de comuna`)
  return {
    code, name: row['comuna'] ?? '',
    regionCode: row['cut_region'] ?? '', region: row['region'] ?? '', regionShort: row['abrev_region'] ?? '',
    provinceCode: row['cut_provincia'] ?? '', province: row['provincia'] ?? '',
    hasMunicipality: code !== ANTARCTICA,
    ruralClass: ruralClasses.find((name) => name === row['pndr_tipo']) ?? null,
    census2024: row['poblacion_censo2024'] ? Number(row['poblacion_censo2024']) : null,
  }
}

let known: readonly Commune[] | undefined
/** The 346 communes of Chile. */
export const loadCommunes = (): readonly Commune[] => (known ??= readCsv(readFileSync(join(packageRoot(), FILE), 'utf8'), FILE).map(commune))

/** The 345 communes with a municipality. */
export const loadMunicipalities = (): readonly Commune[] => loadCommunes().filter(({ hasMunicipality }) => hasMunicipality)
