import { formatDay, formatPercent } from '#kernel'
import type { TableColumn } from '#design'
import type { IndicatorView } from '../../contract.ts'
import { LightBadge, lightWords } from './light.tsx'

/** Columns of a list of indicators: what was measured, the goal, the advance and the state. */
export const indicatorColumns: readonly TableColumn<IndicatorView>[] = [
  { key: 'name', title: 'Indicador', text: ({ code, name }) => `${code} ${name}` },
  { key: 'latest', title: 'Última medición', align: 'right', text: ({ latestText, approved, latestOn }) => (latestOn && !approved ? `${latestText}, por aprobar` : latestText), sortable: false },
  { key: 'on', title: 'Medido el', text: ({ latestOn }) => (latestOn ? formatDay(latestOn) : '') },
  { key: 'target', title: 'Meta', align: 'right', text: ({ targetText, targetYear }) => (targetYear ? `${targetText} (${targetYear})` : ''), sortable: false },
  { key: 'progress', title: 'Avance', align: 'right', number: ({ progress }) => progress, text: ({ progress }) => (progress === null ? '' : formatPercent(progress)) },
  { key: 'light', title: 'Estado', text: ({ light }) => lightWords[light], render: ({ light }) => <LightBadge light={light} /> },
]
