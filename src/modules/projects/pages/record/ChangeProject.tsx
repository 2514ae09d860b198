import { FormDialog, TextField } from '#design'
import type { ProjectAnswer } from '../../contract.ts'
import { type ProjectDraft, ProjectFields } from '../parts/ProjectFields.tsx'

type Draft = ProjectDraft & { costReason: string }
const labels = { name: 'Nombre', code: 'Código', bip: 'Código BIP', place: 'Lugar', genderNote: 'Fundamento del marcador' }

/** Corrects the record; a new cost says why. */
export const ChangeProject = ({ project }: { project: ProjectAnswer['project'] & { readonly formulatorId?: string | null; readonly inspectorId?: string | null } }) => (
  <FormDialog<Draft, unknown> button="Corregir los datos" icon="edit" kind="plain" size="compact" title="Corregir los datos del proyecto" wide action="projects/change-project" refresh={['projects', 'evidence', 'figures']} done="Datos corregidos" submit="Guardar" labels={labels}
    start={() => ({
      code: project.code, bip: project.bip ?? '', name: project.name, place: project.place, longitude: project.longitude, latitude: project.latitude, unitId: project.unitId, formulatorId: project.formulatorId ?? null, inspectorId: project.inspectorId ?? null,
      totalCost: project.cost, genderMarker: project.genderMarker, genderNote: project.genderNote, beneficiariesWomen: project.women, beneficiariesMen: project.men, costReason: '',
    })}
    input={(values) => ({ ...values, id: project.id, version: project.version })}>
    {({ values, set, error }) => (
      <>
        <ProjectFields values={values} set={set} error={error} />
        {values.totalCost !== project.cost && <TextField label="Por qué cambia el costo" name="costReason" value={values.costReason} onChange={(costReason) => set({ costReason })} error={error('costReason')} required />}
      </>
    )}
  </FormDialog>
)
