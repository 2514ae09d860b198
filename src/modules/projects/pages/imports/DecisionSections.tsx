import { counted, formatNumber } from '#kernel'
import { Button, Checkbox, Chip, DataTable, FigureRow, Section, Segmented, Select, StateBadge, type TableColumn, useAddressParam } from '#design'
import { type KeptField, keptFieldTitle, type ListItem, type ListPreview, repeatRules, type RepeatRule } from '../../imports/import-contract.ts'
import type { ListImport } from './use-list-import.ts'

type Props = { readonly state: ListImport; readonly preview: ListPreview }
const ruleTitle: Readonly<Record<RepeatRule, string>> = { latest: 'Uno: rige la fila más reciente', one: 'Uno: no se suma', sum: 'Uno: sus montos se suman', apart: 'Son proyectos distintos' }
const MOST = 60

/** Codes that come in several rows. */
export const RepeatedCodes = ({ state, preview }: Props) => {
  const { choices } = state
  if (!choices || preview.repeated.length === 0) return null
  const accept = () => state.choose({ repeated: { ...choices.repeated, ...Object.fromEntries(preview.repeated.map((one) => [keyOf(preview, one.rows[0]?.row ?? -1), one.proposed])) } })
  return (
    <Section title="Códigos repetidos" aside={counted(preview.repeated.length, 'código', 'códigos')}>
      <div className="toolbar"><span>Cada código trae su propuesta; cámbiela donde no corresponda.</span><Button size="compact" onPress={accept}>Aceptar las {preview.repeated.length} propuestas</Button></div>
      <DataTable caption="Códigos repetidos" hideCaption rows={preview.repeated.slice(0, MOST)} rowKey={({ code, rows }) => `${code} ${rows[0]?.row ?? 0}`} sort="none" phone="lines" columns={[
        { key: 'code', title: 'Código', text: ({ code }) => code }, { key: 'rows', title: 'Filas', text: ({ rows }) => rows.map(({ row, name, since, cost }) => `${row + 1}: ${name}${since ? `, ${since}` : ''}, ${cost}`).join('; '), render: ({ rows }) => <ul className="plain-list">{rows.map(({ row, name, since, cost }) => <li key={row}>Fila {row + 1}: {name}{since && `, ${since}`}, {cost}</li>)}</ul> },
        { key: 'why', title: 'Propuesta', text: ({ proposed, reason }) => `${ruleTitle[proposed]}: ${reason}` },
        { key: 'rule', title: 'Decisión', text: ({ rule }) => rule, render: ({ code, rows, rule }) => <span className="in-cell"><Select label={`Qué es ${code}`} value={rule || 'falta'} onChange={(value) => { if (value !== 'falta') state.choose({ repeated: { ...choices.repeated, [keyOf(preview, rows[0]?.row ?? -1)]: value as RepeatRule } }) }} choices={[{ value: 'falta', title: 'Falta decidir' }, ...repeatRules.map((value) => ({ value: value as string, title: ruleTitle[value] }))]} /></span> },
      ]} />
    </Section>
  )
}
/** The key under which a repeated row is gathered: the code of the project it became, without the mark of being apart. */
const keyOf = (preview: ListPreview, row: number): string => preview.items.find(({ rows, state }) => state !== 'rejected' && rows.includes(row))?.key ?? ''

