import { type AsOf, type Block, counted, type Day, type DocumentBody, type DocumentFrame, formatDay } from '#kernel'
import { fingerprint, verificationCode } from '#platform/documents'
import { tableBlock } from '../exports/table-block.ts'
import type { Cube } from '../model/cube.ts'
import type { TableChanges } from './desk-contract.ts'

export type LetterFacts = {
  readonly title: string; readonly addressee: string; readonly receivedOn: Day; readonly asked: string; readonly note: string; readonly cause: string; readonly verdict: 'full' | 'partial' | 'refused'
  readonly tables: readonly { readonly cube: Cube; readonly changes: TableChanges | null }[]; readonly files: number; readonly law: string
  readonly commune: DocumentBody['commune']; readonly asOf: AsOf
}
const paragraph = (id: string, text: string): Block => ({ type: 'paragraph', id, content: [{ type: 'text', text }] })
/** What a letter says of a table that was delivered before. */
export const changesText = ({ fromVersion, toVersion, equal, changed, added, gone }: TableChanges): string =>
  fromVersion === toVersion ? `Es la misma versión ${toVersion} de los datos que se entregó antes: nada cambió.` : `Desde la versión ${fromVersion}, entregada antes: ${[counted(equal, 'cifra igual', 'cifras iguales'), counted(changed, 'cifra corregida', 'cifras corregidas'), counted(added, 'cifra nueva', 'cifras nuevas'), counted(gone, 'cifra que ya no está', 'cifras que ya no están')].join(', ')}.`

/** A table too wide for paper goes only in the workbook, and the letter says so. */
const tableBlocks = ({ cube, changes }: LetterFacts['tables'][number], index: number): readonly Block[] => {
  const told: readonly Block[] = changes ? [paragraph(`cambios-${index}`, changesText(changes))] : []
  try {
    return [tableBlock(cube, `cuadro-${index}`), ...told]
  } catch {
    return [paragraph(`cuadro-${index}`, `«${cube.title}» va completo en la planilla adjunta: no cabe legible en una hoja.`), ...told]
  }
}
/**
 * The letter of an answer. Persons are not named in it: a citizen is «quien pidió la solicitud N.º …», so that suppressing the name leaves nothing behind.
 */
export const letterOf = (facts: LetterFacts): DocumentBody => ({
  schema: 'secplan.document/1', kind: 'data-letter', title: facts.verdict === 'refused' ? 'Respuesta que deniega la entrega de información' : 'Respuesta a solicitud de datos', subtitle: facts.title, commune: facts.commune, addressee: facts.addressee, asOf: facts.asOf,
  ...(facts.law ? { legalBasis: facts.law } : {}),
  blocks: [
    paragraph('pedido', `El ${formatDay(facts.receivedOn)} se recibió la solicitud siguiente: «${facts.asked}».`),
    paragraph('entrega', facts.verdict === 'refused' ? 'La información pedida no se entrega, por la causa y el motivo que siguen.' : facts.verdict === 'partial' ? 'Se entrega lo que sigue y se reserva una parte, por la causa que se indica.' : `Se entrega lo pedido${facts.tables.length > 0 ? `: ${counted(facts.tables.length, 'cuadro', 'cuadros')}, con su fuente y la versión de los datos` : ''}${facts.files > 0 ? `${facts.tables.length > 0 ? ' y ' : ': '}${counted(facts.files, 'archivo adjunto', 'archivos adjuntos')}` : ''}.`),
    ...(facts.cause ? [paragraph('causa', `Causa: ${facts.cause}.`)] : []),
    ...facts.note.split(/\n{2,}/).filter(Boolean).map((text, index) => paragraph(`nota-${index}`, text)),
    ...facts.tables.flatMap(tableBlocks),
    ...(facts.verdict !== 'full' ? [paragraph('amparo', 'Contra la denegación, quien pidió puede presentar amparo ante el Consejo para la Transparencia dentro del plazo que fija la Ley 20.285.')] : []),
  ],
})
export const letterFrame = (body: DocumentBody, issuedOn: Day, demonstration: boolean): DocumentFrame => {
  const print = fingerprint(body)
  return { state: 'issued', issuedOn, fingerprint: print, verificationCode: verificationCode(print), paper: 'letter', demonstration }
}
