import { counted, formatDay, formatNumber, formatPesos } from '#kernel'
import { DataTable, DefinitionList, PlaceLink, useMay } from '#design'
import type { ProjectAnswer } from '../../contract.ts'
import { RecordContract } from './RecordContract.tsx'
import { SetFunding } from './SetFunding.tsx'

const MARKER = ['0: no contribuye a la igualdad', '1: contribución significativa', '2: es su objetivo principal']

/** What describes the project, who pays it, its contracts and the stages it went through. */
export const ProjectData = ({ data }: { data: ProjectAnswer }) => {
  const { project, fundings, contracts, stages } = data
  const mayEdit = useMay('projects.edit')
  return (
    <>
      <DefinitionList items={[
        { term: 'Código BIP', value: project.bip, absence: 'aún no tiene' }, { term: 'Lugar', value: project.place },
        { term: 'Coordenadas', value: project.latitude !== null && project.longitude !== null ? `${formatNumber(project.latitude, 5)}; ${formatNumber(project.longitude, 5)}` : '' },
        { term: 'Unidad técnica', value: project.unitName }, { term: 'Formula', value: project.formulatorName }, { term: 'Inspección técnica', value: project.inspectorName, absence: 'sin designar' },
        { term: 'Beneficiarias y beneficiarios', value: project.women !== null || project.men !== null ? `${formatNumber(project.women ?? 0)} mujeres y ${formatNumber(project.men ?? 0)} hombres` : '' },
        { term: 'Marcador de género', value: project.genderMarker === null ? '' : MARKER[project.genderMarker], absence: 'sin revisar' }, { term: 'Fundamento', value: project.genderNote }, { term: 'Nombre corto en planillas', value: project.code },
      ]} />
      <DataTable caption="Financiamiento" subtitle="Pesos" sort="none" rows={fundings} rowKey={({ source }) => source} totals={fundings.length > 1 ? [{ source: 'total', title: 'Total', amount: fundings.reduce((sum, { amount }) => sum + amount, 0) }] : []}
        columns={[{ key: 'source', title: 'Fuente', text: ({ title }) => title }, { key: 'amount', title: 'Monto', align: 'right', text: ({ amount }) => formatPesos(amount), number: ({ amount }) => amount }]} empty={<p className="source">Aún no tiene fuentes asignadas.</p>} />
      {mayEdit && <SetFunding id={project.id} fundings={fundings} cost={project.cost} />}
      <DataTable caption="Contratos" subtitle="Pesos" sort="none" phone="lines" rows={contracts} rowKey={({ id }) => id} empty={<p className="source">Aún no tiene contrato.</p>}
        columns={[
          { key: 'number', title: 'Contrato', text: ({ number, tenderCode }) => [number && `N.º ${number}`, tenderCode && `licitación ${tenderCode}`].filter(Boolean).join(', ') || 'sin número' },
          { key: 'supplier', title: 'Proveedor', text: ({ supplierName }) => supplierName, render: ({ supplierId, supplierName }) => <PlaceLink href={`/proveedores/${supplierId}`}>{supplierName}</PlaceLink> },
          { key: 'amount', title: 'Monto', align: 'right', text: ({ amount }) => formatPesos(amount), number: ({ amount }) => amount },
          { key: 'term', title: 'Plazo', text: ({ startsOn, endsOn, days }) => `${formatDay(startsOn)} a ${formatDay(endsOn)} (${counted(days, 'día', 'días')})` },
        ]} />
      {mayEdit && <RecordContract id={project.id} />}
      <DataTable caption="Etapas" sort="none" phone="lines" rows={stages} rowKey={({ stage, on, reason }) => `${stage} ${on} ${reason}`}
        columns={[{ key: 'title', title: 'Etapa', text: ({ title }) => title }, { key: 'on', title: 'Desde', text: ({ on }) => formatDay(on) }, { key: 'reason', title: 'Qué ocurrió', text: ({ reason, document }) => [reason, document].filter(Boolean).join('. ') }, { key: 'who', title: 'Anotó', text: ({ recordedByName }) => recordedByName }]} />
    </>
  )
}
