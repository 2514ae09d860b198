import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCsv } from './csv.ts'
import { lawFolder } from './load-law.ts'

export type AccountLevel = 'title' | 'item' | 'allotment' | 'sub-allotment'
/** A line of the budget classifier (Decreto 854/2004 Hacienda). `checked`: its name was compared with a published ledger. */
export type Account = {
  /** Short code: `215-22-04`. */
  readonly code: string
  /** Code as municipal ledgers write it: `215-22-04-000-000-000`. */
  readonly longCode: string
  readonly kind: 'income' | 'expenditure'
  readonly level: AccountLevel
  /** Short code of the account above; null for a title. */
  readonly parent: string | null
  readonly name: string
  readonly checked: boolean
}

const levels: Readonly<Record<string, AccountLevel>> = { subtitulo: 'title', item: 'item', asignacion: 'allotment', subasignacion: 'sub-allotment' }
const kinds: Readonly<Record<string, Account['kind']>> = { ingreso: 'income', gasto: 'expenditure' }
const FILE = 'budget/classifier.csv'

const account = (row: Record<string, string>): Account => {
  const level = levels[row['nivel'] ?? '']
  const kind = kinds[row['tipo'] ?? '']
  if (!level || !kind) throw new Error(`law/${FILE}: la cuenta ${row['codigo']} tiene nivel o tipo desconocido`)
  return {
    code: row['codigo'] ?? '', longCode: row['codigo_largo'] ?? '', kind, level,
    parent: level === 'title' ? null : (row['codigo_padre'] ?? ''),
    name: row['denominacion'] ?? '', checked: row['estado_cotejo'] === 'cotejado',
  }
}

/** Every account must hang from one of the list, and no code repeats. Throws Error naming the account. */
export const checkTree = (accounts: readonly Account[]): readonly Account[] => {
  const codes = new Set<string>()
  for (const { code } of accounts) {
    if (codes.has(code)) throw new Error(`law/${FILE}: la cuenta ${code} está repetida`)
    codes.add(code)
  }
  for (const { code, parent } of accounts) if (parent !== null && !codes.has(parent)) throw new Error(`law/${FILE}: la cuenta ${code} cuelga de ${parent}, que no existe`)
  return accounts
}

let known: readonly Account[] | undefined
/** The national classifier for municipalities, in code order: titles 03–15 of income and 21–35 of expenditure. */
export const loadClassifier = (): readonly Account[] => (known ??= checkTree(readCsv(readFileSync(join(lawFolder(), FILE), 'utf8'), `law/${FILE}`).map(account)))
