import { DataTable, EmptyState, Segmented, StateBadge, useAddressParam } from '#design'
import type { MatrixAnswer, MatrixLine, MatrixRole } from '../../permissions/matrix-contract.ts'
import { RuleList } from './RuleList.tsx'
import { rulesText, wayText } from './words.ts'

const SHOWN = [{ value: 'puede', title: 'Puede' }, { value: 'no', title: 'No puede' }, { value: 'todo', title: 'Todo' }] as const

/** What one role may do, line by line: the reading of a phone, and of whoever asks about one office. */
export const RoleTable = ({ answer, role, lines }: { answer: MatrixAnswer; role: MatrixRole; lines: readonly MatrixLine[] }) => {
  const [shown, show] = useAddressParam('ver', 'puede')
  const may = ({ roles }: MatrixLine): boolean => roles.includes(role.key)
  const rows = lines.filter((line) => shown === 'todo' || may(line) === (shown !== 'no'))
  const moduleTitles = new Map(answer.modules.map(({ key, title }) => [key, title]))
  return (
    <>
      <p><strong>{role.title}</strong>, {role.legalBasis}. Puede {lines.filter(may).length} de {lines.length}.</p>
      <Segmented label="Ver lo que" value={shown} onChange={show} choices={SHOWN} />
      <DataTable<MatrixLine> caption={`Permisos de ${role.title}`} hideCaption phone="lines" rows={rows} rowKey={({ name }) => name} source="definiciones del sistema y cargos vigentes de la comuna"
        empty={<EmptyState title="Nada cumple lo pedido"><p>Cambie el texto, el módulo o lo que se ve.</p></EmptyState>}
        columns={[
          { key: 'title', title: 'Acción o consulta', width: '30%', text: ({ title }) => title, render: ({ title, kind }) => <>{title}<small className="under">{kind === 'action' ? 'acción' : 'consulta'}</small></> },
          { key: 'module', title: 'Módulo', text: ({ module }) => moduleTitles.get(module) ?? module },
          { key: 'may', title: 'Puede', text: (line) => (may(line) ? 'sí' : 'no'), render: (line) => <StateBadge tone={may(line) ? 'good' : 'neutral'}>{may(line) ? 'sí' : 'no'}</StateBadge> },
          { key: 'way', title: 'Por qué permiso', text: (line) => wayText(line, answer.permissions) },
          { key: 'rules', title: 'Qué más se exige', sortable: false, text: rulesText, render: ({ rules }) => (rules.length > 0 ? <RuleList rules={rules} /> : <span className="source">nada más</span>) },
        ]} />
    </>
  )
}
