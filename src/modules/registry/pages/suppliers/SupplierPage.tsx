import { type Day, formatDay, formatPesos, formatRut, formatThousands, type Rut } from '#kernel'
import { DataTable, DefinitionList, FigureRow, PageTitle, PrintButton, PrintFoot, ProblemView, RecordPage, Seal, Section, ThinLoader, useApi, useAsOf, useEvidence, useMay, usePageName, useRouteParam } from '#design'
import type { SupplierView } from '../../contract.ts'
import { suppliersHref } from '../../hrefs.ts'
import { ChangeSupplier, CorrectRut, SetSupplierActive } from './SupplierForms.tsx'

type Contracts = { readonly contracts: readonly { readonly id: string; readonly projectId: string; readonly project: string; readonly number: string; readonly tenderCode: string; readonly amount: number; readonly signedOn: Day }[] }

/** A supplier: who it is and what it was contracted for. */
const SupplierPage = () => {
  const id = useRouteParam('id')
  const { effectiveOn, knownOn } = useAsOf()
  const [may, mayProjects] = [useMay('registry.suppliers'), useMay('projects.read')]
  const { data, problem, loading } = useApi<{ supplier: SupplierView }>('registry/show-supplier', { id })
  const contracts = useApi<Contracts>('projects/contracts-of-supplier', { supplier: id, effectiveOn, knownOn }, { enabled: mayProjects })
  const evidence = useEvidence('supplier', id)
  const supplier = data?.supplier
  usePageName(supplier?.name, [{ title: 'Proveedores', href: suppliersHref }])
  if (!supplier) return problem ? <><PageTitle title="Proveedor" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando el proveedor" />
  const rows = contracts.data?.contracts
  return (
    <>
      <ThinLoader active={loading} label="Actualizando el proveedor" />
      <RecordPage title={supplier.name} above={<><span>Proveedor</span><b>{formatRut(supplier.rut as Rut)}</b>{!supplier.active && <Seal tone="neutral">Inactivo</Seal>}</>} lead={[supplier.activity, supplier.city].filter(Boolean).join(' · ') || undefined}
        actions={<><PrintButton />{may && <SetSupplierActive supplier={supplier} />}</>}
        thread={[{ id: 'supplier', kind: 'Proveedor', name: supplier.name, state: 'here' }, ...(rows && rows.length > 0 ? [{ id: 'contracts', kind: 'Contratos', name: rows.length === 1 ? (rows[0]?.project ?? '') : `${rows.length} contratos`, value: formatThousands(rows.reduce((sum, { amount }) => sum + amount, 0)), href: rows.length === 1 ? `/proyectos/${rows[0]?.projectId}` : '#contratos', state: 'full' as const }] : [{ id: 'contracts', kind: 'Contratos', name: 'sin contratos', state: 'missing' as const }])]}
        summary={<>
          {rows && rows.length > 0 && <FigureRow label="Contratos con el proveedor" items={[{ label: 'Contratos', text: String(rows.length) }, { label: 'Contratado', text: formatThousands(rows.reduce((sum, { amount }) => sum + amount, 0)), note: 'suma de la lista' }]} />}
          <Section title="Contratos" id="contratos">
            {mayProjects ? <DataTable caption="Contratos con el proveedor" hideCaption sort="none" phone="lines" loading={contracts.loading} problem={contracts.problem} rows={rows} rowKey={(one) => one.id} rowHref={({ projectId }) => `/proyectos/${projectId}`} empty={<p className="source">No tiene contratos de proyectos registrados a esta fecha.</p>}
              columns={[{ key: 'project', title: 'Proyecto', text: ({ project }) => project }, { key: 'tender', title: 'Licitación', text: ({ tenderCode }) => tenderCode }, { key: 'signed', title: 'Firmado', text: ({ signedOn }) => formatDay(signedOn) }, { key: 'amount', title: 'Monto', align: 'right', text: ({ amount }) => formatPesos(amount), number: ({ amount }) => amount }]} /> : <p className="source">Su cargo no ve la cartera de proyectos.</p>}
          </Section>
        </>}
        data={<DefinitionList items={[{ term: 'RUT', value: formatRut(supplier.rut as Rut) }, { term: 'Clase', value: supplier.kind === 'legal' ? 'Persona jurídica' : 'Persona natural' }, { term: 'Rubro', value: supplier.activity }, { term: 'Ciudad', value: supplier.city }]} />}
        dataActions={may && <><ChangeSupplier supplier={supplier} /><CorrectRut supplier={supplier} /></>} {...evidence} />
      <PrintFoot text={`Proveedor ${formatRut(supplier.rut as Rut)}`} />
    </>
  )
}
export default SupplierPage
