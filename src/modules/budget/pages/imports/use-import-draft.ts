import { useEffect, useRef, useState } from 'react'
import { type ApiProblem, api, isEnded, toProblem, useApi, useJob } from '#design'
import type { ImportChoices, ImportRecord, PreviewAnswer, ReadAnswer } from '../../answers.ts'

export type DraftStep = 'encabezado' | 'columnas' | 'cargar'
export type ImportDraft = { readonly step: DraftStep; readonly readJob: string; readonly previewJob: string; readonly loadJob: string; readonly choices: Partial<ImportChoices> }
export const emptyDraft: ImportDraft = { step: 'encabezado', readJob: '', previewJob: '', loadJob: '', choices: {} }

const isDraft = (value: unknown): value is ImportDraft => typeof value === 'object' && value !== null && 'readJob' in value && 'choices' in value
export const isWhole = (choices: Partial<ImportChoices>): choices is ImportChoices =>
  choices.sheet !== undefined && Boolean(choices.headerRows?.length) && choices.columns !== undefined && choices.unit !== undefined && choices.kind !== undefined && choices.accepted !== undefined && choices.recipe !== undefined

/** The choices a reading proposes, keeping what the person had already accepted. */
export const choicesFrom = (read: ReadAnswer, old: Partial<ImportChoices>): Partial<ImportChoices> => ({
  sheet: read.sheet, headerRows: [...read.header], columns: read.columns.map(({ column, field }) => ({ column, field })), unit: read.unit, kind: read.kind, accepted: old.accepted ?? [], recipe: old.recipe || read.recipe,
})

/**
 * A load under way. What the person decides is kept in the server as it changes, so that nothing is lost by going back or closing the
 * window; each reading and each preview is a job, whose answer is followed until it ends.
 */
export const useImportDraft = (id: string) => {
  const record = useApi<ImportRecord>('budget/show-import', { id }, { enabled: id !== '' })
  const [draft, set] = useState<ImportDraft>()
  const [problem, tell] = useState<ApiProblem>()
  const owner = useRef('')
  const asked = useRef('')
  useEffect(() => {
    if (!record.data || record.data.id !== id || owner.current === id) return
    owner.current = id
    asked.current = ''
    // A review kept from before may compare with a book that has moved since: it is made anew, unless its load had already begun.
    const kept = isDraft(record.data.choices) ? { ...emptyDraft, ...record.data.choices } : emptyDraft
    set(kept.loadJob ? kept : { ...kept, previewJob: '' })
  }, [record.data, id])
  const reading = useJob<ReadAnswer>(draft?.readJob || undefined)
  const preview = useJob<PreviewAnswer>(draft?.previewJob || undefined)
  const loading = useJob(draft?.loadJob || undefined)
  const change = (patch: Partial<ImportDraft>) => set((old) => (old ? { ...old, ...patch } : old))
  useEffect(() => {
    if (!draft || !draft.readJob) return
    const timer = setTimeout(() => { api.act('budget/keep-import-draft', { id, draft }, { quiet: true }).catch(() => undefined) }, 400)
    return () => clearTimeout(timer)
  }, [draft, id])
  const queue = async (name: string, input: unknown, field: 'readJob' | 'previewJob' | 'loadJob') => {
    tell(undefined)
    try {
      const { result } = await api.act<{ job: string }>(name, input)
      change({ [field]: result.job })
    } catch (error) { tell(toProblem(error)) }
  }
  const read = reading.job?.state === 'done' ? reading.job.result : undefined
  useEffect(() => {
    if (read && draft && !isWhole(draft.choices)) change({ choices: choicesFrom(read, draft.choices) })
  }, [read, draft])
  const choices = draft?.choices
  useEffect(() => {
    if (!choices || !isWhole(choices) || draft?.loadJob) return
    const text = JSON.stringify(choices)
    if (asked.current === text || (asked.current === '' && draft?.previewJob)) { asked.current = text; return }
    const timer = setTimeout(() => { asked.current = text; void queue('budget/preview-import', { id, choices }, 'previewJob') }, 350)
    return () => clearTimeout(timer)
  }, [choices, draft?.loadJob])
  return {
    record: record.data, recordProblem: record.problem, draft, problem, read, reading: reading.job, cancelReading: reading.cancel, preview: preview.job?.state === 'done' ? preview.job.result : undefined, previewing: preview.job && !isEnded(preview.job) ? preview.job : undefined, previewJob: preview.job,
    loading: loading.job, cancelLoading: loading.cancel,
    choose: (patch: Partial<ImportChoices>) => change({ choices: { ...(draft?.choices ?? {}), ...patch } }),
    /** Reads again: another sheet, another header or another recipe. The columns are proposed anew. */
    readAgain: (given: { sheet: number; headerRows?: readonly number[]; recipe?: string }) => {
      change({ readJob: '', previewJob: '', choices: { accepted: draft?.choices.accepted ?? [], recipe: given.recipe ?? draft?.choices.recipe ?? '' } })
      asked.current = ''
      void queue('budget/show-sheet', { id, ...given }, 'readJob')
    },
    reviewAgain: () => { asked.current = ''; change({ loadJob: '', previewJob: '' }) },
    load: (watermark: number) => void queue('budget/import-balance', { id, choices, watermark }, 'loadJob'),
  }
}
export type ImportDraftState = ReturnType<typeof useImportDraft>
