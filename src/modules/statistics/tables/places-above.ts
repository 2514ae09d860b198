import { loadCommunes } from '#platform/reference'
import type { Code, Dimension } from '../model/structure.ts'

export const COUNTRY: Code = { code: 'CL', label: 'Chile', level: 'country' }
let known: readonly Code[] | undefined
/** Chile, its regions and provinces, and which province each commune is in (SUBDERE's codes). */
const territory = (): readonly Code[] => (known ??= [
  COUNTRY,
  ...new Map(loadCommunes().map((one): [string, Code] => [one.regionCode, { code: one.regionCode, label: one.region, parent: COUNTRY.code, level: 'region' }])).values(),
  ...new Map(loadCommunes().map((one): [string, Code] => [one.provinceCode, { code: one.provinceCode, label: one.province, parent: one.regionCode, level: 'province' }])).values(),
  ...loadCommunes().map((one): Code => ({ code: one.code, label: one.name, parent: one.provinceCode, level: 'commune' })),
])
let communes: ReadonlySet<string> | undefined
const isCommune = (code: string): boolean => (communes ??= new Set(loadCommunes().map((one) => one.code))).has(code)

/** What stands above the communes of a dimension, so that any list of communes can be gathered by province, region or the whole country. */
export const placesAbove = ({ role, codes }: Dimension): readonly Code[] => {
  if (role !== 'place' || !codes.some(({ code }) => isCommune(code))) return []
  const own = new Set(codes.map(({ code }) => code))
  // A commune the data does not have is not a part that is missing: it is not in the list at all.
  return territory().filter(({ code, level }) => level !== 'commune' || own.has(code))
}
