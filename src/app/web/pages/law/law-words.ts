import { type Day, enumerate, formatDay, formatNumber, formatPercent, isDay } from '#kernel'

type Row = Readonly<Record<string, unknown>>
/** One and many of each unit a legal value is counted in. */
const units: Readonly<Record<string, readonly [string, string]>> = {
  months: ['mes', 'meses'], days: ['día', 'días'], 'calendar-days': ['día corrido', 'días corridos'], 'working-days': ['día hábil', 'días hábiles'], 'business-days': ['día hábil', 'días hábiles'],
  years: ['año', 'años'], 'budget-years': ['año presupuestario', 'años presupuestarios'], hours: ['hora', 'horas'], people: ['persona', 'personas'], metres: ['metro', 'metros'], degree: ['grado', 'grados'],
  'percent-points': ['punto porcentual', 'puntos porcentuales'],
}
/** «1 día», «10 días hábiles», «5.000 UTM». The unit nobody named is written as it is. */
export const countedText = (value: number, unit: string): string => {
  const number = formatNumber(value, Number.isInteger(value) ? 0 : 2)
  const words = units[unit]
  return words ? `${number} ${words[Math.abs(value) === 1 ? 0 : 1]}` : number
}
const words: Readonly<Record<string, string>> = {
  'business-days': 'días hábiles', 'calendar-days': 'días corridos', 'two-thirds': 'dos tercios de los concejales en ejercicio', 'absolute-majority': 'mayoría absoluta del Concejo',
}
const MONTHS = ['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre', 'octubre', 'noviembre', 'diciembre'] as const
/** «10-07» as «7 de octubre». */
export const monthDayText = (text: string): string => `${Number(text.slice(3, 5))} de ${MONTHS[Number(text.slice(0, 2)) - 1] ?? text}`

/** A form of code in words: `[0-9]{8}-[0-9]` is «8 dígitos, guion y 1 dígito». */
export const patternText = (pattern: string): string => {
  const parts = pattern.match(/\[0-9\](?:\{\d+\})?|-|./g) ?? []
  return enumerate(parts.map((part) => {
    const size = /\{(\d+)\}/.exec(part)?.[1] ?? '1'
    return part === '-' ? 'guion' : part.startsWith('[0-9]') ? `${size} ${size === '1' ? 'dígito' : 'dígitos'}` : `«${part}»`
  }))
}
/** A text value as it is said: a date, a day of the year, an hour, a form of code, a named choice. */
export const saidText = (text: string, unit: string): string =>
  isDay(text) ? formatDay(text as Day) : unit === 'month-day' ? monthDayText(text) : unit === 'hour' ? `${text} horas` : unit === 'pattern' ? patternText(text) : (words[text] ?? text)

const offsetText = (row: Row): string => {
  const [offset, unit] = [row['offset'], row['unit']]
  return typeof offset === 'number' ? countedText(Math.abs(offset), typeof unit === 'string' ? unit : 'days') : ''
}
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const days = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string').map(monthDayText) : [])
/** When a duty falls due, in words. */
const dutyText = (row: Row): string => {
  const offset = offsetText(row)
  switch (row['trigger']) {
    case 'date': return saidText(textOf(row['date']), 'date')
    case 'year-date': return `cada ${monthDayText(textOf(row['day']))}`
    case 'year-dates': return `cada ${enumerate(days(row['days']))}`
    case 'after-month': return `${offset} después de cada mes`
    case 'after-quarter': return `${offset} después de cada trimestre`
    case 'after-half-year': return `cada ${enumerate([row['firstHalfDay'], row['secondHalfDay']].map(textOf).filter(Boolean).map(monthDayText))}`
    case 'frequency': return `${countedText(Number(row['timesPerYear']), '')} veces al año`
    case 'renewal': return `cada ${offset}`
    case 'event': return Number(row['offset']) < 0 ? `${offset} antes del hecho` : `${offset} desde el hecho`
    case 'permanent': return 'siempre'
    case 'on-change': return 'cuando algo cambia'
    default: return 'cuando se instruya'
  }
}
const WEEKDAYS = ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'] as const
const holidayText = (row: Row): string => {
  const date = textOf(row['date'])
  switch (row['rule']) {
    case 'fixed': return monthDayText(date)
    case 'easter': return `${countedText(Math.abs(Number(row['offset'])), 'days')} antes de Pascua`
    case 'monday': return `lunes más cercano al ${monthDayText(date)}`
    case 'when-weekday': return `${monthDayText(date)}, si es ${enumerate((Array.isArray(row['weekdays']) ? row['weekdays'] : []).map((one) => WEEKDAYS[Number(one)] ?? '')).replace(' y ', ' o ')}`
    case 'reformation': return `${monthDayText(date)}, o el viernes vecino`
    default: return `${countedText(Array.isArray(row['days']) ? row['days'].length : 0, '')} fechas fijadas por ley`
  }
}
/** A record said in one line when it is a duty or a holiday; undefined for the others, which are shown part by part. */
export const recordText = (row: Row, unit: string): string | undefined => (unit === 'duty' ? dutyText(row) : unit === 'holiday' ? holidayText(row) : undefined)

