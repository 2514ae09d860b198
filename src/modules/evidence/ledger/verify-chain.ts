import { createHash } from 'node:crypto'

export type ChainLink = { readonly seq: number; readonly body: string; readonly previous_hash: string; readonly hash: string }

/** The hash of a link: SHA-256 of the previous hash, the number and the body, each on its line. The database computes the same. */
export const linkHash = (previous: string, seq: number, body: string): string => createHash('sha256').update(`${previous}\n${seq}\n${body}`).digest('hex')

/**
 * Checks links in order, continuing from the head given. Returns the new head, or the number of the first link that does not hold
 * (a missing number, a changed body, a broken reference to the one before).
 */
export const verifyLinks = (head: { seq: number; hash: string }, links: readonly ChainLink[]): { seq: number; hash: string } | { brokenAt: number } => {
  let current = head
  for (const link of links) {
    const holds = link.seq === current.seq + 1 && link.previous_hash === current.hash && link.hash === linkHash(current.hash, link.seq, link.body)
    if (!holds) return { brokenAt: link.seq }
    current = { seq: link.seq, hash: link.hash }
  }
  return current
}
