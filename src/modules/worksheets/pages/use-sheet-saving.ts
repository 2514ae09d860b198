import { useState } from 'react'
import { api, type ApiProblem, newId, toProblem, useAct } from '#design'
import type { Comparison, Line, SheetOpened } from '../contract.ts'
import { type EditedLine, sheetText } from '../grid/sheet-text.ts'

/** What the records answered to what was typed: by cell, why it is not taken. */
export type Answered = { readonly rejected: ReadonlyMap<string, string>; readonly conflicts: ReadonlyMap<string, string> }
const nothing: Answered = { rejected: new Map(), conflicts: new Map() }
const reasons = (lines: readonly Line[], verdict: Line['verdict'], said: (line: Line) => string) => new Map(lines.filter((line) => line.verdict === verdict).map((line) => [line.key, said(line)]))

/** Saves the edited rows as the file that would have come back: compared first, then applied as one load with its receipt. */
export const useSheetSaving = (sheet: SheetOpened | undefined, onSaved: (load: string) => void) => {
  const [answered, answer] = useState(nothing)
  const [sending, send] = useState(false)
  const [trouble, tell] = useState<ApiProblem>()
  const compare = useAct<object, Comparison>('worksheets/compare', { refresh: [] })
  const apply = useAct<object, { id: string }>('worksheets/apply', { refresh: ['worksheets'], onDone: ({ result }) => onSaved(result.id) })
  /** `force`: takes mine where another person changed it; `rest`: leaves out what is not admitted. */
  const save = async (lines: readonly EditedLine[], reason: string, { force = false, rest = false } = {}) => {
    if (!sheet) return
    send(true)
    tell(undefined)
    try {
      const file = new File([sheetText(sheet, lines)], `${sheet.title} (editada en grilla).csv`, { type: 'text/csv' })
      const { hash: fileHash } = await api.upload(file)
      const compared = (await compare.run({ name: sheet.name, fileHash }))?.result
      if (!compared) return
      const rejected = reasons(compared.lines, 'rejected', (line) => line.reason)
      const conflicts = reasons(compared.lines, 'conflict', ({ current }) => `Otra persona lo cambió después de que usted abrió la grilla: ahora dice «${current || 'vacío'}».`)
      answer({ rejected, conflicts })
      if ((rejected.size > 0 && !rest) || (conflicts.size > 0 && !force)) return
      await apply.run({ id: newId(), name: sheet.name, fileHash, reason, leave: [], force: [...conflicts.keys()] })
    } catch (error) {
      tell(toProblem(error))
    } finally {
      send(false)
    }
  }
  /** A cell that changes is asked again. */
  const forget = (keys: readonly string[]) => answer(({ rejected, conflicts }) => ({ rejected: new Map([...rejected].filter(([key]) => !keys.includes(key))), conflicts: new Map([...conflicts].filter(([key]) => !keys.includes(key))) }))
  return { save, forget, answered, busy: sending, problem: trouble ?? compare.problem ?? apply.problem, field: (name: string) => apply.problem?.field(name) }
}
