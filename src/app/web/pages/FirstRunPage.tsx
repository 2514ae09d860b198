import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Button, Form, FormActions, PageTitle, ProblemView, Section, type Step, Steps, useAct, useAddressParam } from '#design'
import { administratorMistakes, blankFirstRun, type FirstRun, unitMistakes } from './first-run.ts'
import { AdministratorStep, CommuneStep, communeMistakes, ReviewStep, UnitsStep } from './first-run-steps.tsx'

const steps = [
  { id: 'comuna', title: 'Municipalidad', mistakes: communeMistakes },
  { id: 'unidades', title: 'Unidades', mistakes: ({ units }: FirstRun) => unitMistakes(units) },
  { id: 'cuenta', title: 'Primera cuenta', mistakes: administratorMistakes },
  { id: 'revision', title: 'Revisar y comenzar', mistakes: () => [] },
] as const

const place = 'secplan.first-run'
/** What was written survives a reload of the tab; the password does not leave the page. */
const useDraft = () => {
  const [draft, set] = useState<FirstRun>(() => {
    try { return { ...blankFirstRun, ...(JSON.parse(sessionStorage.getItem(place) ?? '{}') as Partial<FirstRun>) } } catch { return blankFirstRun }
  })
  useEffect(() => {
    const kept = { ...draft, repeated: '', administrator: { ...draft.administrator, password: '' } }
    try { sessionStorage.setItem(place, JSON.stringify(kept)) } catch { /* Without storage the draft lasts until the tab is closed. */ }
  }, [draft])
  return [draft, (patch: Partial<FirstRun>) => set((old) => ({ ...old, ...patch }))] as const
}

/** The first run of an empty installation, in four steps of any order; «atrás» of the browser returns to the step before. */
const FirstRunPage = () => {
  const client = useQueryClient()
  const [draft, change] = useDraft()
  const [open, goTo] = useAddressParam('paso', 'comuna')
  const [tried, attempt] = useState<readonly string[]>([])
  const start = useAct<unknown>('registry/first-run', { refresh: [], onDone: () => { sessionStorage.removeItem(place); goTo(undefined); void client.invalidateQueries() } })
  const index = Math.max(0, steps.findIndex(({ id }) => id === open))
  const step = steps[index] ?? steps[0]
  const pending = steps.filter(({ mistakes }) => mistakes(draft).length > 0)
  const mistakes = tried.includes(step.id) ? step.mistakes(draft) : []
  const mistake = (field: string) => mistakes.find((one) => one.field === field)?.message
  const next = () => {
    attempt([...tried, step.id])
    if (step.mistakes(draft).length > 0) return
    const following = steps[index + 1]
    if (following) return goTo(following.id)
    const [first] = pending
    if (first) { attempt([...tried, first.id]); return goTo(first.id) }
    const { name, rut, email, password } = draft.administrator
    const units = draft.units.filter((unit) => unit.name.trim()).map((unit) => ({ name: unit.name.trim(), code: unit.code.trim().toUpperCase() }))
    void start.run({ commune: draft.commune, units, administrator: { name: name.trim(), rut, email: email.trim(), password } })
  }
  const list = steps.map<Step>(({ id, title, mistakes: wrong }, at) => ({
    id, title, onPress: () => goTo(id),
    state: id === step.id ? 'here' : wrong(draft).length === 0 && at < 3 ? 'done' : tried.includes(id) ? 'half' : 'empty',
  }))
  const parts = { draft, change, mistake }
  return (
    <>
      <PageTitle title="Preparar Secplan" lead="Cuatro pasos, unos cinco minutos. Lo escrito se conserva aunque vuelva atrás." />
      <div className="desk">
        <aside className="desk-filters" aria-label="Pasos"><Steps label="Pasos de la preparación" steps={list} /></aside>
        <Section title={`${index + 1}. ${step.title}`} aside={`paso ${index + 1} de ${steps.length}`}>
          <div className="table-block">
            <Form label={step.title} onSubmit={next} mistakes={mistakes}>
              {start.problem && step.id === 'revision' && <ProblemView problem={start.problem} />}
              {step.id === 'comuna' && <CommuneStep {...parts} />}
              {step.id === 'unidades' && <UnitsStep {...parts} />}
              {step.id === 'cuenta' && <AdministratorStep {...parts} />}
              {step.id === 'revision' && <ReviewStep draft={draft} goTo={goTo} />}
              <FormActions>
                {index > 0 && <Button onPress={() => goTo(steps[index - 1]?.id)}>Volver</Button>}
                <Button kind="primary" type="submit" busy={start.running}>{step.id === 'revision' ? (pending.length > 0 ? `Completar ${pending[0]?.title.toLowerCase()}` : 'Comenzar') : 'Continuar'}</Button>
              </FormActions>
            </Form>
          </div>
        </Section>
      </div>
    </>
  )
}
export default FirstRunPage
