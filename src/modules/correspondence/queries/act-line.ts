import type { ReadContext } from '#platform/actions'
import { personStore } from '#registry'
import { postTitles } from '../acts/posts.ts'
import { actTitle } from '../acts/titles.ts'
import type { ActLine, ActState } from '../contract.ts'
import type { LineRow } from './act-lines.store.ts'

const EFFECTS = { annuls: 'dejado sin efecto', modifies: 'modificado' } as const

/** Whom the act waits for, in words. */
export const waitsFor = (row: { readonly state: ActState; readonly visas: readonly string[]; readonly visas_done: number; readonly signer_title: string | null }, title: (post: string) => string, drafter: string): string => {
  switch (row.state) {
    case 'draft': return drafter
    case 'in-visa': return title(row.visas[row.visas_done] ?? '')
    case 'to-number': return 'Secretaría Municipal'
    case 'to-sign': return row.signer_title ?? ''
    case 'to-notify': return 'Notificación'
    default: return ''
  }
}
/** Rows of acts as lists show them; names of people are read once. */
export const asLines = async ({ tx }: Pick<ReadContext, 'tx'>, rows: readonly LineRow[]): Promise<ActLine[]> => {
  const names = await personStore(tx).namesOfAccounts(rows.map(({ drafter_id: id }) => id))
  const titles = await postTitles(tx, null)
  return rows.map((row) => {
    const drafter = names.get(row.drafter_id) ?? ''
    return {
      id: row.id, kind: row.kind, state: row.state, subject: row.subject, unit: row.unit ?? '', unitId: row.unit_id, number: row.number, year: row.year, title: actTitle(row), actOn: row.act_on, drafter, restricted: row.visibility === 'restricted', since: row.since,
      waitsFor: !row.still ? '' : waitsFor(row, (post) => titles(post).replace('Jefatura de la unidad', row.unit ? `Jefatura de ${row.unit}` : 'Jefatura'), drafter), effect: row.changed_by ? EFFECTS[row.changed_by] : '',
    }
  })
}
