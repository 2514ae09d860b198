import { can, type Day, formatDay } from '#kernel'
import { defineAction } from '#platform/actions'
import { fileRows } from '#evidence'
import { z } from 'zod'
import { keepReport, titleOf } from '../drafts/kept.ts'
import { reportStore } from '../drafts/report.store.ts'
import { needState } from '../review/needs.ts'
import { type EditionFiles, editionStore, type FrozenFigure, type NewEdition } from './edition.store.ts'
import { fileName, mediaTypes } from './render-files.ts'
import { FileFormat } from '../contract.ts'

export type PreparedEdition = {
  readonly report: string; readonly version: number
  readonly edition: Omit<NewEdition, 'entryId' | 'issued_by' | 'report_id' | 'replaces'>
  readonly figures: readonly FrozenFigure[]
  readonly files: EditionFiles
}

/**
 * The last step of issuing, in one short transaction: the edition, its public proof, its figures and the names of its files.
 * Not offered by the API: only the job that prepared the bytes calls it.
 */
export const recordEdition = defineAction({
  name: 'reporting.record-edition',
  title: 'Registrar una edición emitida',
  input: z.custom<PreparedEdition>((value) => typeof value === 'object' && value !== null),
  allowed: can('reporting.issue'),
  run: async ({ report: id, version, edition, figures, files }, context) => {
    const store = reportStore(context.tx)
    const report = await store.needVersion(id, version)
    needState(report, ['approved'], 'emitirse')
    const replaces = report.last_edition > 0 ? report.last_edition : null
    await editionStore(context.tx).add({ ...edition, files, report_id: id, replaces, issued_by: context.actor.accountId, entryId: context.entryId }, figures)
    for (const format of FileFormat.options) {
      const { hash, size } = files[format]
      await fileRows(context.tx).add({ hash, size, name: fileName(report.kind, report.period, edition.number, format), mediaType: mediaTypes[format], visibility: 'council', uploadedBy: context.actor.accountId, at: context.clock.now().toISOString() })
    }
    const next = await store.change(report, { state: 'issued', last_edition: edition.number, effective_on: edition.effective_on, known_on: edition.known_on })
    await keepReport(context, next)
    return {
      result: { edition: edition.number, fingerprint: edition.fingerprint, verificationCode: edition.verification_code },
      entry: {
        name: 'report-issued', record: { kind: 'report', id },
        summary: `Se emitió la edición ${edition.number} de «${titleOf(report)}»${edition.mode === 'reservations' ? ` con ${edition.reservations.length} reservas` : ''}${replaces ? `, que reemplaza a la ${replaces}` : ''}, el ${formatDay(edition.issued_on as Day)}`,
        facts: { edition: edition.number, fingerprint: edition.fingerprint, files: Object.fromEntries(FileFormat.options.map((format) => [format, files[format].hash])), figures: figures.length, watermark: edition.watermark },
      },
    }
  },
})
