import type { DocumentBody } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import { editionStore } from '../editions/edition.store.ts'

/** An issued edition as it was frozen, for whoever may read issued reports. */
export const issuedReport = defineQuery({
  name: 'reporting.edition',
  title: 'Leer una edición emitida',
  input: z.object({ report: z.uuid(), edition: z.coerce.number().int().positive() }),
  allowed: (actor) => actor.permissions.has('reporting.read') || actor.permissions.has('reporting.read-issued'),
  run: async ({ report, edition }, { tx }) => {
    const store = editionStore(tx)
    const row = await store.get(report, edition)
    const body = await store.body(report, edition)
    if (!row || body === undefined) throw notFound({ what: `la edición ${edition} del informe` })
    const others = (await store.of(report, Number.MAX_SAFE_INTEGER)).map(({ number, issued_on: issuedOn, mode }) => ({ number, issuedOn, mode }))
    return { body: JSON.parse(body) as DocumentBody, fingerprint: row.fingerprint, verificationCode: row.verification_code, issuedOn: row.issued_on, number: row.number, mode: row.mode, reservations: row.reservations, files: row.files, others }
  },
})
