import type { Actor, Day } from '#kernel'
import type { Tx } from '#platform/database'
import { accountStore, officeStore, type OfficeRow, personStore, unitStore } from '#registry'
import { UNIT_HEAD } from './circuit.ts'

export const VISA = 'correspondence.visa'

/** Ids of a unit and of those above it. */
export const unitChain = async (tx: Tx, unitId: string | null): Promise<ReadonlySet<string>> => new Set(unitId ? (await unitStore(tx).ancestors(unitId)).map(({ id }) => id) : [])

/** Does this person hold the post? The head of a unit is who may grant visas in it or in one above. */
export const holdsPost = (actor: Pick<Actor, 'offices' | 'permissions'>, post: string, chain: ReadonlySet<string>): boolean =>
  post === UNIT_HEAD ? actor.permissions.has(VISA) && actor.offices.some(({ unitId }) => unitId !== undefined && chain.has(unitId)) : actor.offices.some(({ role }) => role === post)

export type HeldOffice = OfficeRow & { readonly accountId: string | null }
/** Offices in force on a day with the account of who holds each: substitutes first, then the oldest. */
export const officesOn = async (tx: Tx, on: Day): Promise<readonly HeldOffice[]> => {
  const held = (await officeStore(tx).list()).filter(({ startsOn, endsOn }) => startsOn <= on && (endsOn === null || endsOn >= on))
  const accounts = new Map<string, string>()
  for (const person of new Set(held.map(({ personId }) => personId))) {
    const [account] = await officeStore(tx).accountsOf(person)
    if (account) accounts.set(person, account.id)
  }
  return held.map((office) => ({ ...office, accountId: accounts.get(office.personId) ?? null })).sort((a, b) => Number(b.substitute) - Number(a.substitute) || (a.startsOn < b.startsOn ? -1 : 1))
}

/** Who could grant each visa on the day, so that a circuit is not begun that nobody could end. */
export const postsOpen = async (tx: Tx, posts: readonly string[], unitId: string | null, drafter: string, on: Day): Promise<{ readonly open: readonly string[]; readonly vacant: readonly string[]; readonly own: readonly string[] }> => {
  const offices = await officesOn(tx, on)
  const chain = await unitChain(tx, unitId)
  const granting = new Set((await officeStore(tx).roles()).filter(({ permissions }) => permissions.includes(VISA)).map(({ key }) => key))
  const holders = (post: string) => offices.filter(({ role, unitId: unit }) => (post === UNIT_HEAD ? granting.has(role) && unit !== null && chain.has(unit) : role === post))
  const others = (post: string) => holders(post).filter(({ accountId }) => accountId !== drafter)
  return {
    open: posts.filter((post) => others(post).length > 0),
    vacant: posts.filter((post) => holders(post).length === 0),
    /** The drafter is the only one who holds it: nobody grants a visa to their own text. */
    own: posts.filter((post) => holders(post).length > 0 && others(post).length === 0),
  }
}

export const postTitles = async (tx: Tx, unitId: string | null): Promise<(post: string) => string> => {
  const roles = new Map((await officeStore(tx).roles()).map(({ key, title }) => [key, title]))
  const unit = unitId ? (await unitStore(tx).names()).get(unitId) : undefined
  return (post) => (post === UNIT_HEAD ? `Jefatura${unit ? ` de ${unit}` : ' de la unidad'}` : (roles.get(post) ?? post))
}

export const namesOfPeople = async (tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => new Map([...(await personStore(tx).values([...new Set(ids)]))].map(([id, { name }]) => [id, name]))
export const personOfAccount = async (tx: Tx, accountId: string): Promise<string | undefined> => (await accountStore(tx).byId(accountId))?.person_id ?? undefined
