import type { FigureValue } from '#kernel'
import { Button, ProblemView, Select, TextField, ThinLoader, useApi, useRouteParam } from '#design'
import { useEffect, useState } from 'react'

type Field = { readonly name: string; readonly required: boolean; readonly choices?: readonly string[] }
const titles: Readonly<Record<string, string>> = {
  period: 'Período', year: 'Año', shift: 'Comparación', management: 'Gestión', title: 'Subtítulo', item: 'Ítem', account: 'Cuenta', area: 'Área de gestión', programme: 'Programa', objective: 'Objetivo', project: 'Proyecto',
  funding: 'Fuente de financiamiento', line: 'Línea del presupuesto', side: 'Ingresos o gastos', limit: 'Límite legal', stage: 'Etapa', light: 'Estado', plan: 'Plan', label: 'Nombre', indicator: 'Indicador',
}
const words: Readonly<Record<string, string>> = { income: 'Ingresos', expenditure: 'Gastos', '0': 'El período', '1': 'Un año antes', personnel: 'Personal', 'contract-staff': 'Contrata', fees: 'Honorarios', grants: 'Subvenciones', good: 'Al día', warning: 'Por vencer', bad: 'Atrasado', none: 'Sin dato' }
const help: Readonly<Record<string, string>> = { period: 'Por ejemplo 2026-1, 2026-06 o 2026', title: 'Código, por ejemplo 21', account: 'Código, por ejemplo 215-22-04', year: 'Cuatro cifras' }
const EMPTY = '–'

/** The same figure with other parameters, and its value at once. Enter in a field computes it. */
export const FigureParameters = ({ figure, onFigure }: { figure: FigureValue; onFigure: (figure: FigureValue) => void }) => {
  const report = useRouteParam('id')
  const [typed, type] = useState<Readonly<Record<string, string>>>(figure.recipe.parameters)
  const [asked, ask] = useState<Readonly<Record<string, string>>>(figure.recipe.parameters)
  const [open, show] = useState(false)
  const { data, problem, loading } = useApi<{ fields: readonly Field[]; figure: FigureValue }>('reporting/figure-form', { report, id: figure.recipe.id, parameters: JSON.stringify(asked) }, { enabled: open })
  useEffect(() => { if (open && data && asked !== figure.recipe.parameters) onFigure(data.figure) }, [data])
  const change = (name: string, value: string) => type((old) => Object.fromEntries(Object.entries({ ...old, [name]: value }).filter(([, text]) => text !== '')))
  const fields = data?.fields.filter(({ name }) => titles[name]) ?? []
  if (!open) return <Button kind="plain" size="compact" onPress={() => show(true)}>Con otros parámetros…</Button>
  return (
    <form className="picker-parameters" aria-label="Parámetros de la cifra" onSubmit={(event) => { event.preventDefault(); ask(typed) }}>
      {fields.map(({ name, choices, required }) => choices
        ? <Select key={name} label={titles[name] ?? name} value={typed[name] ?? EMPTY} choices={[...(required ? [] : [{ value: EMPTY, title: 'Sin precisar' }]), ...choices.map((value) => ({ value, title: words[value] ?? value }))]} onChange={(value) => change(name, value === EMPTY ? '' : value)} />
        : <TextField key={name} label={titles[name] ?? name} help={help[name]} value={typed[name] ?? ''} onChange={(value) => change(name, value)} required={required ? undefined : false} />)}
      <ThinLoader active={loading} label="Calculando la cifra" />
      {problem && <ProblemView problem={problem} />}
      <Button type="submit" size="compact" busy={loading}>Calcular</Button>
    </form>
  )
}
