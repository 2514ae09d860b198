/** What people write for each concept, folded (no accents, small letters). The longest phrase that is in the question wins. */
export type ConceptKey = 'population' | 'census-2024' | 'census-2017' | 'poverty' | 'income-poverty' | 'police' | 'fonasa' | 'growth' | 'ageing' | 'dependency' | 'masculinity' | 'own-income' | 'fcm'
export const conceptWords: Readonly<Record<ConceptKey, readonly string[]>> = {
  population: ['poblacion', 'habitantes', 'personas', 'gente', 'viven', 'vive', 'residentes', 'pobladores', 'cuantos somos'],
  'census-2024': ['censo 2024', 'censo de 2024', 'censo del 2024', 'ultimo censo'], 'census-2017': ['censo 2017', 'censo de 2017', 'censo del 2017'],
  poverty: ['pobreza multidimensional', 'pobres multidimensionales', 'pobreza'], 'income-poverty': ['pobreza por ingresos', 'pobreza de ingresos', 'pobreza extrema'],
  police: ['casos policiales', 'delitos', 'delincuencia', 'denuncias'], fonasa: ['fonasa'], growth: ['crecimiento', 'crece', 'crecio', 'tasa de crecimiento'],
  ageing: ['envejecimiento', 'indice de envejecimiento'], dependency: ['razon de dependencia', 'dependencia demografica', 'indice de dependencia'], masculinity: ['masculinidad', 'hombres por mujer'],
  'own-income': ['ingresos propios', 'ipp'], fcm: ['fondo comun municipal', 'fcm', 'dependencia del fondo comun'],
}
/** Indicators that answer a concept as they are shown on the board. */
export const indicatorOfConcept: Readonly<Partial<Record<ConceptKey, string>>> = { poverty: 'pobreza-multidimensional', police: 'casos-policiales', fonasa: 'fonasa-a-b', growth: 'crecimiento', ageing: 'envejecimiento', dependency: 'dependencia', masculinity: 'masculinidad', 'own-income': 'ingresos-propios', fcm: 'dependencia-fcm' }

export type AgeWords = { readonly words: readonly string[]; readonly from: number; readonly to: number | null; readonly title: string; readonly note: string }
/** Groups of age by name. «Adulto mayor» begins at 60 by law; the ageing index counts from 65. */
export const ageWords: readonly AgeWords[] = [
  { words: ['adultos mayores', 'adulto mayor', 'adultas mayores', 'personas mayores', 'persona mayor', 'tercera edad', 'ancianos', 'viejos'], from: 60, to: null, title: 'de 60 años y más', note: 'Persona mayor es quien cumplió 60 años (Ley 19.828, artículo 1).' },
  { words: ['ninos y ninas', 'ninas y ninos', 'ninos', 'ninas', 'infancia', 'ninez'], from: 0, to: 13, title: 'de 0 a 13 años', note: 'Niño o niña es quien no ha cumplido 14 años (Código Civil, artículo 26, y Ley 16.618).' },
  { words: ['adolescentes', 'adolescencia'], from: 14, to: 17, title: 'de 14 a 17 años', note: 'Adolescente es quien cumplió 14 y no 18 años.' },
  { words: ['menores de edad', 'menores de 18'], from: 0, to: 17, title: 'menores de 18 años', note: '' },
  { words: ['jovenes', 'juventud'], from: 15, to: 29, title: 'de 15 a 29 años', note: 'Jóvenes de 15 a 29 años, como los cuenta INJUV.' },
]
export const sexWords: Readonly<Record<'H' | 'M', readonly string[]>> = { H: ['hombres', 'hombre', 'varones', 'masculina'], M: ['mujeres', 'mujer', 'femenina', 'ninas'] }
/** What is asked for in a way that no table gives: forecasts, opinions, names. */
export const beyond: readonly { readonly words: readonly string[]; readonly why: string }[] = [
  { words: ['quien es', 'quienes son', 'nombre de', 'nombres de', 'rut', 'direccion de', 'telefono'], why: 'Los datos de estadística no nombran a personas (Ley 17.374, artículo 29).' },
  { words: ['por que', 'porque'], why: 'Las tablas dicen cuánto, no por qué.' },
]
