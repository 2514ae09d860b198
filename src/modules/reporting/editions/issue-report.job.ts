import type { Block, DocumentFrame, FigureValue } from '#kernel'
import { versionMoved, type JobContext, type JobDefinition } from '#platform/actions'
import { type Arms, canonicalBody, figureKey, figuresOf, fingerprint, readBody, verificationCode, letterheadArms } from '#platform/documents'
import type { Catalog } from '../catalog.ts'
import { assemble, type ComposedChapter, composeChapter, contentsOf, frameOf } from '../compose/compose-report.ts'
import { type FileFormat, IssueReportInput, type PreviewView } from '../contract.ts'
import { reportStore } from '../drafts/report.store.ts'
import { reservationText } from '../readiness/gaps.ts'
import { needState } from '../review/needs.ts'
import type { EditionFiles, FrozenFigure } from './edition.store.ts'
import { demandFinal, ISSUE_JOB } from './issue-report.ts'
import { recordEdition } from './record-edition.ts'
import { renderFile } from './render-files.ts'

/** Where each figure is printed: titles of first-level headings. Keys carry no dates; a recipe at other dates is another line. */
const frozenFigures = (blocks: readonly Block[]): FrozenFigure[] => {
  const found = new Map<string, { figure: FigureValue; places: Set<string> }>()
  let place = ''
  for (const block of blocks) {
    if (block.type === 'heading' && block.level === 1) place = block.content.map((inline) => (inline.type === 'figure' ? inline.figure.text : inline.text)).join('')
    for (const figure of figuresOf([block])) {
      const key = figureKey(figure)
      const known = found.get(key) ?? { figure, places: new Set<string>() }
      known.places.add(place)
      found.set(key, known)
    }
  }
  return [...found].map(([key, { figure, places }]) => ({
    key, figure_id: figure.recipe.id, parameters: figure.recipe.parameters, effective_on: figure.recipe.asOf.effectiveOn, known_on: figure.recipe.asOf.knownOn, title: figure.title, unit: figure.unit,
    value: figure.value, text: figure.text, status: figure.status, records: figure.records.count, digest: figure.records.digest, places: [...places].filter((name) => name),
  }))
}

const FORMATS: readonly { readonly format: FileFormat; readonly says: string }[] = [
  { format: 'json', says: 'Escribiendo los datos' }, { format: 'html', says: 'Componiendo la página' }, { format: 'pdf', says: 'Componiendo el PDF' }, { format: 'docx', says: 'Componiendo el Word' },
]

/**
 * Freezes text and figures as of one ledger number, chapter by chapter in short transactions, then renders the four files outside
 * any transaction, stores them by hash and records the edition in one small action. Stopping it leaves nothing behind but unnamed bytes.
 */
export const issueReportJob = (catalog: Catalog): JobDefinition => ({
  kind: ISSUE_JOB,
  title: 'Emitir un informe',
  run: async (context) => {
    const input = IssueReportInput.parse(context.input)
    const { report, frame, today } = await context.read(async (read) => {
      const row = await reportStore(read.tx).need(input.report)
      if (row.version !== input.version) throw versionMoved({ what: 'El informe', yours: input.version, current: row.version })
      needState(row, ['approved'], 'emitirse')
      return { report: row, frame: { ...(await frameOf(read, row)), anew: true }, today: read.today }
    })
    const contents = contentsOf(frame.definition, catalog).filter(({ computed }) => !computed)
    const chapters: ComposedChapter[] = []
    for (const [index, chapter] of contents.entries()) {
      await context.progress(0.05 + (0.45 * index) / contents.length, `Calculando «${chapter.title}»`)
      chapters.push(await context.read((read) => composeChapter(catalog, read, frame, chapter)))
    }
    const preview = assemble(frame, chapters, today)
    if (input.mode === 'final') demandFinal(preview.gaps)
    // What cannot be read back could never be verified: it is not issued.
    readBody(JSON.parse(canonicalBody(preview.body)))
    const number = report.last_edition + 1
    const sheet = frameOfEdition(catalog, preview, { number, issuedOn: today, commune: frame.commune.code, demonstration: frame.commune.demonstration, paper: input.paper })
    const files = await render(context, preview, sheet, await letterheadArms(context.files, frame.commune.letterhead, frame.commune.municipality))
    await context.progress(0.97, 'Registrando la edición')
    return context.act<{ edition: number; fingerprint: string; verificationCode: string }>(recordEdition, {
      report: report.id, version: report.version, files, figures: frozenFigures(preview.body.blocks),
      edition: {
        number, kind: report.kind, period: report.period, mode: sheet.reservations?.length ? 'reservations' : 'final', issued_on: today, effective_on: frame.asOf.effectiveOn, known_on: frame.asOf.knownOn, watermark: frame.head,
        title: preview.body.title, body: canonicalBody(preview.body), fingerprint: sheet.fingerprint, verification_code: sheet.verificationCode, reservations: sheet.reservations ?? [], files,
      },
    })
  },
})

/** What surrounds the body on paper: fingerprint, code, address for the QR, and each reservation. */
export const frameOfEdition = (catalog: Catalog, preview: PreviewView, edition: { number: number; issuedOn: string; commune: string; demonstration: boolean; paper: DocumentFrame['paper'] }): DocumentFrame => {
  const print = fingerprint(preview.body)
  const code = verificationCode(print)
  const address = catalog.publicAddress()
  const reservations = preview.gaps.filter(({ severity }) => severity !== 'notice').map(reservationText)
  return {
    state: 'issued', edition: edition.number, issuedOn: edition.issuedOn, fingerprint: print, verificationCode: code, paper: edition.paper,
    ...(address ? { verificationAddress: `${address.replace(/\/$/, '')}/rendir/verificar?comuna=${edition.commune}&codigo=${code}` } : {}),
    ...(reservations.length ? { reservations } : {}), ...(edition.demonstration ? { demonstration: true } : {}),
  }
}

const render = async (context: JobContext, { body }: PreviewView, frame: DocumentFrame, arms: Arms | undefined): Promise<EditionFiles> => {
  const made: [FileFormat, { hash: string; size: number }][] = []
  for (const [index, { format, says }] of FORMATS.entries()) {
    await context.progress(0.5 + (0.45 * index) / FORMATS.length, says)
    made.push([format, await context.files.put(await renderFile(format, body, frame, arms))])
  }
  return Object.fromEntries(made) as EditionFiles
}
