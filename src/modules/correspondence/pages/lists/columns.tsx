import { formatDay } from '#kernel'
import { StateBadge, type TableColumn } from '#design'
import { type ActLine, kindTitle, stateTitle } from '../../contract.ts'
import { actHref } from '../../hrefs.ts'
import { stateTone } from '../words.ts'

const subject = ({ subject, restricted, effect }: ActLine): string => [subject, restricted ? '(reservado)' : '', effect ? `(${effect})` : ''].filter(Boolean).join(' ')

/** What every list of acts shows. */
export const actColumns: readonly TableColumn<ActLine>[] = [
  { key: 'title', title: 'Acto', width: '22%', text: ({ title }) => title },
  { key: 'subject', title: 'Materia', width: '38%', text: subject },
  { key: 'on', title: 'Fecha', text: ({ actOn }) => (actOn ? formatDay(actOn) : '') },
  { key: 'unit', title: 'Unidad', text: ({ unit }) => unit },
  { key: 'state', title: 'Estado', text: ({ state }) => stateTitle[state], render: ({ state }) => <StateBadge tone={stateTone[state]}>{stateTitle[state]}</StateBadge> },
  { key: 'waits', title: 'Espera a', text: ({ waitsFor }) => waitsFor },
]
export const rowHref = ({ id }: ActLine): string => actHref(id)
export const kindChoices = Object.entries(kindTitle).map(([value, title]) => ({ value, title }))