const keys: Readonly<Record<string, string>> = {
  low: 'mínimo', high: 'máximo', minimum: 'mínimo', maximum: 'máximo', green: 'verde desde', yellow: 'amarillo desde', advanceCap: 'tope de avance', start: 'desde', end: 'hasta', days: 'días', complexDays: 'días si es complejo',
  months: 'meses', maximumMonths: 'meses como máximo', minimumYears: 'años como mínimo', maximumYears: 'años como máximo', claim: 'para reclamar', answer: 'para responder', court: 'ante la Corte', afterComplaint: 'desde la denuncia',
  parentsUnder: 'con autorización de los padres, menores de', sensitiveParentsUnder: 'datos sensibles, menores de', earlyAlertHours: 'horas para la alerta temprana', secondReportHours: 'horas para el segundo informe', secondReportVitalHours: 'horas si es servicio vital', finalReportDays: 'días para el informe final',
  dominance: 'dominancia (casos, %)', pPercent: 'regla p %', minimumCases: 'casos mínimos', minimumEffective: 'tamaño efectivo mínimo', minimumUnweighted: 'casos sin ponderar', degreesOfFreedom: 'grados de libertad', maximumCv: 'coeficiente de variación máximo', maximumLogCv: 'coeficiente logarítmico máximo',
  exponentNumerator: 'exponente, numerador', exponentDenominator: 'exponente, denominador', divisor: 'divisor', pivot: 'pivote', densityFactor: 'factor de densidad', densityDivisor: 'divisor de densidad', densityCap: 'densidad tope', maximumPercent: 'máximo %',
  personnel: 'Personal', permanentStaff: 'Personal de planta', contractStaff: 'Personal a contrata', feesLumpSum: 'Honorarios a suma alzada', communityProgrammes: 'Programas comunitarios', grants: 'Subvenciones',
  minUtm: 'desde UTM', maxUtm: 'hasta UTM', minimumDays: 'días mínimos', reducedDays: 'días reducidos', weight: 'peso', margin: 'margen', degrees: 'grados', owner: 'a cargo', actor: 'a cargo', term: 'plazo', content: 'contenido', approach: 'método', indicator: 'indicador', formula: 'fórmula', next: 'sigue', output: 'resultado', communes: 'comunas', digits: 'dígitos', source: 'fuente', performanceGuarantee: 'garantía de cumplimiento', date: 'fecha', upTo: 'hasta electores', seats: 'concejales',
}
const HIDDEN = new Set(['code', 'key', 'order', 'kind', 'confidence', 'unit', 'title', 'rule', 'level', 'norm'])
const shareKeys = new Set(['share', 'margin', 'low', 'high', 'green', 'yellow', 'advanceCap', 'maximumCv', 'maximumLogCv'])
/** A key of the program inside a row (a letter, «bud-01»): it says nothing to a reader. */
const isCode = (text: string): boolean => text.length <= 2 || /^[a-z]+(-[a-z0-9]+)+$/.test(text)
const partText = (key: string, value: unknown, unit: unknown): string =>
  typeof value === 'number' ? (shareKeys.has(key) || (/^(min|max)imum$/.test(key) && value < 1 && value > 0) ? formatPercent(value, 1) : countedText(value, typeof unit === 'string' && key !== 'order' ? unit : ''))
    : typeof value === 'boolean' ? (value ? 'sí' : 'no') : Array.isArray(value) ? value.flatMap((one) => (typeof one === 'number' ? [formatNumber(one)] : typeof one === 'string' && !isCode(one) ? [one] : [])).join(', ') : typeof value === 'string' ? saidText(value, key === 'date' && /^\d\d-\d\d$/.test(value) ? 'month-day' : '') : ''

/** A row of a table or a record as name and parts, without the codes the program uses. */
export const rowText = (row: Row): { readonly name: string; readonly parts: readonly string[] } => ({
  name: textOf(row['title']) || textOf(row['rule']) || '',
  parts: Object.entries(row).filter(([key, value]) => !HIDDEN.has(key) && value !== null && value !== '').map(([key, value]) => {
    const text = partText(key, value, row['unit'])
    return text === '' || (!keys[key] && isCode(text)) ? '' : keys[key] ? `${keys[key]}: ${text}` : text
  }).filter(Boolean),
})
