import { useState } from 'react'
import { api, Button, ComboBox, DataTable, FormDialog, PlaceLink, ProblemView, Section, Select, useAct, useApi, useAsOf, useMay } from '#design'
import { type LinkKind, linkKinds, linkKindTitle, type LinkView } from '../../contract.ts'

type Link = { id: string; kind: LinkKind; targetId: string; remove: boolean }
const ACTION = 'projects/link-project'
const REFRESH = ['projects', 'evidence', 'plan']

/** What can be at the other end, found by its words; lines come from the budget of the year on screen. */
const TargetField = ({ kind, value, onChange, error }: { kind: LinkKind; value: string; onChange: (id: string) => void; error: string | undefined }) => {
  const [text, type] = useState('')
  const { effectiveOn, knownOn } = useAsOf()
  const line = kind === 'budget-line'
  const records = useApi<{ targets: readonly { id: string; title: string; note: string }[] }>('projects/find-link-targets', { kind, text }, { enabled: !line })
  const lines = useApi<{ rows: readonly { id: string; account: string; name: string; programmeName: string }[] }>('budget/list-lines', { year: effectiveOn.slice(0, 4), kind: 'expenditure', text, size: 40, effectiveOn, knownOn }, { enabled: line })
  const choices = line ? (lines.data?.rows ?? []).map(({ id, account, name, programmeName }) => ({ value: id, title: `${account} ${name}`, note: programmeName })) : (records.data?.targets ?? []).map(({ id, title, note }) => ({ value: id, title, note }))
  const problem = line ? lines.problem : records.problem
  return problem ? <ProblemView problem={problem} /> : <ComboBox label={linkKindTitle[kind]} name="targetId" help={line ? `Líneas de gasto de ${effectiveOn.slice(0, 4)}.` : undefined} value={value || null} onChange={(id) => onChange(id ?? '')} onText={type} choices={choices} error={error} required />
}
const RemoveLink = ({ project, link }: { project: string; link: LinkView }) => {
  const input: Link = { id: project, kind: link.kind, targetId: link.id, remove: true }
  const act = useAct<Link>(ACTION, { refresh: REFRESH, done: `Enlace con «${link.title}» quitado`, undo: () => api.act(ACTION, { ...input, remove: false }) })
  if (link.fixed) return <small className="soft">lo hizo el contrato</small>
  return <>{act.problem && <ProblemView problem={act.problem} />}<Button kind="plain" size="compact" busy={act.running} label={`Quitar el enlace con ${link.title}`} onPress={() => void act.run(input)}>Quitar</Button></>
}

/** The ties of the project made by hand: with the plan, the budget and contracts. */
export const ProjectLinks = ({ id }: { id: string }) => {
  const may = useMay('projects.edit')
  const { effectiveOn, knownOn } = useAsOf()
  const { data, problem, loading } = useApi<{ links: readonly LinkView[] }>('projects/project-links', { id, effectiveOn, knownOn })
  return (
    <Section title="Enlaces del proyecto" id="enlaces" aside={may && (
      <FormDialog<Link, Link> button="Agregar un enlace" icon="add" kind="plain" size="compact" title="Enlazar el proyecto" action={ACTION} refresh={REFRESH} done="Enlace agregado" submit="Enlazar" undo={(input) => api.act(ACTION, { ...input, remove: true })}
        start={() => ({ id, kind: 'objective', targetId: '', remove: false })} input={(values) => values}>
        {({ values, set, error }) => (
          <>
            <Select label="Con qué" value={values.kind} onChange={(kind) => set({ kind, targetId: '' })} choices={linkKinds.map((kind) => ({ value: kind, title: linkKindTitle[kind] }))} />
            <TargetField key={values.kind} kind={values.kind} value={values.targetId} onChange={(targetId) => set({ targetId })} error={error('targetId')} />
          </>
        )}
      </FormDialog>
    )}>
      <DataTable caption="Enlaces del proyecto" hideCaption sort="none" phone="lines" rows={data?.links} loading={loading} problem={problem} rowKey={({ kind, id: other }) => `${kind} ${other}`} empty={<p className="source">Aún no tiene enlaces. El hilo del proyecto empieza por su objetivo del plan y su línea del presupuesto.</p>}
        columns={[
          { key: 'kind', title: 'Con', text: ({ kindTitle }) => kindTitle }, { key: 'title', title: 'Registro', text: ({ title }) => title, render: ({ title, detail, href }) => <><PlaceLink href={href}>{title}</PlaceLink>{detail && <small className="soft"> {detail}</small>}</> },
          ...(may ? [{ key: 'do', title: 'Acciones', text: () => '', render: (link: LinkView) => <RemoveLink project={id} link={link} /> }] : []),
        ]} />
    </Section>
  )
}
