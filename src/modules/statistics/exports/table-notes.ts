import { formatDay, type Day } from '#kernel'
import type { Cube } from '../model/cube.ts'
import { symbolsUsed } from './cell-text.ts'

const sentence = (text: string): string => (/[.!?»]$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)

/** Where the numbers come from, in one line: publisher, data set, version, day, geography and population base. */
export const sourceLine = ({ source, asOf }: Cube): string =>
  [
    `${source.publisher}: ${source.datasetTitle}`, `versión ${source.version}${source.updatedOn ? ` del ${formatDay(source.updatedOn as Day)}` : ''}`,
    source.geography, source.populationBase, source.licence ? `licencia ${source.licence}` : '', source.link ?? '', `conocido al ${formatDay(asOf.knownOn as Day)}`,
  ].filter(Boolean).join(' · ')

/** All footnotes of a table, from the widest to the narrowest, as lines of text that any format can print. */
export const noteLines = (cube: Cube): readonly string[] => {
  const { source, variables, measures, derivation } = cube
  return [
    ...(source.overdue ? [sentence(`Dato atrasado: ${source.overdue}`)] : []),
    ...(derivation ? [sentence(`Se muestra ${derivation}`)] : []),
    ...(source.universe ? [sentence(`Universo: ${source.universe}`)] : []),
    ...cube.notes.map(sentence),
    ...variables.flatMap(({ title, note }) => (note ? [sentence(`${title}: ${note}`)] : [])),
    ...measures.flatMap(({ title, note }) => (note ? [sentence(`${title}: ${note}`)] : [])),
    ...variables.flatMap(({ title, codes }) => codes.flatMap(({ label, note }) => (note ? [sentence(`${title}, ${label}: ${note}`)] : []))),
    ...[...new Set(cube.cellNotes.values())].map(sentence),
    ...(symbolsUsed(cube).length > 0 ? [sentence(`Símbolos: ${symbolsUsed(cube).join('; ')}`)] : []),
  ]
}
