import { useState } from 'react'
import { type Day, formatDay, formatInstant, formatNumber } from '#kernel'
import { api, type ApiProblem, Button, Checkbox, ButtonLink, DataTable, Desk, Dialog, EmptyState, Form, FormActions, Notice, PageTitle, Pagination, PlaceLink, PrintButton, PrintFoot, ProblemView, Section, StateBadge, type TableColumn, Tabs, TextField, toProblem, useAct, useApi, useAsOf, useFilters, usePage } from '#design'
import type { LedgerLine } from '../../operations/ledger-page.ts'

type Chain = { readonly holds: boolean; readonly entries: number; readonly brokenAt?: number; readonly hash?: string }

/** Takes back an entry of the budget with its reason: the opposite is written, nothing is erased. */
const UndoHere = ({ line }: { line: LedgerLine }) => {
  const [open, toggle] = useState(false)
  const [reason, write] = useState('')
  const act = useAct<{ entryId: string; reason: string }>('budget/undo-entry', { refresh: ['budget', 'evidence', 'system'], done: 'Se deshizo el asiento; la historia lo conserva', onDone: () => toggle(false) })
  return (
    <>
      <Button kind="plain" size="compact" icon="undo" onPress={() => toggle(true)}>Deshacer<span className="visually-hidden"> el asiento {line.seq}</span></Button>
      <Dialog title={`Deshacer el asiento ${formatNumber(line.seq)}`} open={open} onClose={() => { toggle(false); act.forget() }}>
        <p>{line.what}. Se escribe lo contrario, con su razón; nada se borra.</p>
        <Form label="Deshacer un asiento" onSubmit={() => void act.run({ entryId: line.id, reason })}>
          <TextField label="Razón" name="reason" lines={2} value={reason} onChange={write} error={act.problem?.field('reason')} maxLength={300} required />
          {act.problem && <ProblemView problem={act.problem} />}
          <FormActions><Button onPress={() => toggle(false)}>Volver</Button><Button kind="danger" type="submit" busy={act.running}>Deshacer</Button></FormActions>
        </Form>
      </Dialog>
    </>
  )
}
const columns: readonly TableColumn<LedgerLine>[] = [
  { key: 'seq', title: 'N.º', align: 'right', text: ({ seq }) => formatNumber(seq) },
  { key: 'at', title: 'Anotado', text: ({ at }) => formatInstant(at) },
  { key: 'on', title: 'Rige desde', text: ({ effectiveOn }) => formatDay(effectiveOn as Day) },
  { key: 'who', title: 'Quién', text: ({ who, office }) => (office ? `${who}, ${office}` : who), render: ({ who, office }) => <>{who}{office && <small className="under">{office}</small>}</> },
  { key: 'what', title: 'Qué', width: '40%', text: ({ what }) => what, render: ({ what, record }) => <>{what}{record && <small className="under"><PlaceLink href={record.href}>{record.title}</PlaceLink></small>}</> },
  { key: 'state', title: 'Estado', text: ({ undoes, undoneBy }) => (undoneBy ? `deshecho por el ${undoneBy}` : undoes ? `deshace el ${undoes}` : 'firme'), render: ({ undoes, undoneBy }) => undoneBy ? <StateBadge tone="neutral">deshecho por el {formatNumber(undoneBy)}</StateBadge> : undoes ? <StateBadge tone="warning">deshace el {formatNumber(undoes)}</StateBadge> : <StateBadge tone="good">firme</StateBadge> },
  { key: 'do', title: 'Acciones', text: () => '', render: (line) => (line.undo === 'here' ? <UndoHere line={line} /> : line.undo === 'page' && line.record ? <ButtonLink kind="plain" size="compact" icon="undo" href={line.record.href}>Deshacer<span className="visually-hidden"> el asiento {line.seq}</span> en su página</ButtonLink> : null) },
]

/** A fingerprint in groups of eight, which wrap where they must. */
const grouped = (hash: string): string => hash.match(/.{1,8}/g)?.join(' ') ?? hash

/** Recomputes every link of the chain on the server. */
const ChainCheck = () => {
  const [answer, tell] = useState<Chain>()
  const [problem, complain] = useState<ApiProblem>()
  const [busy, work] = useState(false)
  const check = () => {
    work(true)
    complain(undefined)
    api.query<Chain>('evidence/verify-ledger', {}).then(tell, (error: Error) => complain(toProblem(error))).finally(() => work(false))
  }
  return (
    <>
      <p className="no-print"><Button busy={busy} onPress={check}>Comprobar la cadena</Button></p>
      {problem && <ProblemView problem={problem} />}
      {answer && (answer.holds
        ? <Notice tone="good" title="La cadena se sostiene"><p>{formatNumber(answer.entries)} asientos, cada uno con la huella del anterior.{answer.hash && <> Huella del último: <code className="locator">{grouped(answer.hash)}</code></>}</p></Notice>
        : <Notice tone="bad" title={`La cadena se rompe en el asiento ${formatNumber(answer.brokenAt ?? 0)}`}><p>No siga escribiendo: avise a Informática y compare con el último respaldo.</p></Notice>)}
    </>
  )
}

