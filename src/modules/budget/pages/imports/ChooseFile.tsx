import { useState } from 'react'
import { monthNames, monthOf, yearOf } from '#kernel'
import { api, Button, Fields, FileDrop, Form, ProblemView, Section, Select, type StoredFile, useAct, useAddress, useApi, useSession } from '#design'
import type { ImportList } from '../../answers.ts'
import { emptyDraft } from './use-import-draft.ts'

/** The month before today's: the one that finance offices have just closed. */
const usualMonth = (today: string & { readonly __kind: 'day' }): { year: number; month: number } => (monthOf(today) === 1 ? { year: yearOf(today) - 1, month: 12 } : { year: yearOf(today), month: monthOf(today) - 1 })
export const startImport = 'budget/start-import'
export type StartInput = { fileHash: string; year: number; month: number; recipe?: string }

/** First step: which month it is and the file. The month and the recipe stay in the address. */
export const ChooseFile = () => {
  const { search, set } = useAddress()
  const { today } = useSession().clock
  const usual = usualMonth(today)
  const [year, month] = [Number(search['de']?.slice(0, 4)) || usual.year, Number(search['de']?.slice(5, 7)) || usual.month]
  const recipe = search['receta'] ?? ''
  const recipes = useApi<ImportList>('budget/list-imports', {}).data?.recipes ?? []
  const [file, keep] = useState<StoredFile>()
  const put = (next: { year?: number; month?: number }) => set({ de: `${next.year ?? year}-${String(next.month ?? month).padStart(2, '0')}` })
  const { run, running, problem } = useAct<StartInput, { id: string; job: string }>(startImport, {
    refresh: ['budget/list-imports'],
    onDone: async ({ result }) => {
      await api.act('budget/keep-import-draft', { id: result.id, draft: { ...emptyDraft, readJob: result.job } })
      set({ carga: result.id, de: undefined, receta: undefined })
    },
  })
  const start = (stored: StoredFile) => { keep(stored); void run({ fileHash: stored.hash, year, month, ...(recipe ? { recipe } : {}) }) }
  return (
    <Section title="Archivo y mes" aside="El balance trae cifras acumuladas desde enero">
      <Form label="Empezar una carga" onSubmit={() => { if (file) start(file) }}>
        <Fields columns={3}>
          <Select label="Mes del balance" value={String(month)} onChange={(value) => put({ month: Number(value) })} choices={monthNames.map((name, index) => ({ value: String(index + 1), title: name }))} />
          <Select label="Año" value={String(year)} onChange={(value) => put({ year: Number(value) })} choices={[0, 1, 2].map((back) => ({ value: String(yearOf(today) - back), title: String(yearOf(today) - back) }))} />
          <Select label="Receta" help={recipes.length ? 'Cómo se leyó la última vez.' : 'Se recordará después de la primera carga.'} value={recipe || 'ninguna'} onChange={(value) => set({ receta: value === 'ninguna' ? undefined : value })}
            choices={[{ value: 'ninguna', title: 'Reconocer el archivo' }, ...recipes.map(({ name }) => ({ value: name, title: name }))]} />
        </Fields>
        <FileDrop label="Planilla del balance" help="Excel (.xlsx o .xls), LibreOffice (.ods) o texto (.csv), de cualquier sistema contable; en pesos o en miles." accept={['.xlsx', '.xls', '.ods', '.csv', '.xlsm', '.txt']} onStored={start} />
        {problem && <ProblemView problem={problem} action={file && <Button onPress={() => start(file)}>Repetir con «{file.name}»</Button>} />}
        {running && <p role="status">Abriendo «{file?.name}»…</p>}
      </Form>
    </Section>
  )
}
