import { useState } from 'react'
import { Button, EmptyState, Section, Segmented, Select, SheetPicture } from '#design'
import type { ReadAnswer } from '../../answers.ts'
import { pictureRows } from './picture-rows.ts'
import type { ImportDraftState } from './use-import-draft.ts'

/** The sheet as it arrived: the person points at the header; the rest is proposed. */
export const SheetSection = ({ state, read }: { state: ImportDraftState; read: ReadAnswer }) => {
  const [whole, show] = useState(false)
  const header = state.draft?.choices.headerRows ?? read.header
  const preview = state.preview
  const picture = preview?.sheet === read.picture.name ? preview.picture : read.picture
  const rows = pictureRows(picture, header, preview?.problems.filter(({ severity }) => severity === 'stops') ?? [], whole)
  const [from = 0, to = from] = header
  const sheets = read.sheets.map(({ index, name, hidden }) => ({ value: String(index), title: hidden ? `${name} (oculta)` : name }))
  const chooseSheet = (value: string) => state.readAgain({ sheet: Number(value) })
  return (
    <Section title="La hoja, tal como llegó" aside="Señale la fila del encabezado (con Mayús, la segunda); lo demás se propone.">
      <div className="toolbar">
        {sheets.length > 4 ? <Select label="Hoja" value={String(read.sheet)} onChange={chooseSheet} choices={sheets} /> : sheets.length > 1 ? <Segmented label="Hoja del archivo" value={String(read.sheet)} choices={sheets} onChange={chooseSheet} /> : <span className="soft">Hoja «{read.picture.name}»</span>}
        <Button kind="plain" size="compact" onPress={() => show(!whole)}>{whole ? 'Ver sólo lo necesario' : `Ver las primeras ${picture.rows.length} filas`}</Button>
      </div>
      {picture.rows.length === 0
        ? <EmptyState title="La hoja está vacía">Elija otra hoja del archivo, o pida de nuevo la exportación del balance.</EmptyState>
        : <SheetPicture label={`Hoja ${picture.name}`} rows={rows} columnCount={picture.columnCount} header={header.length ? { from: from + 1, to: to + 1 } : undefined}
            onHeader={(chosen) => { const bottom = Math.min(chosen.to, chosen.from + 1); state.readAgain({ sheet: read.sheet, headerRows: chosen.from === bottom ? [chosen.from - 1] : [chosen.from - 1, bottom - 1] }) }} />}
      {header.length === 0 && <p className="source">No se reconoció ningún encabezado. Señale con el ratón, o con Tab y las flechas, el número de la fila donde están los títulos de las columnas.</p>}
    </Section>
  )
}
