import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem, readPeriod } from '#kernel'
import { runAction, runQuery } from '#platform/actions'
import { type FileFormat, reportDefinitions, type ReportLine } from '#reporting'
import { randomUUID } from 'node:crypto'
import { reporting } from '../modules.ts'
import { actionNamed, queryNamed } from './action-named.ts'
import { type Command, say } from './command.ts'
import { communeOf, operator, withSystem } from './open.ts'

const FORMATS: readonly FileFormat[] = ['html', 'pdf', 'docx', 'json']
const wrongUse = (detail: string) => new Problem('linea/uso', 'input', 'Falta algo para el informe', detail, 'El comando es: report council-half-year --period 2026-1 --format html,pdf,docx,json --out CARPETA.', undefined)

/** The files of a report: those of its last edition when it was issued, else the draft with its watermark. */
export const report: Command = {
  name: 'report',
  usage: 'report council-half-year --period 2026-1 [--format html,pdf,docx,json] [--out CARPETA] [--paper letter|oficio] [--draft]',
  help: 'Escribe los archivos de un informe: los de su última edición, o el borrador si no se ha emitido.',
  run: async (given) => {
    const [kind] = given.words
    const period = readPeriod(given.option('period') ?? '')
    if (!kind || !reportDefinitions.some(({ id }) => id === kind)) throw wrongUse(`Diga qué informe: ${reportDefinitions.map(({ id }) => id).join(', ')}.`)
    if (period?.kind !== 'half-year') throw wrongUse('Falta el semestre, como --period 2026-1.')
    const formats = (given.option('format') ?? 'pdf').split(',').map((name) => FORMATS.find((format) => format === name.trim()) ?? name)
    const unknown = formats.find((format) => !FORMATS.some((one) => one === format))
    if (unknown) throw wrongUse(`«${unknown}» no es un formato: use ${FORMATS.join(', ')}.`)
    const out = given.option('out') ?? '.'
    await mkdir(out, { recursive: true })
    return withSystem(given, async (system) => {
      const actor = operator(await communeOf(system, given))
      const { reports } = await runQuery<{ reports: ReportLine[] }>(system.services, actor, queryNamed('reporting.list-reports'), {})
      let found = reports.find((one) => one.kind === kind && one.period === period.id)
      if (!found) {
        await runAction(system.services, actor, actionNamed('reporting.start-report'), { id: randomUUID(), kind, period: period.id })
        found = (await runQuery<{ reports: ReportLine[] }>(system.services, actor, queryNamed('reporting.list-reports'), {})).reports.find((one) => one.kind === kind && one.period === period.id)
      }
      if (!found) throw new Error('El informe no se abrió')
      const edition = given.flag('draft') || found.edition === 0 ? undefined : found.edition
      for (const format of formats as FileFormat[]) {
        const file = await reporting.file(system.services, actor, { report: found.id, edition, format, paper: given.option('paper') === 'oficio' ? 'oficio' : 'letter' })
        await writeFile(join(out, file.name), file.bytes)
        say(join(out, file.name))
      }
      return 0
    })
  },
}
