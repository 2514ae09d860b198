/** What a drawing is made of. Coordinates and sizes in pixels; text hangs from its baseline. */
export type Anchor = 'start' | 'middle' | 'end'
export type Rect = { readonly kind: 'rect'; readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly fill: string; readonly role: string }
export type Line = { readonly kind: 'line'; readonly points: readonly (readonly [number, number])[]; readonly stroke: string; readonly thickness: number; readonly dashed?: boolean; readonly role: string }
export type Dot = { readonly kind: 'dot'; readonly x: number; readonly y: number; readonly radius: number; readonly fill: string; readonly role: string }
export type Label = { readonly kind: 'label'; readonly x: number; readonly y: number; readonly text: string; readonly anchor: Anchor; readonly fill: string; readonly bold?: boolean; readonly role: string }
/** A filled region; rings inside another ring are holes. */
export type Area = { readonly kind: 'area'; readonly rings: readonly (readonly (readonly [number, number])[])[]; readonly fill: string; readonly role: string }
export type Mark = Rect | Line | Dot | Label | Area
export type Drawing = { readonly width: number; readonly height: number; readonly marks: readonly Mark[] }

/** Type of every chart: 12 px at any width, because a chart is redrawn and never shrunk. */
export const TYPE_SIZE = 12
export const LINE_HEIGHT = 15

export const label = (x: number, y: number, text: string, anchor: Anchor, fill: string, role: string, bold = false): Label => ({ kind: 'label', x, y, text, anchor, fill, role, bold })
export const rule = (x1: number, y1: number, x2: number, y2: number, stroke: string, role: string, thickness = 1, dashed = false): Line => ({
  kind: 'line', points: [[x1, y1], [x2, y2]], stroke, thickness, dashed, role,
})
