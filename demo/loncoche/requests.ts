import type { Day } from '#kernel'

/**
 * Two campaigns of the demonstration: the one of the second half of 2025, closed with a unit late and one silent, and the one of the first
 * half of 2026, past its due date on the day of the demonstration clock. Invented, and coherent with the measurements of `plan.ts`:
 * an answer with `measured` is the measurement of that indicator at the end of the period.
 */
export type AskedFact = {
  readonly indicator?: string; readonly question?: string; readonly kind?: 'number' | 'percent' | 'money' | 'text'; readonly measure?: string
  readonly answer?: { readonly measured?: true; readonly value?: number; readonly text?: string; readonly noNews?: true; readonly comment?: string; readonly accepted?: string; readonly returned?: { readonly at: string; readonly reason: string } }
  readonly draft?: { readonly value?: number; readonly text?: string }
}
export type UnitAskedFact = { readonly unit: string; readonly person: string; readonly post: string; readonly absentPost?: string; readonly sent?: { readonly at: string; readonly via: 'page' | 'link' | 'workbook'; readonly name?: string; readonly post?: string }; readonly asked: readonly AskedFact[] }
export type CampaignFact = { readonly key: string; readonly title: string; readonly period: string; readonly ends: Day; readonly message: string; readonly openedAt: string; readonly dueOn: Day; readonly closedAt?: string; readonly units: readonly UnitAskedFact[] }

