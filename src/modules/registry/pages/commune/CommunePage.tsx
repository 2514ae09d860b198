import { formatRut, type Rut } from '#kernel'
import { api, DefinitionList, EmptyState, FileChoice, FormDialog, PageTitle, PrintFoot, ProblemView, Section, type StoredFile, TextField, ThinLoader, useApi, useMay } from '#design'
import type { CommuneView } from '../../contract.ts'

type Draft = { municipality: string; address: string; rut: string; letterhead: string | null; file: StoredFile | undefined }

/** What heads every document that leaves the house. */
const CommunePage = () => {
  const may = useMay('registry.commune')
  const { data, problem } = useApi<{ commune: CommuneView }>('registry/show-commune')
  const commune = data?.commune
  if (!commune) return problem ? <><PageTitle title="Municipalidad y membrete" /><ProblemView problem={problem} /></> : <ThinLoader active label="Cargando los datos" />
  return (
    <>
      <PageTitle title="Municipalidad y membrete" lead="Los datos y la imagen que encabezan cada documento." actions={may && (
        <FormDialog<Draft, unknown> button="Cambiar los datos" icon="edit" kind="primary" title="Datos y membrete de la municipalidad" action="registry/change-commune" refresh={['registry', 'session']} done="Datos guardados" submit="Guardar" labels={{ municipality: 'Nombre', address: 'Dirección', rut: 'RUT' }}
          start={() => ({ municipality: commune.municipality, address: commune.address, rut: commune.rut, letterhead: commune.letterhead, file: undefined })} input={({ file, ...values }) => ({ ...values, version: commune.version, letterhead: file?.hash ?? values.letterhead })}>
          {({ values, set, error }) => (
            <>
              <TextField label="Nombre de la municipalidad" name="municipality" value={values.municipality} onChange={(municipality) => set({ municipality })} error={error('municipality')} required />
              <TextField label="Dirección" name="address" value={values.address} onChange={(address) => set({ address })} error={error('address')} required={false} />
              <TextField label="RUT" name="rut" value={values.rut} onChange={(rut) => set({ rut })} error={error('rut')} required={false} />
              <FileChoice label="Imagen del membrete" help="PNG o JPG de al menos 1.000 puntos de ancho." accept={['.png', '.jpg', '.jpeg']} file={values.file} onFile={(file) => set({ file })} />
            </>
          )}
        </FormDialog>
      )} />
      {!may && <p className="source">Los cambia la Secretaría Municipal o la Dirección de SECPLA.</p>}
      <DefinitionList items={[{ term: 'Municipalidad', value: commune.municipality }, { term: 'Comuna', value: `${commune.name} (${commune.code})` }, { term: 'Provincia y región', value: `${commune.province}, ${commune.region}` }, { term: 'Dirección', value: commune.address }, { term: 'RUT', value: commune.rut ? formatRut(commune.rut as Rut) : '' }]} />
      <Section title="Membrete">
        {commune.letterhead ? <img className="letterhead" src={api.file(commune.letterhead)} alt={`Membrete de ${commune.municipality}`} style={{ maxInlineSize: '100%', maxBlockSize: '160px' }} /> : <EmptyState title="Aún no hay imagen">Sin ella, los documentos llevan el nombre de la municipalidad en letras.</EmptyState>}
      </Section>
      <PrintFoot text={commune.municipality} />
    </>
  )
}
export default CommunePage
