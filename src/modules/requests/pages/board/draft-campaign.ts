import type { AskedView, PreviewAnswer } from '../../contract.ts'

/** One line of the campaign being prepared: what is asked, of whom, or left out. */
export type DraftItem = { readonly id: string; readonly source: string; readonly sourceTitle: string; readonly subjectId: string | null; readonly unitId: string | null; readonly label: string; readonly why: string; readonly previous: string; readonly kind: AskedView['kind']; readonly measure: string; readonly out: boolean }

const itemOf = (one: AskedView): DraftItem => ({ id: one.id, source: one.source, sourceTitle: one.sourceTitle, subjectId: one.subjectId, unitId: one.unitId, label: one.label, why: one.why, previous: one.previousText, kind: one.kind, measure: one.measure, out: false })
export const draftFrom = ({ asked }: PreviewAnswer): readonly DraftItem[] => asked.map(itemOf)

export type Group = { readonly unitId: string | null; readonly unitName: string; readonly post: string; readonly items: readonly DraftItem[] }
/** Who will receive what, unit by unit; what has no unit yet comes first. */
export const groupsOf = (items: readonly DraftItem[], units: PreviewAnswer['units']): readonly Group[] => {
  const known = new Map(units.map((unit) => [unit.id, unit]))
  const ids = [...new Set(items.map(({ unitId }) => unitId))]
  return ids.map((unitId) => {
    const unit = unitId ? known.get(unitId) : undefined
    const addressee = unit?.addressee
    return { unitId, unitName: unit?.name ?? 'Sin unidad responsable', post: addressee ? `${addressee.post}${addressee.absentPost ? `, por ausencia de ${addressee.absentPost}` : ''}` : '', items: items.filter((item) => item.unitId === unitId) }
  }).sort((a, b) => Number(a.unitId !== null) - Number(b.unitId !== null) || (a.unitName < b.unitName ? -1 : 1))
}
/** What stops the opening, in words. */
export const openingMistakes = (draft: { readonly title: string; readonly dueOn: string | null; readonly items: readonly DraftItem[] }): { field: string; message: string }[] => {
  const asked = draft.items.filter(({ out }) => !out)
  return [
    ...(draft.title.trim().length < 5 ? [{ field: 'title', message: 'Escriba un título' }] : []), ...(draft.dueOn ? [] : [{ field: 'dueOn', message: 'Elija el vencimiento' }]),
    ...(asked.length === 0 ? [{ field: 'items', message: 'No queda nada que pedir: incluya algo o agregue una pregunta' }] : []),
    ...(asked.some(({ unitId }) => unitId === null) ? [{ field: 'items', message: 'Hay cosas pedidas sin unidad: elija quién responde cada una, o no la pida' }] : []),
  ]
}
