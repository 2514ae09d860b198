import { Button, DataTable, Section, StateBadge, useApi } from '#design'
import type { Finding } from '../../../operations/finding.ts'

const tones = { bien: 'good', aviso: 'warning', mal: 'bad' } as const
/** What `doctor` says, from the page. */
export const Health = () => {
  const { data, problem, loading, again } = useApi<{ findings: readonly Finding[] }>('system/health')
  return (
    <Section title="Salud" aside={<Button size="compact" busy={loading} onPress={again}>Revisar de nuevo</Button>}>
      <DataTable<Finding> caption="Salud del sistema" hideCaption sort="none" phone="lines" rows={data?.findings} rowKey={({ what }) => what} loading={loading} problem={problem} source="lo mismo que dice «secplan doctor»"
        columns={[{ key: 'what', title: 'Qué se miró', text: ({ what }) => what }, { key: 'state', title: 'Estado', text: ({ state }) => state, render: ({ state }) => <StateBadge tone={tones[state]}>{state}</StateBadge> }, { key: 'remedy', title: 'Qué hacer', text: ({ remedy }) => remedy ?? '' }]} />
    </Section>
  )
}
