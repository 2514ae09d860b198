import { loadCommunes } from '#platform/reference'
import { fold, has } from './fold.ts'

export type AskedPlace = { readonly code: string; readonly name: string; readonly level: 'commune' | 'province' | 'region' | 'country' }
/** Places a question may mean: none said, some (more than one is asked back), or a name that no list has. */
export type PlacesFound = { readonly places: readonly AskedPlace[]; readonly unknown?: string; readonly rest: string }

const aliases: Readonly<Record<string, string>> = { araucania: '09', 'la araucania': '09', metropolitana: '13', 'region metropolitana': '13', rm: '13', biobio: '08', 'bio bio': '08', ohiggins: '06', magallanes: '12', aysen: '11', aisen: '11' }
type Named = AskedPlace & { readonly folded: string }
let known: readonly Named[] | undefined
const all = (): readonly Named[] => (known ??= [
  ...loadCommunes().map(({ code, name }): Named => ({ code, name, level: 'commune', folded: fold(name) })),
  ...unique(loadCommunes().map(({ provinceCode, province }): Named => ({ code: provinceCode, name: `la provincia de ${province}`, level: 'province', folded: fold(province) }))),
  ...unique(loadCommunes().map(({ regionCode, region }): Named => ({ code: regionCode, name: `la región de ${region}`, level: 'region', folded: fold(region) }))),
])
const unique = (places: readonly Named[]): readonly Named[] => [...new Map(places.map((place) => [place.code, place])).values()]
const plain = ({ code, name, level }: Named): AskedPlace => ({ code, name, level })
const regionNamed = (code: string): AskedPlace | undefined => { const found = all().find((one) => one.code === code); return found && plain(found) }
/** Words before a name that say which height of place is meant. */
const said = (folded: string): AskedPlace['level'] | undefined => (has(folded, 'provincia') ? 'province' : has(folded, 'region') ? 'region' : has(folded, 'comuna') ? 'commune' : undefined)

/** Which places a question names. `home` answers «la comuna», «la región» and «aquí». */
export const placesIn = (question: string, home: string): PlacesFound => {
  const level = said(question)
  const own = loadCommunes().find(({ code }) => code === home)
  const byCode = /\b(\d{5})\b/.exec(question)?.[1]
  if (byCode) { const found = all().find(({ code }) => code === byCode); return found ? { places: [plain(found)], rest: question.replace(byCode, ' ') } : { places: [], unknown: byCode, rest: question } }
  // The longest names first, so that «San Pedro de la Paz» is not «San Pedro».
  const named = all().filter(({ folded }) => question.includes(folded)).sort((a, b) => b.folded.length - a.folded.length)
  const longest = named[0]
  if (longest) {
    const rest = named.filter(({ folded }) => folded !== longest.folded && question.replace(longest.folded, ' ').includes(folded))
    const same = named.filter(({ folded }) => folded === longest.folded)
    const meant = level ? same.filter((one) => one.level === level) : same.some((one) => one.level === 'commune' && one.code === home) ? same.filter(({ code }) => code === home) : same
    return { places: [...(meant.length > 0 ? meant : same), ...rest].map(plain), rest: question.replace(longest.folded, ' ') }
  }
  const alias = Object.keys(aliases).sort((a, b) => b.length - a.length).find((name) => has(question, name))
  const region = alias && regionNamed(aliases[alias] ?? '')
  if (region && alias) return { places: [region], rest: question.replace(fold(alias), ' ') }
  if (has(question, 'chile') || has(question, 'pais')) return { places: [{ code: '00', name: 'Chile', level: 'country' }], rest: question.replace(/ (chile|el pais|pais) /, ' ') }
  const after = / (?:en|de|del) (?:la |el |los |las )?(?!region|comuna|provincia|pais|anos?|edad|mujer|hombre|adult|person|ninos|ninas|jovenes|censo|fonasa|pobreza|delito|caso|ingreso|fondo|poblacion|dependencia|masculinidad|envejecimiento|crecimiento|habitantes|menores|mayores|aqui|que|\d)([a-z]{4,}(?: [a-z]{4,})?) $/.exec(question)?.[1]
  if (after) return { places: [], unknown: after, rest: question }
  if (level === 'region' && own) return { places: [{ code: own.regionCode, name: `la región de ${own.region}`, level: 'region' }], rest: question }
  if (level === 'province' && own) return { places: [{ code: own.provinceCode, name: `la provincia de ${own.province}`, level: 'province' }], rest: question }
  return { places: [{ code: home, name: own?.name ?? home, level: 'commune' }], rest: question }
}