/** Rows that look like a project that is already there: the person says. */
export const Resemblances = ({ state, preview }: Props) => {
  const { choices } = state
  if (!choices || preview.resemblances.length === 0) return null
  return (
    <Section title="¿Son el mismo proyecto?" aside={`${counted(preview.resemblances.filter(({ decided }) => decided === '').length, 'por decidir', 'por decidir')}`}>
      <DataTable caption="Proyectos parecidos" hideCaption rows={preview.resemblances} rowKey={({ key }) => key} sort="none" phone="lines" columns={[
        { key: 'list', title: 'La lista trae', text: ({ name, told, row }) => `Fila ${row + 1}: ${name} (${told})` }, { key: 'known', title: 'En la cartera', text: ({ projectName, project }) => `${projectName} (${project})` }, { key: 'why', title: 'Por qué', text: ({ why }) => why },
        { key: 'do', title: 'Decisión', text: ({ decided }) => decided, render: ({ key, projectId, decided, name }) => <Segmented label={`Decisión sobre ${name}`} value={decided === '' ? '' : decided === 'apart' ? 'apart' : 'same'} onChange={(value) => state.choose({ pairs: { ...choices.pairs, [key]: value === 'apart' ? 'apart' : projectId } })} choices={[{ value: 'same', title: 'Es el mismo' }, { value: 'apart', title: 'Es otro' }]} /> },
      ]} />
    </Section>
  )
}
const views = [['new', 'Nuevos'], ['changed', 'Cambian'], ['equal', 'Iguales'], ['rejected', 'Rechazados'], ['left-out', 'Fuera']] as const
/** What would change: each project, old → new by field, with what stays as it is. */
export const ListChanges = ({ state, preview }: Props) => {
  const { choices } = state
  const [asked, choose] = useAddressParam('ver')
  const { counts } = preview
  const view = views.find(([value]) => value === asked)?.[0] ?? (counts.changed > 0 ? 'changed' : 'new')
  if (!choices) return null
  const rows = preview.items.filter((item) => item.state === view)
  const keep = (key: string, field: KeptField, on: boolean) => state.choose({ kept: { ...choices.kept, [key]: on ? [...(choices.kept[key] ?? []), field] : (choices.kept[key] ?? []).filter((one) => one !== field) } })
  const columns: readonly TableColumn<ListItem>[] = [
    { key: 'row', title: 'Fila', align: 'right', text: ({ rows: all }) => all.map((row) => row + 1).join(', ') }, { key: 'name', title: 'Proyecto', text: ({ told, codeSays, match }) => [codeSays, told.name, match && match.name !== told.name ? `(en la cartera: ${match.name})` : ''].filter(Boolean).join(' ') },
    { key: 'what', title: view === 'rejected' ? 'Razón' : 'Qué cambia', sortable: false, text: (item) => (item.reasons.length > 0 ? item.reasons.join(' ') : item.changes.length > 0 ? item.changes.map(({ field, before, after }) => `${keptFieldTitle[field]}: ${before} → ${after}`).join('; ') : [item.told.place, item.stageTitle, item.costText].filter(Boolean).join(' · ')),
      render: (item) => (item.changes.length === 0 ? <>{item.reasons.join(' ') || [item.told.place, item.stageTitle, item.costText].filter(Boolean).join(' · ') || 'sin otros datos'}</> : <ul className="plain-list">{item.changes.map(({ field, before, after, kept }) => <li key={field}>{keptFieldTitle[field]}: de {kept ? <ins>{before}</ins> : <del>{before}</del>} a {kept ? <del>{after}</del> : <ins>{after}</ins>} <Checkbox checked={kept} onChange={(on) => keep(item.key, field, on)}>Conservar el de la cartera</Checkbox></li>)}</ul>) },
    { key: 'out', title: 'Decidir', sortable: false, text: () => '', render: ({ key, state: is, told }) => (is === 'rejected' ? <span className="faint">en el archivo</span> : <Button size="compact" kind="plain" label={`${is === 'left-out' ? 'Traer' : 'No cargar'} ${told.name}`} onPress={() => state.choose({ dropped: is === 'left-out' ? choices.dropped.filter((one) => one !== key) : [...choices.dropped, key] })}>{is === 'left-out' ? 'Traer' : 'No cargar'}</Button>) },
  ]
  return (
    <Section title="Qué cambiará" aside={[counts.merged > 0 ? `${counted(counts.merged, 'fila unida', 'filas unidas')} a otra` : '', counts.totals > 0 ? `${counted(counts.totals, 'fila de totales', 'filas de totales')} sin cargar` : '', counts.leftOut > 0 ? `${counted(counts.leftOut, 'fila fuera', 'filas fuera')} de lo elegido` : ''].filter(Boolean).join(' · ')}>
      <FigureRow label="Proyectos de la lista" items={([['new', 'nuevos', 'good'], ['changed', 'cambian', 'data'], ['equal', 'iguales', 'neutral'], ['rejected', 'rechazados', counts.rejected ? 'bad' : 'neutral']] as const).map(([key, label, tone]) => ({ label, state: <StateBadge tone={tone}>{label}</StateBadge>, text: formatNumber(counts[key]) }))} />
      <div className="toolbar"><div className="chips" role="group" aria-label="Proyectos que se ven">{views.map(([value, title]) => <Chip key={value} pressed={view === value} onPress={() => choose(value)}>{title} {preview.items.filter((item) => item.state === value).length}</Chip>)}</div></div>
      <DataTable caption="Proyectos de la lista" hideCaption columns={columns} rows={rows.slice(0, MOST)} rowKey={({ key }) => key} sortParam="ordencambios" phone="lines" empty={<p className="source">Ninguno.</p>} notes={rows.length > MOST ? [`Se ven ${MOST} de ${formatNumber(rows.length)}.`] : []} />
    </Section>
  )
}
