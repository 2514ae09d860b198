import type { Day } from '#kernel'
import { DateField, Fields, FormDialog, newId, Select, useAddress, useSession } from '#design'
import { projectHref } from '../../hrefs.ts'
import { emptyProject, type ProjectDraft, ProjectFields } from '../parts/ProjectFields.tsx'

type Draft = ProjectDraft & { id: string; stage: 'idea' | 'profile'; since: Day | null }

/** A new project enters as an idea or a profile, and opens its record. */
export const CreateProject = () => {
  const { go } = useAddress()
  const { today } = useSession().clock
  return (
    <FormDialog<Draft, Draft> button="Crear un proyecto" icon="add" kind="primary" title="Crear un proyecto" wide action="projects/create-project" refresh={['projects', 'evidence']} done="Proyecto creado" submit="Crear"
      start={() => ({ ...emptyProject, id: newId(), stage: 'idea', since: today })} input={(values) => values} onDone={({ id }) => go(projectHref(id))}>
      {({ values, set, error }) => (
        <>
          <ProjectFields values={values} set={set} error={error} />
          <Fields columns={2}>
            <Select label="Etapa de ingreso" value={values.stage} onChange={(stage) => set({ stage })} choices={[{ value: 'idea', title: 'Idea' }, { value: 'profile', title: 'En formulación' }]} />
            <DateField label="Desde" name="since" value={values.since} onChange={(since) => set({ since })} maximum={today} error={error('since')} required />
          </Fields>
        </>
      )}
    </FormDialog>
  )
}
