import type { DocumentBody, DocumentFrame } from '#kernel'
import { canonicalJson } from '#platform/documents'

export const EDITION_SCHEMA = 'secplan.edition/1'
export type EditionFile = { readonly schema: typeof EDITION_SCHEMA; readonly body: DocumentBody; readonly frame: DocumentFrame }

/** The edition for machines: its body, whose fingerprint anybody can compute again, and what surrounds it. Canonical bytes. */
export const editionJson = (body: DocumentBody, frame: DocumentFrame): Uint8Array => new TextEncoder().encode(canonicalJson({ schema: EDITION_SCHEMA, body, frame }))