const Entries = () => {
  const { values, change } = useFilters(['texto', 'hasta', 'deshacer'] as const)
  const { knownOn, effectiveOn } = useAsOf()
  const before = /^\d+$/.test(values.hasta) ? Number(values.hasta) : undefined
  const { data, problem, loading } = useApi<{ lines: readonly LedgerLine[]; next: number | null }>('system/read-ledger', { text: values.texto, before, undoable: values.deshacer || undefined, effectiveOn, knownOn })
  const [text, write] = useState(values.texto)
  return (
    <Desk filtersLabel="Buscar en la bitácora" filters={<>
      <Form label="Buscar en la bitácora" onSubmit={() => change({ texto: text || undefined, hasta: undefined })}>
        <TextField label="Buscar" type="search" value={text} onChange={write} help="Palabras de lo que se hizo." required={false} />
        <FormActions><Button type="submit">Buscar</Button></FormActions>
      </Form>
      <Checkbox checked={Boolean(values.deshacer)} onChange={(on) => change({ deshacer: on ? 'si' : undefined, hasta: undefined })}>Sólo lo que usted puede deshacer</Checkbox>
      <p className="source">Las cargas y las carpetas adoptadas se deshacen dentro de su plazo, que está en Normativa vigente; un movimiento suelto, mientras su mes siga abierto.</p>
    </>}>
      <DataTable caption="Asientos" hideCaption sort="none" phone="lines" columns={columns} rows={data?.lines} rowKey={({ id }) => id} loading={loading} problem={problem} source="bitácora encadenada de la comuna"
        empty={<EmptyState title="Ningún asiento coincide"><p>Pruebe con otras palabras.</p></EmptyState>} />
      <FormActions>
        {before !== undefined && <Button onPress={() => change({ hasta: undefined })}>Volver a los más nuevos</Button>}
        {data?.next && <Button onPress={() => change({ hasta: String(data.next) })}>Asientos anteriores</Button>}
      </FormActions>
    </Desk>
  )
}
type Access = { readonly at: string; readonly kind: string; readonly what: string; readonly purpose: string; readonly who: string }
const kinds: Readonly<Record<string, string>> = { refused: 'intento rechazado', backup: 'descarga de un respaldo', read: 'lectura de datos sensibles' }
const Accesses = () => {
  const [page, turn] = usePage()
  const { data, problem, loading } = useApi<{ total: number; pages: number; accesses: readonly Access[] }>('system/list-access', { page })
  return (
    <Section title="Registro de accesos">
      <DataTable<Access> caption="Accesos" hideCaption sort="none" phone="lines" rows={data?.accesses} rowKey={({ at, what, who }) => `${at} ${what} ${who}`} loading={loading} problem={problem} source="registro de accesos de la comuna"
        empty={<EmptyState title="Ningún acceso que anotar"><p>Aquí quedan los intentos rechazados y las lecturas de datos sensibles.</p></EmptyState>}
        columns={[{ key: 'at', title: 'Cuándo', text: ({ at }) => formatInstant(at) }, { key: 'who', title: 'Quién', text: ({ who }) => who }, { key: 'kind', title: 'Clase', text: ({ kind }) => kinds[kind] ?? kind }, { key: 'what', title: 'Qué', text: ({ what }) => what }, { key: 'why', title: 'Para qué', text: ({ purpose }) => purpose }]} />
      {data && <Pagination page={page} pages={data.pages} total={data.total} onPage={turn} label="Páginas de accesos" />}
    </Section>
  )
}
/** Bitácora: every entry of the ledger, its chain, and who tried what. For those who audit. */
const LedgerPage = () => (
  <>
    <PageTitle title="Bitácora" lead="Todo lo que se ha hecho, por quién y en qué cargo. Nada se borra: lo deshecho también queda." actions={<PrintButton />} />
    <ChainCheck />
    <Tabs label="Partes de la bitácora" items={[{ id: 'asientos', title: 'Asientos', content: <Entries /> }, { id: 'accesos', title: 'Accesos', content: <Accesses /> }]} />
    <PrintFoot text="Bitácora" />
  </>
)
export default LedgerPage
