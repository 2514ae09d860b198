import { formatInstant, formatNumber, monthNames } from '#kernel'
import { ButtonLink, DataTable, EmptyState, PageTitle, PrintButton, Section, StateBadge, type TableColumn, TodayOnly, type Tone, useApi, useMay } from '#design'
import type { ImportList, ImportState, ImportSummary } from '../../answers.ts'
import { useYear, YearChoice } from '../parts/YearChoice.tsx'
import '../parts/budget.css'

export const importTones: Readonly<Record<ImportState, Tone>> = { reading: 'warning', staged: 'data', loaded: 'good', cancelled: 'neutral', undone: 'bad' }
export const kindText = (kind: string): string => (kind === 'income' ? 'ingresos' : kind === 'both' ? 'ingresos y gastos' : kind === 'expenditure' ? 'gastos' : '')
const count = (key: keyof ImportSummary['counts'], title: string): TableColumn<ImportSummary> => ({ key, title, align: 'right', number: ({ counts }) => counts[key] ?? null, text: ({ counts }) => (counts[key] === undefined ? '' : formatNumber(counts[key])) })
const columns: readonly TableColumn<ImportSummary>[] = [
  { key: 'month', title: 'Balance', text: ({ month, year, kind }) => `${monthNames[month - 1]} de ${year}${kindText(kind) ? `, ${kindText(kind)}` : ''}`, number: ({ year, month }) => year * 100 + month },
  { key: 'state', title: 'Estado', text: ({ stateTitle }) => stateTitle, render: ({ state, stateTitle }) => <StateBadge tone={importTones[state]}>{stateTitle}</StateBadge> },
  { key: 'file', title: 'Archivo', text: ({ fileName, sheet }) => [fileName, sheet].filter(Boolean).join(' · ') },
  count('new', 'Nuevas'), count('changed', 'Cambian'), count('equal', 'Iguales'),
  { key: 'who', title: 'Quién y cuándo', text: ({ startedBy, startedAt }) => `${startedBy}, ${formatInstant(startedAt)}` },
]

/** Loads of balances of a year: each with its receipt; what is under way goes back to the assistant. */
const ImportsPage = () => {
  const may = useMay('budget.import')
  const choice = useYear()
  const { data, problem, loading } = useApi<ImportList>('budget/list-imports', { year: choice.year })
  return (
    <>
      <PageTitle title="Cargas de balances" lead="Cada carga es un asiento: se sabe qué archivo trajo cada cifra y se deshace entera."
        actions={<><PrintButton />{may && <ButtonLink kind="primary" icon="upload" href="/presupuestar/cargas/nueva">Cargar un balance</ButtonLink>}</>} />
      <div className="toolbar"><YearChoice {...choice} /></div>
      <TodayOnly why="cada carga se muestra con su estado; lo que cargó sí responde a ambas fechas en el presupuesto" />
      <DataTable caption={`Cargas de ${choice.year}`} columns={columns} rows={data?.imports} rowKey={({ id }) => id} rowHref={({ id, state }) => (state === 'reading' ? `/presupuestar/cargas/nueva?carga=${id}` : `/presupuestar/cargas/${id}`)} loading={loading} problem={problem}
        empty={<EmptyState title={`Aún no se ha cargado ningún balance de ${choice.year}`} actions={may && <ButtonLink kind="primary" href="/presupuestar/cargas/nueva">Cargar un balance</ButtonLink>}>El balance mensual entra desde la planilla del sistema contable, sin volver a escribirlo. {may ? 'La primera vez toma unos minutos; después la lectura se recuerda.' : 'Lo carga SECPLA o Administración y Finanzas.'}</EmptyState>} />
      {data && data.recipes.length > 0 && (
        <Section title="Recetas recordadas" aside="Cómo se lee cada planilla">
          <ul className="plain-list">{data.recipes.map(({ name, kind, usedOn }) => <li key={name}><a href={`/presupuestar/cargas/nueva?receta=${encodeURIComponent(name)}`}>{name}</a> <span className="soft">{[kindText(kind), usedOn && `usada el ${usedOn.slice(8, 10)}-${usedOn.slice(5, 7)}-${usedOn.slice(0, 4)}`].filter(Boolean).join(' · ')}</span></li>)}</ul>
        </Section>
      )}
    </>
  )
}
export default ImportsPage
