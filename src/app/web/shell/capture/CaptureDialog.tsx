import { useMemo, useState } from 'react'
import { addDays, type Day, weekday } from '#kernel'
import { Button, Chip, ComboBox, DateField, Dialog, Form, FormActions, newId, ProblemView, type StoredFile, TextField, useAct, useApi, useSession } from '#design'
import { PhotoButton } from './PhotoButton.tsx'
import './capture.css'

type Assignees = { readonly people: readonly { readonly id: string; readonly name: string; readonly office: string }[]; readonly units: readonly { readonly id: string; readonly name: string }[] }
type Draft = { readonly id: string; readonly text: string; readonly askedBy: string; readonly target: string | null; readonly until: Day | null; readonly file?: StoredFile }
type Input = { id: string; text: string; askedBy: string; forAccount: string | null; forUnit: string | null; until: Day | null; fileHash: string | null }

/** Days most often said aloud, from today: hoy, mañana, el viernes, en una semana. */
const spoken = (today: Day): readonly { readonly title: string; readonly day: Day }[] => [{ title: 'Hoy', day: today }, { title: 'Mañana', day: addDays(today, 1) }, { title: 'El viernes', day: addDays(today, (5 - weekday(today) + 7) % 7 || 7) }, { title: 'En una semana', day: addDays(today, 7) }]
const inputOf = ({ id, text, askedBy, target, until, file }: Draft): Input => {
  const [kind, whom] = target?.split(':') ?? []
  return { id, text, askedBy, until, forAccount: kind === 'p' && whom ? whom : null, forUnit: kind === 'u' && whom ? whom : null, fileHash: file?.hash ?? null }
}

/** What was asked, of whom, until when and a photo, all in sight: written standing in a corridor, with one thumb. */
const CaptureDialog = ({ onClose }: { onClose: () => void }) => {
  const { account, clock } = useSession()
  const [draft, change] = useState<Draft>(() => ({ id: newId(), text: '', askedBy: '', target: null, until: null }))
  const { data } = useApi<Assignees>('calendar/assignees')
  const act = useAct<Input>('calendar/assign', { refresh: ['calendar', 'home'], done: 'Encargo anotado', onDone: onClose })
  const choices = useMemo(() => [...(data?.people ?? []).map(({ id, name, office }) => ({ value: `p:${id}`, title: id === account?.id ? `${name} (yo)` : name, note: office })), ...(data?.units ?? []).map(({ id, name }) => ({ value: `u:${id}`, title: name, note: 'unidad' }))], [data, account?.id])
  const set = (patch: Partial<Draft>) => change((old) => ({ ...old, ...patch }))
  return (
    <Dialog title="Anotar un encargo" open onClose={onClose}>
      <Form label="Anotar un encargo" onSubmit={() => { if (!act.running) void act.run(inputOf(draft)) }} mistakes={(act.problem?.body.errors ?? []).map(({ pointer, message }) => ({ field: pointer.slice(1), message }))}>
        <TextField label="Qué pidieron" name="text" lines={3} value={draft.text} onChange={(text) => set({ text })} error={act.problem?.field('text')} placeholder="El alcalde pidió el listado de luminarias del sector norte" autoFocus required />
        <ComboBox label="Para" help="Si no elige, queda para usted." value={draft.target} onChange={(target) => set({ target })} choices={choices} error={act.problem?.field('forAccount') ?? act.problem?.field('forUnit')} required={false} />
        <div className="field"><span className="label" id="capture-until">Hasta cuándo <span className="field-optional">(opcional)</span></span><div className="capture-chips" role="group" aria-labelledby="capture-until">{spoken(clock.today).map(({ title, day }) => <Chip key={title} pressed={draft.until === day} onPress={() => set({ until: draft.until === day ? null : day })}>{title}</Chip>)}</div></div>
        <PhotoButton file={draft.file} onFile={(file) => set({ file })} />
        <details className="capture-more">
          <summary>Quién lo pidió, otra fecha</summary>
          <TextField label="Quién lo pidió" name="askedBy" help="El cargo o la unidad." value={draft.askedBy} onChange={(askedBy) => set({ askedBy })} placeholder="Alcaldía" required={false} />
          <DateField label="Otra fecha" name="until" value={draft.until} onChange={(until) => set({ until })} error={act.problem?.field('until')} required={false} />
        </details>
        {act.problem && <ProblemView problem={act.problem} />}
        <FormActions><Button onPress={onClose}>Volver</Button><Button kind="primary" type="submit" busy={act.running}>Anotar</Button></FormActions>
      </Form>
    </Dialog>
  )
}
export default CaptureDialog
