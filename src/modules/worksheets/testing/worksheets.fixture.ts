import { randomUUID } from 'node:crypto'
import type { Actor } from '#kernel'
import { asOfNow, type AnyWorksheet, readContext, scopeOf } from '#platform/actions'
import { fileRows } from '#evidence'
import { defaultRoles } from '#registry'
import { COMMUNE, rosa } from '../../../../tests/cast.ts'
import type { Town } from '../../../../tests/town.ts'
import { UNIT } from '../../../../tests/town.ts'
import { modules } from '../../../app/modules.ts'
import { worksheetFacts } from '../download/worksheet-file.ts'
import { type WrittenSheet, writeWorksheet } from '../download/write-worksheet.ts'
import { signingStore } from '../signing.store.ts'

/** Somebody who may do everything, for the worksheets of every module at once. */
export const everything: Actor = { ...rosa, permissions: new Set(defaultRoles.flatMap(({ permissions }) => permissions)), clearances: ['public', 'council', 'internal', 'restricted'] }
export const definitions: readonly AnyWorksheet[] = modules.flatMap(({ worksheets = [] }) => worksheets)

/** Stores bytes as a file somebody brought. */
export const upload = async (town: Town, actor: Actor, name: string, bytes: Uint8Array): Promise<string> => {
  const { services } = town.system
  const { hash, size } = await services.files.put(bytes)
  await services.database.write(scopeOf(actor), (tx) => fileRows(tx).add({ hash, name, mediaType: 'application/octet-stream', size, visibility: 'internal', uploadedBy: actor.accountId, at: services.clock.now().toISOString() }))
  return hash
}
/** What the download of a worksheet holds for somebody. */
export const facts = async (town: Town, actor: Actor, name: string, filters: object = {}): Promise<WrittenSheet> => {
  const { database, clock } = town.system
  const secret = await database.write(scopeOf(actor), (tx) => signingStore(tx).make())
  return database.read(scopeOf(actor), (tx) => worksheetFacts(readContext(town.system.services, tx, actor, asOfNow(clock)), () => modules, name, filters, secret))
}
export const bytesOf = (sheet: WrittenSheet): Promise<Buffer> => writeWorksheet(sheet)
/** Downloads, lets somebody edit the workbook, and brings it back: the hash of the returned file. */
export const roundTrip = async (town: Town, actor: Actor, name: string, edit: (cell: (label: string, title: string) => { value: unknown }, sheet: import('exceljs').Worksheet) => void | Promise<void> = () => undefined, filters: object = {}): Promise<string> => {
  const { default: exceljs } = await import('exceljs')
  const book = new exceljs.Workbook()
  await book.xlsx.load((await bytesOf(await facts(town, actor, name, filters))) as unknown as Parameters<typeof book.xlsx.load>[0])
  const [sheet] = book.worksheets.filter(({ state }) => state === 'visible')
  if (!sheet) throw new Error('La planilla no tiene hoja')
  let header = 0
  sheet.eachRow((row, number) => { if (!header && JSON.stringify(row.values).includes('Clave (no cambiar)')) header = number })
  const columnOf = (title: string): number => { let at = 0; sheet.getRow(header).eachCell((one, column) => { if (one.value === title) at = column }); if (!at) throw new Error(`No está la columna ${title}`); return at }
  const rowOf = (label: string): number => { let at = 0; sheet.eachRow((row, number) => { if (number > header && !at && JSON.stringify(row.values).includes(label)) at = number }); if (!at) throw new Error(`No está la fila ${label}`); return at }
  await edit((label, title) => sheet.getCell(rowOf(label), columnOf(title)) as { value: unknown }, sheet)
  return upload(town, actor, `${name}-${randomUUID()}.xlsx`, new Uint8Array(await book.xlsx.writeBuffer()))
}
export { COMMUNE, UNIT }
