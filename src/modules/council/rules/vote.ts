import type { Majority, Vote } from '../contract/agenda.ts'

export type Tally = { readonly for: number; readonly against: number; readonly abstain: number; readonly disqualified: number }
export const tallyOf = (votes: readonly { readonly vote: Vote }[]): Tally => {
  const count = (wanted: Vote): number => votes.filter(({ vote }) => vote === wanted).length
  return { for: count('for'), against: count('against'), abstain: count('abstain'), disqualified: count('disqualified') }
}
/** More than half of a number of people. */
export const absoluteMajority = (of: number): number => Math.floor(of / 2) + 1
/** Councillors that must be present for the council to sit: the majority of those in office (LOCM 86). */
export const sessionQuorum = (inOffice: number): number => absoluteMajority(inOffice)

const THIRDS = 3
/** Votes that a majority asks. `attending` without those disqualified when the law leaves them out. */
export const votesNeeded = (majority: Majority, { inOffice, attending }: { readonly inOffice: number; readonly attending: number }): number =>
  majority === 'none' ? 0 : majority === 'attendees' ? absoluteMajority(attending) : majority === 'members' ? absoluteMajority(inOffice) : Math.ceil((inOffice * 2) / THIRDS)

export type Verdict = { readonly outcome: 'approved' | 'rejected'; readonly needed: number; readonly tally: Tally; readonly tied: boolean; readonly cast: boolean }
/**
 * What the council decided. A tie is between those for and those against; whoever presides settles it with `casting`, only after the votes
 * that the law asks (LOCM 86). Pure: the same votes always decide the same.
 */
export const decide = (votes: readonly { readonly vote: Vote }[], rule: { readonly majority: Majority; readonly inOffice: number; readonly disqualifiedCount: boolean }, casting: 'for' | 'against' | null = null): Verdict => {
  const tally = tallyOf(votes)
  const attending = votes.length - (rule.disqualifiedCount ? 0 : tally.disqualified)
  const needed = votesNeeded(rule.majority, { inOffice: rule.inOffice, attending })
  const tied = rule.majority === 'attendees' && tally.for > 0 && tally.for === tally.against
  const cast = tied && casting !== null
  return { outcome: (cast ? casting === 'for' : tally.for >= needed) ? 'approved' : 'rejected', needed, tally, tied, cast }
}
