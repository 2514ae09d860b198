import type { CitedArticle, PageHelps } from '#design'

const functions: CitedArticle = { norm: 'Ley 18.695', article: '21', about: 'Funciones de la Secretaría Comunal de Planificación.', confidence: 'M' }

/** Help of the calendar, the mandate and the assignments. */
export const pageHelps: PageHelps = {
  '/mandato': { purpose: 'Las 32 funciones que la ley y el reglamento dan a la Secretaría, con su estado, la regla que lo decide y la prueba del período. Un estado no se escribe: se deduce de lo hecho.', law: [functions, 'calendar/mandate'], guide: 'tablero-del-mandato' },
  '/calendario': { purpose: 'Cada deber del año con su fecha contada según la ley, quién responde y la prueba de que se cumplió.', law: ['calendar/duties/eval-01', 'calendar/duties/bud-01', 'calendar/terms/first-day-offset', 'calendar/terms/non-business-weekdays'], guide: 'calendario-legal' },
  '/calendario/responsables': { purpose: 'Qué unidad responde de cada deber en esta municipalidad y cuál la suple; deberes propios y quién está ausente hoy.', law: [functions], guide: 'calendario-legal', fields: { Suplencia: { text: 'La unidad que responde cuando no hay nadie en la primera.' } } },
  '/calendario/costumbres': { purpose: 'Con cuánta anticipación avisa el calendario en esta oficina. Cada cambio queda en su historia.', law: ['calendar/terms/default-unit'], guide: 'calendario-legal' },
  '/calendario/deberes/$id': { purpose: 'Un deber de un período: cómo se contó su plazo, sus pasos, qué pasa si no se cumple y el acto que lo cumple.', law: ['calendar/terms/first-day-offset', 'calendar/terms/moves-to-next-business-day'], guide: 'calendario-legal', fields: { 'Fecha del acto': { text: 'El día en que se cumplió. No puede ser futuro.' }, 'Qué lo acredita': { text: 'El número del oficio, del acta o del comprobante.' } } },
  '/encargos': { purpose: 'Lo que se pidió de palabra: a quién, hasta cuándo y en qué quedó. Se anota desde cualquier pantalla con la tecla n.', law: [], guide: 'encargos' },
}
