import type { BalanceKind } from './fields.ts'
import type { Cell } from '#platform/spreadsheets'

/** An account of the classifier: `code` without empty levels (215-21-01), `longCode` in the long form (215-21-01-000-000-000). */
export type Account = { readonly code: string; readonly longCode: string; readonly kind: BalanceKind; readonly level: number | string; readonly parent: string | null; readonly name: string }
/** An account of the municipality below the classifier, known from earlier loads or created by decree. */
export type LocalAccount = { readonly longCode: string; readonly name: string }

/** known: in the classifier · local: of the municipality · new: unknown below a known ítem · unknown: not even that. */
export type Standing = 'known' | 'local' | 'new' | 'unknown'
export type AccountReading = {
  readonly is: 'account'
  readonly kind: BalanceKind
  /** 215-21-01-001-000-000 */
  readonly long: string
  /** 1 subtítulo … 5 sub-subasignación. */
  readonly depth: number
  readonly standing: Standing
  /** Nearest account of the classifier or of the municipality. */
  readonly nearest?: { readonly longCode: string; readonly name: string }
  readonly name?: string
  /** Long codes of the upper levels, subtítulo first. */
  readonly ancestors: readonly string[]
}
/** total: the code of everything (215, 00-00-000) · mangled: Excel damaged it · none: no code here. */
export type CodeReading = AccountReading | { readonly is: 'total'; readonly kind?: BalanceKind } | { readonly is: 'mangled' } | { readonly is: 'none' }

export type AccountBook = { readonly read: (cell: Cell, expected?: BalanceKind) => CodeReading; readonly nameOf: (long: string) => string | undefined }

const WIDTHS = [2, 2, 3, 3, 3] as const
const PREFIX: Record<BalanceKind, '115' | '215'> = { income: '115', expenditure: '215' }
const NONE: CodeReading = { is: 'none' }
const MANGLED: CodeReading = { is: 'mangled' }
/** Lengths of an unseparated code without its type: subtítulo, ítem, asignación, subasignación, sub-subasignación. */
const LENGTHS = [2, 4, 7, 10, 13]

type Parsed = { readonly prefix?: '115' | '215'; readonly segments: readonly string[] }
const isPrefix = (text: string | undefined): text is '115' | '215' => text === '115' || text === '215'

/** Gives each segment its width: «1» under asignación is «001», «0011» is «011», and «1234» does not fit. */
const fit = (segments: readonly string[]): string[] | undefined => {
  const fitted = WIDTHS.map((width, index) => {
    const digits = (segments[index] ?? '').replace(/^0+(?=\d)/, '')
    return digits.length > width ? undefined : digits.padStart(width, '0')
  })
  const extra = segments.slice(WIDTHS.length).some((segment) => /[1-9]/.test(segment))
  return extra || fitted.includes(undefined) ? undefined : fitted.map((segment) => segment ?? '')
}

const cut = (digits: string): string[] => {
  const pieces: string[] = []
  let at = 0
  for (const width of WIDTHS) {
    if (at < digits.length) pieces.push(digits.slice(at, at + width))
    at += width
  }
  return at < digits.length ? [...pieces, digits.slice(at)] : pieces
}

/** An unseparated code, with the zero that Excel took from «03…» given back. */
const parseSolid = (digits: string): Parsed | undefined => {
  const rest = digits.slice(3)
  const prefix = digits.slice(0, 3)
  if (isPrefix(prefix) && (rest.length === 0 || LENGTHS.includes(rest.length))) return { prefix, segments: cut(rest) }
  if (LENGTHS.includes(digits.length)) return { segments: cut(digits) }
  return LENGTHS.includes(digits.length + 1) ? { segments: cut(`0${digits}`) } : undefined
}

const parseSeparated = (parts: readonly string[]): Parsed | undefined => {
  const [first = '', ...rest] = parts
  if (isPrefix(first)) return { prefix: first, segments: rest }
  const prefix = first.slice(0, 3)
  if (first.length === 5 && isPrefix(prefix)) return { prefix, segments: [first.slice(3), ...rest] }
  return { segments: parts }
}

const LEADING_CODE = /^(\d[\d.\-/ ]*\d)[\s:\-–]+(?=[^\d\s])/

