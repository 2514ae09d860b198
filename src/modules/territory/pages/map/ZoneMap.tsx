import { type KeyboardEvent, type PointerEvent, type ReactNode, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Button } from '#design'
import type { BackgroundAnswer } from '../../contract.ts'
import type { Position, Shape } from '../../shapes.ts'
import { boxText, scaleOf, type Sheet, shapePath, sheetAt, type View, viewOf, zoomed } from './view.ts'
import './map.css'

export type MapZone = { readonly id: string; readonly title: string; readonly shape: Shape; readonly tone?: 'own' | 'chosen' | 'bad' | 'quiet' }
export type MapHand = { readonly sheet: Sheet; readonly view: View; /** Metres of one pixel of the window. */ readonly pixel: number }
type Props = {
  readonly label: string; readonly background: BackgroundAnswer | undefined; readonly zones: readonly MapZone[]; readonly onChoose?: (id: string) => void
  /** A press on the map that was no drag. */ readonly onPoint?: (position: Position, hand: MapHand) => void
  /** Keys before the map takes them; true when it was used. */ readonly onKey?: (event: KeyboardEvent, hand: MapHand) => boolean
  readonly children?: (hand: MapHand) => ReactNode; readonly focus?: readonly Shape[]
}
const STEP = 1 / 8
/** The map drawn by the page, without network: it moves by dragging, wheel, two fingers, arrows, + and −. */
export const ZoneMap = ({ label, background, zones, onChoose, onPoint, onKey, children, focus }: Props) => {
  const drawing = useRef<SVGSVGElement>(null)
  const fingers = useRef(new Map<number, readonly [number, number]>())
  const dragged = useRef(0)
  const help = useId()
  const commune = background?.commune
  const start = focus && focus.length > 0 ? focus : zones.length > 0 ? zones.map(({ shape }) => shape) : commune ? [commune] : []
  const origin = commune ?? start[0]
  const sheet = useMemo(() => sheetAt((origin?.type === 'Polygon' ? origin.coordinates[0]?.[0] : origin?.coordinates[0]?.[0]?.[0]) ?? [-72.6, -38.7]), [origin])
  const [moved, move] = useState<View>()
  const [size, measure] = useState({ width: 800, height: 600 })
  const proportion = size.height / size.width
  const home = useMemo(() => viewOf(start, sheet, proportion), [proportion, start.map(({ coordinates }) => coordinates.length).join(), sheet, start[0]])
  const view = moved ?? home
  const pixel = view.width / size.width
  const hand: MapHand = { sheet, view, pixel }
  useEffect(() => {
    const place = drawing.current
    if (!place) return
    const watcher = new ResizeObserver(([entry]) => { if (entry && entry.contentRect.width > 0) measure({ width: entry.contentRect.width, height: entry.contentRect.height }) })
    watcher.observe(place)
    const wheel = (event: WheelEvent) => { event.preventDefault(); const at = pointAt(event.clientX, event.clientY); move((old) => zoomed(old ?? home, event.deltaY < 0 ? 1.25 : 0.8, at)) }
    place.addEventListener('wheel', wheel, { passive: false })
    return () => { watcher.disconnect(); place.removeEventListener('wheel', wheel) }
  }, [home, view])
  const pointAt = (x: number, y: number): readonly [number, number] => { const box = drawing.current?.getBoundingClientRect(); return box ? [view.x - view.width / 2 + ((x - box.left) / box.width) * view.width, view.y + ((y - box.top) / box.height - 1 / 2) * view.width * proportion] : [view.x, view.y] }
  const down = (event: PointerEvent) => { fingers.current.set(event.pointerId, [event.clientX, event.clientY]); dragged.current = 0 }
  const drag = (event: PointerEvent) => {
    const before = fingers.current.get(event.pointerId)
    if (!before) return
    const here: readonly [number, number] = [event.clientX, event.clientY]
    const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
    fingers.current.set(event.pointerId, here)
    dragged.current += Math.hypot(here[0] - before[0], here[1] - before[1])
    if (dragged.current < 4) return
    if (other) { const [far, near] = [Math.hypot(here[0] - other[0], here[1] - other[1]), Math.hypot(before[0] - other[0], before[1] - other[1])]; move(zoomed(view, far / Math.max(1, near), pointAt(other[0], other[1]))) }
    else move({ ...view, x: view.x - (here[0] - before[0]) * pixel, y: view.y - (here[1] - before[1]) * pixel })
  }
  const up = (event: PointerEvent) => { fingers.current.delete(event.pointerId); if (dragged.current < 4 && onPoint && event.type === 'pointerup') onPoint(sheet.take(pointAt(event.clientX, event.clientY)), hand) }
  const key = (event: KeyboardEvent) => {
    if (onKey?.(event, hand)) { event.preventDefault(); return }
    const steps: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }
    const step = steps[event.key]
    if (step) move({ ...view, x: view.x + step[0] * view.width * STEP, y: view.y + step[1] * view.width * STEP })
    else if (event.key === '+' || event.key === '-') move(zoomed(view, event.key === '+' ? 1.5 : 1 / 1.5))
    else return
    event.preventDefault()
  }
  const scale = scaleOf(view.width)
  return (
    <div className="zone-map">
      <svg ref={drawing} viewBox={boxText(view, proportion)} tabIndex={0} role="application" aria-label={label} aria-describedby={help} onPointerDown={down} onPointerMove={drag} onPointerUp={up} onPointerCancel={up} onPointerLeave={up} onKeyDown={key}>
        {commune && <path className="map-commune" d={shapePath(commune, sheet)} />}
        {background?.census.map((zone) => <path key={zone.geocode} className="map-census" d={shapePath(zone.shape, sheet)}><title>{zone.title}</title></path>)}
        {background?.urban.map((town) => <path key={town.name} className="map-urban" d={shapePath(town.shape, sheet)}><title>{town.name}</title></path>)}
        {zones.map((zone) => <path key={zone.id} className={`map-zone ${zone.tone ?? 'own'}`} d={shapePath(zone.shape, sheet)} onClick={() => { if (dragged.current < 4) onChoose?.(zone.id) }}><title>{zone.title}</title></path>)}
        {children?.(hand)}
        <g transform={`translate(${view.x - view.width / 2 + pixel * 12} ${view.y + (view.width * proportion) / 2 - pixel * 12})`}><path className="map-scale" d={`M0,${-pixel * 5}V0H${scale.metres}V${-pixel * 5}`} /><text className="map-scale-text" x={scale.metres + pixel * 6} fontSize={pixel * 12}>{scale.text}</text></g>
      </svg>
      <div className="map-hand">
        <Button size="compact" label="Acercar" onPress={() => move(zoomed(view, 1.5))}>+</Button><Button size="compact" label="Alejar" onPress={() => move(zoomed(view, 1 / 1.5))}>−</Button><Button size="compact" onPress={() => move(undefined)}>Ver todo</Button>
      </div>
      <p className="source" id={help}>Arrastre o use las flechas para moverse; rueda, dos dedos, + y − para acercar.{background && ' De fondo: límite comunal, límites urbanos censales (línea cortada) y zonas del Censo 2017 (línea fina).'}</p>
    </div>
  )
}
