import { createHash } from 'node:crypto'
import type { DocumentBody } from '#kernel'
import canonicalize from 'canonicalize'
import { bodyNotCanonical } from './problems.ts'

/** JSON in its one canonical writing (RFC 8785): sorted keys, no spaces, shortest numbers. Throws a problem for NaN or infinity. */
export const canonicalJson = (value: unknown): string => {
  try {
    const text = canonicalize(value)
    if (text !== undefined) return text
  } catch {
    // The library names no path; the problem below is what the reader can act on.
  }
  throw bodyNotCanonical({})
}

export const canonicalBody = (body: DocumentBody): string => canonicalJson(body)

/** SHA-256 of the canonical body, 64 hexadecimal digits. It does not depend on the order of keys nor on who renders. */
export const fingerprint = (body: DocumentBody): string => createHash('sha256').update(canonicalBody(body), 'utf8').digest('hex')
