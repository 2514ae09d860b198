import { loadCommunes } from '#platform/reference'

/** What a commune is set beside. Codes are those of the CUT: province and region are the first figures of the commune's. */
export type Around = { readonly home: string; readonly similar: readonly string[]; readonly province: string; readonly region: string; readonly country: string; readonly siblings: readonly string[]; readonly similarMethod: string }
export const COUNTRY = '00'

/** The communes of the same rural or urban class and nearest in population (Censo 2024), by the ratio between both: half counts as double. Ties by code. */
export const similarCommunes = (home: string, count: number): readonly string[] => {
  const communes = loadCommunes()
  const own = communes.find(({ code }) => code === home)
  if (!own?.census2024) return []
  const size = own.census2024
  const far = (people: number): number => Math.abs(Math.log(people / size))
  return communes.flatMap(({ code, census2024, ruralClass }) => (code !== home && census2024 && ruralClass === own.ruralClass ? [{ code, far: far(census2024) }] : [])).sort((a, b) => a.far - b.far || (a.code < b.code ? -1 : 1)).slice(0, count).map(({ code }) => code)
}
export const communeName = (code: string): string => loadCommunes().find((one) => one.code === code)?.name ?? code

/** Everything a commune is compared with. */
export const aroundOf = (home: string, similarCount: number): Around => {
  const own = loadCommunes().find(({ code }) => code === home)
  const similar = similarCommunes(home, similarCount)
  return {
    home, similar, province: own?.provinceCode ?? home.slice(0, 3), region: own?.regionCode ?? home.slice(0, 2), country: COUNTRY,
    siblings: loadCommunes().filter(({ regionCode, code }) => regionCode === own?.regionCode && code !== home).map(({ code }) => code),
    similarMethod: similar.length > 0 ? `Mediana de ${similar.length} comunas de clase ${own?.ruralClass?.toLowerCase() ?? 'sin clasificar'} (PNDR) con población más cercana (Censo 2024): ${similar.map(communeName).join(', ')}.` : '',
  }
}
export const placeName = (code: string): string => (code === COUNTRY ? 'Chile' : code.length === 5 ? communeName(code) : (loadCommunes().find(({ regionCode, provinceCode }) => code === (code.length === 2 ? regionCode : provinceCode))?.[code.length === 2 ? 'region' : 'province'] ?? code))
