import { useState } from 'react'
import { type Day, formatDay, formatInstant, inForce, type LawParameter, type LawValue, needsConfirmation } from '#kernel'
import { Button, DateField, Dialog, Fields, Form, FormActions, HistoryList, ProblemView, RadioGroup, TextField, useAct, useApi, useSession } from '#design'
import { lawText, readLawText } from './law-text.ts'
import { citation, valueText } from './law-value.ts'

type Input = { id: string; from: Day; value: unknown; norm: string; article?: string; link?: string; note?: string }
type Draft = { mode: 'confirm' | 'new'; from: Day | null; text: string; norm: string; article: string; link: string; note: string }
type History = { readonly entries: readonly { readonly id: string; readonly summary: string; readonly recorded_at: string; readonly office: string | null }[] }
const startOf = (parameter: LawParameter, value: LawValue): Draft => ({ mode: 'confirm', from: null, text: lawText(parameter, value.value), norm: value.norm, article: value.article ?? '', link: value.link ?? '', note: value.note ?? '' })
const HELP: Readonly<Record<string, string>> = { list: 'Un elemento por línea.', table: 'Columnas separadas por tabulador, como las pega una planilla; la primera línea son los nombres.', record: 'Una línea por dato: nombre, tabulador y valor.', number: 'Con coma para los decimales; las proporciones van de 0 a 1.', boolean: 'sí o no.' }

/** What ruled and when, newest first, and what the ledger says of it. */
const Past = ({ parameter }: { parameter: LawParameter }) => {
  const { data } = useApi<History>('evidence/record-history', { kind: 'law', id: parameter.id })
  const values = [...parameter.values].sort((a, b) => (a.from < b.from ? 1 : -1))
  return (
    <details>
      <summary>Historia del valor</summary>
      <ul>{values.map((value) => <li key={value.from}>Desde el {formatDay(value.from)}: <b>{valueText(value, parameter.unit)}</b>, {citation(value)}{needsConfirmation(value) && ' (por confirmar)'}</li>)}</ul>
      {(data?.entries.length ?? 0) > 0 && <HistoryList items={(data?.entries ?? []).map((one) => ({ id: one.id, at: one.recorded_at, who: one.office ?? 'Secplan', what: one.summary }))} />}
      {data?.entries[0] && <p className="source">Último asiento: {formatInstant(data.entries[0].recorded_at)}.</p>}
    </details>
  )
}

/** Confirms a value against its text, or adds the one that rules from a day on. National values are never rewritten. */
export const ConfirmLaw = ({ parameter, value }: { parameter: LawParameter; value: LawValue }) => {
  const { today } = useSession().clock
  const [draft, change] = useState<Draft>()
  const [mistake, say] = useState<string>()
  const act = useAct<Input>('evidence/confirm-law', { refresh: ['law', 'evidence'], done: ({ result }) => ((result as { done: string }).done === 'confirmed' ? 'Valor confirmado; rige desde ya' : 'Valor nuevo agregado; rige desde su fecha'), onDone: () => change(undefined) })
  const close = () => { change(undefined); say(undefined); act.forget() }
  const set = (patch: Partial<Draft>) => { if (draft) change({ ...draft, ...patch }) }
  const error = (field: string) => act.problem?.field(field)
  const save = ({ mode, from, text, norm, article, link, note }: Draft) => {
    const reading = mode === 'confirm' ? { value: value.value } : readLawText(text, parameter)
    const day = mode === 'confirm' ? value.from : from
    say('mistake' in reading ? reading.mistake : undefined)
    if ('mistake' in reading || !day) return
    void act.run({ id: parameter.id, from: day, value: reading.value, norm, ...(article.trim() ? { article } : {}), ...(link.trim() ? { link } : {}), ...(note.trim() ? { note } : {}) })
  }
  return (
    <>
      <Button kind="plain" size="compact" onPress={() => change(startOf(parameter, value))}>{needsConfirmation(value) ? 'Confirmar' : 'Actualizar'}<span className="visually-hidden"> {parameter.title}</span></Button>
      <Dialog title={parameter.title} open={draft !== undefined} onClose={close} wide={parameter.kind === 'table'}>
        {draft && (
          <Form label={`Confirmar ${parameter.title}`} onSubmit={() => { if (!act.running) save(draft) }} mistakes={draft.mode === 'new' && !draft.from && mistake === undefined && act.problem === undefined ? [] : (act.problem?.body.errors ?? []).map(({ pointer, message }) => ({ field: pointer.slice(1), message }))}>
            <p>Vigente desde el {formatDay(value.from)}: <b>{valueText(value, parameter.unit)}</b>, {citation(value)}. {parameter.local ? 'Es un valor local: lo fija la municipalidad.' : 'Es un valor nacional: se confirma tal como está o se agrega el que lo reemplaza.'}</p>
            {(parameter.kind === 'table' || parameter.kind === 'record' || parameter.kind === 'list') && draft.mode === 'confirm' && <details><summary>Ver el contenido completo</summary><pre className="locator">{lawText(parameter, value.value)}</pre></details>}
            <RadioGroup<Draft['mode']> label="Qué hace" value={draft.mode} onChange={(mode) => set({ mode, from: mode === 'new' ? today : null })} choices={[{ value: 'confirm', title: 'Confirmo este valor: lo cotejé con el texto' }, { value: 'new', title: parameter.local ? 'Fijo otro valor' : 'Agrego el valor que rige después' }]} />
            {draft.mode === 'new' && <>
              <DateField label="Rige desde" name="from" value={draft.from} onChange={(from) => set({ from })} error={error('from')} required />
              <TextField label="Valor" name="value" lines={parameter.kind === 'number' || parameter.kind === 'boolean' ? 1 : parameter.kind === 'text' ? 3 : 10} value={draft.text} onChange={(text) => set({ text })} help={HELP[parameter.kind]} error={mistake ?? error('value')} required />
            </>}
            <Fields columns={2}>
              <TextField label="Norma" name="norm" value={draft.norm} onChange={(norm) => set({ norm })} error={error('norm')} required />
              <TextField label="Artículo" name="article" value={draft.article} onChange={(article) => set({ article })} error={error('article')} required={false} />
            </Fields>
            <TextField label="Enlace al texto" name="link" type="url" value={draft.link} onChange={(link) => set({ link })} error={error('link')} required={false} />
            <TextField label="Nota" name="note" lines={2} value={draft.note} onChange={(note) => set({ note })} required={false} maxLength={500} />
            <Past parameter={parameter} />
            {act.problem && <ProblemView problem={act.problem} />}
            <FormActions><Button onPress={close}>Volver</Button><Button kind="primary" type="submit" busy={act.running}>{draft.mode === 'confirm' ? 'Confirmar' : 'Agregar'}</Button></FormActions>
          </Form>
        )}
      </Dialog>
    </>
  )
}
/** The value that rules on a day, or the first to come. */
export const shownValue = (parameter: LawParameter, on: Day): LawValue | undefined => inForce(parameter, on) ?? parameter.values[0]
