import type { Day, Law, LawValue } from '#kernel'
import { z } from 'zod'
import type { LawLine } from '../contract/fields.ts'

const Matter = z.object({ key: z.string(), title: z.string(), article: z.string(), majority: z.enum(['attendees', 'members', 'two-thirds', 'none']), notice: z.string() })
export type Matter = z.output<typeof Matter>
const Basis = z.object({ key: z.string(), title: z.string(), article: z.string(), term: z.string() })
export type Basis = z.output<typeof Basis>

/** What may be put to the council on a day, with the majority and the advance notice that the law asks of each. */
export const mattersOn = (law: Law, on: Day): readonly Matter[] => z.array(Matter).parse(law.table('council/matters', on))
const plain = (key: string): Matter => ({ key, title: key, article: '', majority: 'attendees', notice: '' })
/** A matter by its key. One that the law no longer lists keeps its key as name and asks the usual majority. */
export const matterOn = (law: Law, key: string, on: Day): Matter => mattersOn(law, on).find((one) => one.key === key) ?? plain(key)
/** Business days of advance notice of a matter on the day of a session; 0 when the law asks none. */
export const noticeDays = (law: Law, { notice }: Matter, on: Day): number => {
  const value = notice ? law.find(notice, on)?.value : 0
  return typeof value === 'number' ? value : 0
}
/** Powers with which a councillor asks for information (LOCM 79 and 87). */
export const basesOn = (law: Law, on: Day): readonly Basis[] => z.array(Basis).parse(law.table('council/request-bases', on))
export const lawLine = ({ norm, article = '', confidence, note }: LawValue): LawLine => ({ norm, article, confidence, ...(note ? { note } : {}) })
/** «Ley 18.695…, artículo 81 (por confirmar)». */
export const citation = ({ norm, article, confidence }: LawLine): string => `${norm}${article ? `, artículo ${article}` : ''}${confidence.startsWith('M') ? ' (por confirmar)' : ''}`