const measured = (indicator: string): AskedFact => ({ indicator, answer: { measured: true } })
const SECOND_2025: CampaignFact = {
  key: '2025-2', title: 'Actualización del 2.º semestre 2025', period: '2025-2', ends: '2025-12-31' as Day, message: 'Datos para el informe semestral al Concejo (demostración).', openedAt: '2026-01-05T09:10:00-03:00', dueOn: '2026-01-15' as Day, closedAt: '2026-01-23T17:30:00-03:00',
  units: [
    { unit: 'DIDECO', person: 'marcela-sepulveda', post: 'Directora de Desarrollo Comunitario', sent: { at: '2026-01-08T11:20:00-03:00', via: 'page' }, asked: [...['I05', 'I06', 'I07', 'I26', 'I31'].map(measured), { question: 'Programas que cambian en 2026', kind: 'text', answer: { text: 'El programa de mayores suma el taller de Huiscapi.', accepted: '2026-01-13T10:05:00-03:00' } }] },
    { unit: 'ASEO', person: 'manuel-saavedra', post: 'Jefe de Aseo, Ornato y Medio Ambiente', sent: { at: '2026-01-09T08:55:00-03:00', via: 'link', name: 'Manuel Saavedra Curihuinca', post: 'Jefe de Aseo, Ornato y Medio Ambiente' }, asked: ['I09', 'I10', 'I11'].map(measured) },
    { unit: 'DESAM', person: 'sonia-retamal', post: 'Jefa del Departamento de Salud', sent: { at: '2026-01-09T16:10:00-03:00', via: 'workbook', name: 'Sonia Retamal Aedo', post: 'Jefa del Departamento de Salud' }, asked: ['I03', 'I04'].map(measured) },
    { unit: 'SEGURIDAD', person: 'paula-espinoza', post: 'Directora de Seguridad Pública', sent: { at: '2026-01-12T09:30:00-03:00', via: 'page' }, asked: ['I16', 'I17'].map(measured) },
    { unit: 'DAEM', person: 'cristian-levio', post: 'Jefe del Departamento de Educación', sent: { at: '2026-01-12T12:45:00-03:00', via: 'page' }, asked: ['I22', 'I23'].map(measured) },
    { unit: 'DAF', person: 'tomas-venegas', post: 'Director de Administración y Finanzas', sent: { at: '2026-01-09T12:00:00-03:00', via: 'page' }, asked: ['I28', 'I29', 'I30'].map(measured) },
    { unit: 'TRANSITO', person: 'gladys-catrileo', post: 'Jefa del Departamento de Tránsito', sent: { at: '2026-01-19T10:15:00-03:00', via: 'link', name: 'Gladys Catrileo Navarrete', post: 'Jefa del Departamento de Tránsito' }, asked: [{ question: 'Permisos de circulación previstos para 2026', kind: 'number', measure: 'permisos', answer: { value: 6_450, comment: 'Con las renovaciones de flota de agosto.', accepted: '2026-01-20T09:40:00-03:00' } }, { question: 'Señalización pendiente de instalar', kind: 'text', answer: { noNews: true, accepted: '2026-01-20T09:40:00-03:00' } }] },
    { unit: 'JURIDICA', person: 'rodrigo-fuentealba', post: 'Asesor Jurídico', asked: [{ question: 'Juicios en curso que puedan obligar a pagar en 2026', kind: 'text' }, { question: 'Monto provisionado para sentencias', kind: 'money' }] },
  ],
}
const FIRST_2026: CampaignFact = {
  key: '2026-1', title: 'Actualización del 1.er semestre 2026', period: '2026-1', ends: '2026-06-30' as Day, message: 'Datos para el informe semestral que se entrega al Concejo (demostración).', openedAt: '2026-07-06T09:05:00-04:00', dueOn: '2026-07-17' as Day,
  units: [
    { unit: 'ASEO', person: 'manuel-saavedra', post: 'Jefe de Aseo, Ornato y Medio Ambiente', sent: { at: '2026-07-08T10:40:00-04:00', via: 'link', name: 'Manuel Saavedra Curihuinca', post: 'Jefe de Aseo, Ornato y Medio Ambiente' }, asked: ['I09', 'I10', 'I11'].map(measured) },
    { unit: 'SEGURIDAD', person: 'paula-espinoza', post: 'Directora de Seguridad Pública', sent: { at: '2026-07-09T15:20:00-04:00', via: 'page' }, asked: [measured('I16'), { question: 'Cámaras fuera de servicio al cierre', kind: 'number', measure: 'cámaras', answer: { value: 3, comment: 'Dos esperan repuesto.', accepted: '2026-07-13T11:00:00-04:00' } }] },
    { unit: 'DIDECO', person: 'marcela-sepulveda', post: 'Directora de Desarrollo Comunitario', sent: { at: '2026-07-15T17:05:00-04:00', via: 'page' }, asked: [
      { indicator: 'I20', answer: { value: 71, comment: 'Egresos a mayo.', returned: { at: '2026-07-20T09:25:00-04:00', reason: 'El dato es a mayo; se pide al 30 de junio, con el listado de egresos.' } } },
      { question: 'Subsidios entregados fuera de plazo', kind: 'number', measure: 'subsidios', answer: { noNews: true, accepted: '2026-07-20T09:20:00-04:00' } },
    ] },
    { unit: 'DOM', person: 'claudia-huenchulaf', post: 'Inspectora técnica de obras', absentPost: 'Director de Obras Municipales', sent: { at: '2026-07-17T13:15:00-04:00', via: 'page' }, asked: [
      { question: 'Obras con riesgo de atraso en el segundo semestre', kind: 'text', answer: { text: 'La calle techada por la entrega de cubiertas y los refugios por el camino cortado.', comment: 'Libros de obra de junio.' } },
      { question: 'Permisos de edificación otorgados en el semestre', kind: 'number', measure: 'permisos', answer: { value: 64 } },
    ] },
    { unit: 'DAF', person: 'tomas-venegas', post: 'Director de Administración y Finanzas', sent: { at: '2026-07-20T10:50:00-04:00', via: 'page' }, asked: [{ indicator: 'I28', answer: { value: 75.2, comment: 'Con el anticipo de junio.' } }, { indicator: 'I30', answer: { value: 93.4 } }] },
    { unit: 'DAEM', person: 'cristian-levio', post: 'Jefe del Departamento de Educación', asked: [{ indicator: 'I23', draft: { value: 55.2 } }] },
    { unit: 'DESAM', person: 'sonia-retamal', post: 'Jefa del Departamento de Salud', asked: [{ indicator: 'I03' }, { indicator: 'I04' }, { question: 'Horas médicas perdidas por inasistencia en el semestre', kind: 'number', measure: 'horas' }, { question: 'Gasto en rondas rurales en el semestre', kind: 'money' }, { question: 'Dificultad principal del semestre', kind: 'text' }] },
    { unit: 'TRANSITO', person: 'gladys-catrileo', post: 'Jefa del Departamento de Tránsito', asked: [{ question: 'Permisos de circulación vendidos en el semestre', kind: 'number', measure: 'permisos' }] },
  ],
}
/** The director of works is away while the campaign of 2026 runs, and his inspector answers. */
export const absences = [{ person: 'hernan-oyarzo', deputy: 'claudia-huenchulaf', from: '2026-07-13' as Day, to: '2026-07-24' as Day, basis: 'Decreto de subrogancia (demostración)', recordedAt: '2026-07-10T12:00:00-04:00' }] as const
export const campaigns: readonly CampaignFact[] = [SECOND_2025, FIRST_2026]
