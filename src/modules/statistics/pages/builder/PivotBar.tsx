import { type DragEvent, useState } from 'react'
import { Button, Icon, Menu, type MenuEntry, Select } from '#design'
import type { Cube } from '../../model/cube.ts'
import type { TableRequest } from '../../model/request.ts'
import { MEASURE, placed, type Side, sideTitle, stepped, transposed, without } from './arrange-request.ts'

type Props = { request: TableRequest; cube: Cube; layer: Readonly<Record<string, string>>; change: (request: TableRequest) => void; onLayer: (key: string, code: string) => void }
type Chip = { readonly key: string; readonly title: string; readonly count: number }
const SIDES: readonly Side[] = ['row', 'column', 'layer']

const chipsOf = (cube: Cube, request: TableRequest, side: Side): readonly Chip[] => {
  const chip = (key: string): Chip[] => { const found = cube.variables.find((one) => one.key === key); return found ? [{ key, title: found.title, count: found.codes.length }] : [] }
  return [...request.variables.filter(({ place }) => place === side).flatMap(({ dimension }) => chip(dimension)), ...(request.measures.length > 1 && request.measurePlace === side ? chip(MEASURE) : [])]
}
/** The variables where they stand: they are dragged, or moved from the menu of each one. */
export const PivotBar = ({ request, cube, layer, change, onLayer }: Props) => {
  const [over, hover] = useState<Side>()
  const drop = (side: Side, before?: string) => (event: DragEvent) => { event.preventDefault(); event.stopPropagation(); hover(undefined); const key = event.dataTransfer.getData('text/plain'); if (key) change(placed(request, key, side, before)) }
  const entries = (side: Side, { key, title }: Chip, at: number, last: number): { title?: string; entries: MenuEntry[] }[] => [
    { title: 'Llevar a', entries: SIDES.filter((one) => one !== side).map((one) => ({ id: one, title: sideTitle[one], onPress: () => change(placed(request, key, one)) })) },
    ...(key === MEASURE ? [] : [{ title: 'Orden', entries: [{ id: 'before', title: 'Más afuera', disabled: at === 0, onPress: () => change(stepped(request, key, -1)) }, { id: 'after', title: 'Más adentro', disabled: at === last, onPress: () => change(stepped(request, key, 1)) }] },
      { title: title, entries: [{ id: 'away', title: 'Quitar del cuadro', note: 'Queda su total', disabled: request.variables.length === 1, onPress: () => change(without(request, key)) }] }]),
  ]
  return (
    <div className="pivot no-print" role="group" aria-label="Dónde está cada variable">
      {SIDES.map((side) => {
        const chips = chipsOf(cube, request, side)
        return (
          <div key={side} className={over === side ? 'pivot-side over' : 'pivot-side'} onDragOver={(event) => { event.preventDefault(); hover(side) }} onDragLeave={() => hover(undefined)} onDrop={drop(side)}>
            <span className="pivot-name">{sideTitle[side]}</span>
            {chips.map((chip, at) => (
              <span key={chip.key} className="pivot-chip" draggable onDragStart={(event) => { event.dataTransfer.setData('text/plain', chip.key); event.dataTransfer.effectAllowed = 'move' }} onDrop={drop(side, chip.key)}>
                <Menu className="button compact" label={`${chip.title} ${chip.count}: mover, está en ${sideTitle[side].toLowerCase()}`} groups={entries(side, chip, at, chips.length - 1)} button={<><span className="pivot-grip" aria-hidden="true">⠿</span>{chip.title} <small>{chip.count}</small><Icon name="down" /></>} />
              </span>
            ))}
            {chips.length === 0 && <span className="pivot-empty">ninguna</span>}
          </div>
        )
      })}
      <Button kind="plain" size="compact" onPress={() => change(transposed(request))}>Trasponer</Button>
      {cube.variables.filter(({ place, codes }) => place === 'layer' && codes.length > 1).map(({ key, title, codes }) => (
        <div key={key} className="pivot-layer"><Select label={title} value={codes.some(({ code }) => code === layer[key]) ? (layer[key] ?? null) : (codes[0]?.code ?? null)} onChange={(code) => onLayer(key, code)} choices={codes.map(({ code, label }) => ({ value: code, title: label }))} /></div>
      ))}
    </div>
  )
}
