import type { PageHelps } from '#design'

/** Help of the communal development plan. */
export const pageHelps: PageHelps = {
  '/plan': { purpose: 'El plan de desarrollo comunal: ejes, objetivos e indicadores, con lo medido contra sus metas.', law: ['calendar/duties/pla-01', 'plan/pladeco/minimum-years', 'plan/traffic-light'], guide: 'seguir-el-plan', fields: { 'Rige hasta': { text: 'La vigencia no puede ser menor que la mínima.', law: 'plan/pladeco/minimum-years' } } },
  '/plan/cargas': { purpose: 'Los planes traídos desde el Word o el Excel de la consultora. Cada carga se deshace entera.', law: ['calendar/duties/pla-01', 'operations/undo-term'], guide: 'cargar-un-plan' },
  '/plan/cargas/nueva': { purpose: 'Convierte el documento de la consultora en un borrador del plan, con el árbol a la vista. El plan que rige no cambia hasta que usted lo decide.', law: ['calendar/duties/pla-01', 'plan/indicator-fields'], guide: 'cargar-un-plan' },
  '/plan/cargas/$id': { purpose: 'El recibo de una carga: qué trajo, qué quedó con dudas y cómo deshacerla.', law: ['operations/undo-term'], guide: 'cargar-un-plan' },
  '/plan/objetivos/$id': { purpose: 'Un objetivo con sus indicadores y programas, y el hilo hasta los proyectos y el presupuesto que lo cumplen.', law: ['calendar/duties/eval-01', 'plan/traffic-light'], guide: 'seguir-el-plan' },
  '/plan/indicadores/$id': { purpose: 'La ficha de un indicador: línea base, metas de cada año y mediciones con su respaldo. Quien mide no aprueba.', law: ['plan/indicator-fields', 'plan/traffic-light'], guide: 'seguir-el-plan',
    fields: { 'Valor medido': { text: 'El dato a su fecha. Si no hay dato, déjelo vacío y diga la causa: la falta no cuenta como cero.' }, 'Fecha del dato': { text: 'El día a que corresponde el dato, no el del informe ni el de hoy.' } } },
}