const parseText = (text: string): Parsed | 'mangled' | undefined => {
  const clean = text.trim().replace(/^'/, '')
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(clean)) return 'mangled'
  const code = /^[\d.\-/_\s]+$/.test(clean) ? clean : LEADING_CODE.exec(clean)?.[1]
  if (code === undefined || !/\d/.test(code)) return undefined
  const parts = code.split(/[.\-/_\s]+/).filter((part) => part !== '')
  return parts.length === 1 ? parseSolid(parts[0] ?? '') : parseSeparated(parts)
}

/** A code that Excel took for a number: 2101001 whole, or 21.01 with a decimal mark (21.1 was «21.10»). */
const parseNumber = (value: number): Parsed | undefined => {
  if (value < 0 || !Number.isFinite(value)) return undefined
  if (Number.isSafeInteger(value)) return parseSolid(String(value))
  const [whole = '', decimals = ''] = String(value).split('.')
  return decimals.length <= 2 ? parseSeparated([whole, decimals.padEnd(2, '0')]) : undefined
}

/** The reader of account codes over a classifier and the accounts of the municipality. Answers are remembered: files repeat codes. */
export const accountBook = (accounts: readonly Account[], local: readonly LocalAccount[] = []): AccountBook => {
  const national = new Map(accounts.map((account) => [account.longCode, account]))
  const own = new Map(local.map((account) => [account.longCode, account]))
  const withItems = new Set(accounts.filter(({ longCode }) => !longCode.slice(7).startsWith('00')).map(({ longCode }) => longCode.slice(0, 6)))
  const known = (long: string): { longCode: string; name: string } | undefined => own.get(long) ?? national.get(long)

  const kindOf = (prefix: Parsed['prefix'], subtitle: string, expected?: BalanceKind): BalanceKind | undefined => {
    if (prefix) return prefix === '115' ? 'income' : 'expenditure'
    const exists = (kind: BalanceKind): boolean => national.has(`${PREFIX[kind]}-${subtitle}-00-000-000-000`)
    if (expected && exists(expected)) return expected
    return exists('expenditure') ? 'expenditure' : exists('income') ? 'income' : expected
  }
  const resolve = (parsed: Parsed, expected?: BalanceKind): CodeReading => {
    const segments = fit(parsed.segments)
    if (!segments) return NONE
    const depth = segments.findLastIndex((segment) => /[1-9]/.test(segment)) + 1
    if (depth === 0) return { is: 'total', kind: parsed.prefix && kindOf(parsed.prefix, '') }
    const kind = kindOf(parsed.prefix, segments[0] ?? '', expected)
    if (!kind || segments[0] === '00') return NONE
    const at = (level: number): string => [PREFIX[kind], ...segments.map((segment, index) => (index < level ? segment : '0'.repeat(segment.length)))].join('-')
    const long = at(depth)
    const ancestors = Array.from({ length: depth - 1 }, (_, level) => at(level + 1))
    const exact = known(long)
    const nearest = exact ?? ancestors.map(known).findLast((account) => account !== undefined)
    // An ítem that exists may grow below; a subtítulo grows only when the classifier gives it no ítems (35, 15).
    const grows = nearest !== undefined && (!/^\d{3}-\d{2}-00-000-000-000$/.test(nearest.longCode) || !withItems.has(long.slice(0, 6)))
    const standing: Standing = own.has(long) ? 'local' : national.has(long) ? 'known' : grows ? 'new' : 'unknown'
    return { is: 'account', kind, long, depth, standing, nearest, name: exact?.name, ancestors }
  }

  const memory = new Map<string, CodeReading>()
  const readOnce = (cell: string | number, expected?: BalanceKind): CodeReading => {
    const parsed = typeof cell === 'number' ? parseNumber(cell) : parseText(cell)
    if (parsed === 'mangled') return MANGLED
    return parsed ? resolve(parsed, expected) : NONE
  }
  return {
    nameOf: (long) => known(long)?.name,
    read: (cell, expected) => {
      if (cell === null || typeof cell === 'boolean') return NONE
      if (typeof cell === 'object') return 'date' in cell ? MANGLED : NONE
      const key = `${typeof cell === 'number' ? 'n' : 't'}${expected ?? ''}|${cell}`
      const remembered = memory.get(key)
      if (remembered) return remembered
      const reading = readOnce(cell, expected)
      memory.set(key, reading)
      return reading
    },
  }
}
