import { useState } from 'react'
import { formatNumber } from '#kernel'
import { Button, DataTable, Fields, Section, TextField } from '#design'
import type { Position } from '../../shapes.ts'

type Row = { readonly at: number; readonly position: Position }
/** A long border is listed on request. */
const MANY = 12
const write = (value: number): string => formatNumber(value, 6)
/** «−39,3700; −72,6300»: latitude first, as people say it; comma or point. */
export const readPosition = (text: string): Position | undefined => {
  const [latitude, longitude, more] = (text.includes(';') ? text.split(';') : text.trim().split(/[\s]+/)).map((one) => Number(one.trim().replace('−', '-').replace(',', '.')))
  return latitude !== undefined && longitude !== undefined && more === undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && Number.isFinite(latitude + longitude) ? [longitude, latitude] : undefined
}
/** The border as a list: the same work without a mouse. */
export const VertexList = ({ border, at, onPick, onAdd, onMove, onRemove }: { border: readonly Position[]; at: number; onPick: (at: number) => void; onAdd: (position: Position) => void; onMove: (at: number, position: Position) => void; onRemove: (at: number) => void }) => {
  const [typed, type] = useState('')
  const position = readPosition(typed)
  return (
    <Section title="Vértices" level={3}>
      <Fields columns={2}>
        <TextField label="Coordenadas" help="Latitud; longitud, en grados: -39,3700; -72,6300" value={typed} onChange={type} error={typed && !position ? 'Escriba latitud; longitud, por ejemplo -39,3700; -72,6300.' : undefined} required={false} />
        <p><Button disabled={!position} onPress={() => { if (position) { onAdd(position); type('') } }}>Agregar vértice</Button> <Button disabled={!position || at < 0} onPress={() => { if (position) { onMove(at, position); type('') } }}>Mover ahí el elegido</Button></p>
      </Fields>
      <details className="table-alternative" open={border.length <= MANY}><summary>Lista de vértices ({border.length})</summary>
      <DataTable<Row> caption="Vértices del borde" hideCaption sort="none" rows={border.map((one, index) => ({ at: index, position: one }))} rowKey={(row) => `${row.at}`} empty={<p className="source">Ninguno todavía: pulse en el mapa, use las flechas e Intro, o escriba coordenadas.</p>} columns={[
        { key: 'at', title: 'N.º', align: 'right', text: (row) => String(row.at + 1) }, { key: 'lat', title: 'Latitud', align: 'right', text: (row) => write(row.position[1]) }, { key: 'lon', title: 'Longitud', align: 'right', text: (row) => write(row.position[0]) },
        { key: 'do', title: 'Acción', text: () => '', sortable: false, render: (row) => <><Button size="compact" disabled={row.at === at} onPress={() => onPick(row.at)}>{row.at === at ? 'Elegido' : 'Elegir'}<span className="visually-hidden"> el vértice {row.at + 1}</span></Button> <Button size="compact" kind="plain" onPress={() => onRemove(row.at)}>Quitar<span className="visually-hidden"> el vértice {row.at + 1}</span></Button></> },
      ]} />
      </details>
    </Section>
  )
}
