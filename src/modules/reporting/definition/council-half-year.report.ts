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
    { label: 'Gasto devengado', figure: 'budget/accrued', parameters: { period: '$period' } },
    { label: 'Avance del gasto', figure: 'budget/execution-rate', parameters: { period: '$period' } },
    { label: 'Ingresos percibidos', figure: 'budget/income-collected', parameters: { period: '$period' } },
    { label: 'Deuda exigible', figure: 'budget/outstanding-debt', parameters: { period: '$period' } },
  ],
  chapters: [
    { key: 'summary', title: 'Síntesis', sections: [{ key: 'summary', title: 'Síntesis' }], informant: 'Secretaría Comunal de Planificación' },
    {
      key: 'budget', title: 'Ejecución del presupuesto', from: ['budget'], informant: 'Dirección de Administración y Finanzas',
      sections: [
        { key: 'income', title: 'Ingresos', beside: 'presupuesto-ingresos' }, { key: 'expenditure', title: 'Gasto por clasificador', beside: 'presupuesto-gastos' }, { key: 'areas', title: 'Gasto por área de gestión', beside: 'presupuesto-areas' },
        { key: 'programmes', title: 'Gasto por programa', beside: 'presupuesto-programas' }, { key: 'objectives', title: 'Gasto por objetivo del plan', beside: 'presupuesto-objetivos' }, { key: 'amendments', title: 'Modificaciones presupuestarias', beside: 'presupuesto-modificaciones' },
        { key: 'debt', title: 'Deuda', beside: 'presupuesto-deuda' }, { key: 'limits', title: 'Límites legales', beside: 'presupuesto-limites' }, { key: 'deviations', title: 'Desviaciones, causas y medidas', beside: 'presupuesto-desviaciones' },
      ],
    },
    { key: 'plan', title: 'Plan de desarrollo comunal', from: ['plan'], sections: [{ key: 'plan', title: 'Plan de desarrollo comunal' }], informant: 'Secretaría Comunal de Planificación' },
    { key: 'projects', title: 'Proyectos', from: ['projects'], sections: [{ key: 'projects', title: 'Proyectos' }], informant: 'Dirección de Obras Municipales' },
    { key: 'reservations', title: 'Reservas', computed: 'reservations' },
    { key: 'sources', title: 'Fuentes y cifras', computed: 'sources' },
  ],
  phrases: [
    { title: 'Avance del gasto', template: 'A la fecha se han devengado {{budget/accrued|period=$period}}, equivalentes al {{budget/execution-rate|period=$period}} del presupuesto vigente.' },
    { title: 'Comparación con el año anterior', template: 'El avance del gasto es de {{budget/execution-rate|period=$period}}; a igual fecha del año anterior era de {{budget/execution-rate|period=$period|shift=1}}.' },
    { title: 'Avance del ingreso', template: 'Los ingresos percibidos suman {{budget/income-collected|period=$period}}, es decir el {{budget/income-execution-rate|period=$period}} de lo presupuestado.' },
    { title: 'Ingresos por percibir', template: 'Quedan por percibir {{budget/income-receivable|period=$period}}.' },
    { title: 'Deuda exigible', template: 'La deuda exigible alcanza {{budget/outstanding-debt|period=$period}}.' },
    { title: 'Inversión', template: 'En iniciativas de inversión se han devengado {{budget/accrued|period=$period|title=31}} de {{budget/adjusted|period=$period|title=31}} vigentes.' },
  ],
})
