import { defineReport } from './report.ts'

/** The report the SECPLA owes the Concejo at least every six months (LOCM art. 21 c). */
export const councilHalfYear = defineReport({
  id: 'council-half-year',
  title: 'Informe semestral de evaluación',
  audience: 'Concejo Municipal',
  unit: 'Secretaría Comunal de Planificación',
  every: 'half-year',
  duty: 'calendar/duties/eval-01',
  law: 'council/half-year-report/object',
  highlights: [
    { label: 'Gasto devengado', figure: 'budget/accrued', parameters: { side: 'expenditure' } },
    { label: 'Avance del gasto', figure: 'budget/execution-rate', parameters: { side: 'expenditure' } },
    { label: 'Ingresos percibidos', figure: 'budget/collected', parameters: { side: 'income' } },
    { label: 'Deuda exigible', figure: 'budget/payable', parameters: { side: 'expenditure' } },
  ],
  chapters: [
    { key: 'summary', title: 'Síntesis', sections: [{ key: 'summary', title: 'Síntesis' }], informant: 'Secretaría Comunal de Planificación' },
    {
      key: 'budget', title: 'Ejecución del presupuesto', from: ['budget'], informant: 'Dirección de Administración y Finanzas',
      sections: [
        { key: 'income', title: 'Ingresos' }, { key: 'expenditure', title: 'Gasto por clasificador' }, { key: 'areas', title: 'Gasto por área de gestión' },
        { key: 'programmes', title: 'Gasto por programa' }, { key: 'objectives', title: 'Gasto por objetivo del plan' }, { key: 'amendments', title: 'Modificaciones presupuestarias' },
        { key: 'debt', title: 'Deuda' }, { key: 'limits', title: 'Límites legales' }, { key: 'deviations', title: 'Desviaciones, causas y medidas' },
      ],
    },
    { key: 'plan', title: 'Plan de desarrollo comunal', from: ['plan'], sections: [{ key: 'plan', title: 'Plan de desarrollo comunal' }], informant: 'Secretaría Comunal de Planificación' },
    { key: 'projects', title: 'Proyectos', from: ['projects'], sections: [{ key: 'projects', title: 'Proyectos' }], informant: 'Dirección de Obras Municipales' },
    { key: 'reservations', title: 'Reservas', computed: 'reservations' },
    { key: 'sources', title: 'Fuentes y cifras', computed: 'sources' },
  ],
  phrases: [
    { title: 'Avance del gasto', template: 'A la fecha se han devengado {{budget/accrued|side=expenditure}}, equivalentes al {{budget/execution-rate|side=expenditure}} del presupuesto vigente.' },
    { title: 'Avance del ingreso', template: 'Los ingresos percibidos suman {{budget/collected|side=income}}, es decir {{budget/collection-rate|side=income}} de lo presupuestado.' },
    { title: 'Deuda exigible', template: 'La deuda exigible alcanza {{budget/payable|side=expenditure}}.' },
    { title: 'Ingresos por percibir', template: 'Quedan por percibir {{budget/receivable|side=income}}.' },
  ],
})
