import { formatDay, type Day } from '#kernel'
import { DefinitionList } from '#design'
import { symbolsUsed } from '../../exports/cell-text.ts'
import { sourceLine } from '../../exports/table-notes.ts'
import type { Cube } from '../../model/cube.ts'
import { statuses } from '../../model/status.ts'
import { noteMarks } from './note-marks.ts'

const explanationOf = (line: string): string => Object.values(statuses).find(({ text, title }) => `${text} ${title.toLowerCase()}` === line)?.explanation ?? ''
const Lines = ({ title, lines }: { title: string; lines: readonly { key: string; mark?: string; text: string }[] }) => (lines.length === 0 ? null : <><h3 className="notes-level">{title}</h3><ul className="notes-list">{lines.map(({ key, mark, text }) => <li key={key}>{mark && <span className="note-mark">{mark} </span>}{text}</li>)}</ul></>)

/** The notes of a table at their four levels, its symbols, its source and whom to ask. */
export const TableNotes = ({ cube, layer }: { cube: Cube; layer: Readonly<Record<string, string>> }) => {
  const { source, variables, measures } = cube
  const marks = noteMarks(cube, layer).list
  return (
    <div className="table-notes">
      {cube.derivation && <p className="source"><b>Se muestra:</b> {cube.derivation}.</p>}
      <p className="source">Fuente: {sourceLine(cube)}</p>
      <Lines title="Del cuadro" lines={cube.notes.map((text) => ({ key: text, text }))} />
      <Lines title="De las variables" lines={[...variables.flatMap(({ key, title, note }) => (note ? [{ key, text: `${title}: ${note}` }] : [])), ...measures.flatMap(({ key, title, note }) => (note ? [{ key: `m${key}`, text: `${title}: ${note}` }] : []))]} />
      <Lines title="De los valores" lines={marks.filter(({ level }) => level === 'value').map(({ mark, text }) => ({ key: mark, mark, text }))} />
      <Lines title="De las celdas" lines={marks.filter(({ level }) => level === 'cell').map(({ mark, text }) => ({ key: mark, mark, text }))} />
      <Lines title="Símbolos" lines={symbolsUsed(cube).map((line) => ({ key: line, text: `${line}. ${explanationOf(line)}` }))} />
      <details className="notes-about"><summary>Definiciones y contacto</summary>
        <DefinitionList columns={2} items={[{ term: 'Conjunto', value: <a href={`/conocer/datos/${source.datasetId}`}>{source.datasetTitle}</a> }, { term: 'Publica', value: source.publisher, absence: 'no dice' }, { term: 'Universo', value: source.universe, absence: 'no dice' }, { term: 'Geografía', value: source.geography, absence: 'no dice' }, { term: 'Base de población', value: source.populationBase, absence: 'no corresponde' },
          { term: 'Licencia', value: source.licence, absence: 'no dice' }, { term: 'Actualizado', value: source.updatedOn ? formatDay(source.updatedOn as Day) : '', absence: 'sin fecha' }, { term: 'Contacto', value: source.contact, absence: 'no dice' }]} />
      </details>
    </div>
  )
}
