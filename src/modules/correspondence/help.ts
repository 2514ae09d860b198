import type { CitedArticle, PageHelps } from '#design'

const kinds: CitedArticle = { norm: 'Ley 18.695', article: '12', about: 'Las resoluciones municipales son ordenanzas, reglamentos, decretos e instrucciones.', confidence: 'M' }
const clerk: CitedArticle = { norm: 'Ley 18.695', article: '20', about: 'La Secretaría Municipal es ministro de fe de las actuaciones municipales.', confidence: 'M' }
const mayor: CitedArticle = { norm: 'Ley 18.695', article: '63', about: 'Atribuciones de la alcaldía, entre ellas dictar resoluciones.', confidence: 'M' }

/** Help of acts and correspondence. */
export const pageHelps: PageHelps = {
  '/actos': { purpose: 'Oficios, decretos, certificados y memorandos, del borrador a la notificación, con lo que cada uno espera y de quién.', law: [kinds, 'calendar/terms/document-forwarding'], guide: 'actos' },
  '/actos/firma': { purpose: 'Lo que espera algo de usted: su visto bueno, su número, su firma o su notificación.', law: [clerk, mayor, 'calendar/terms/mere-procedure'], guide: 'actos' },
  '/actos/partes': { purpose: 'La correspondencia que llega: quién escribe, a qué unidad va y hasta cuándo se contesta.', law: ['calendar/terms/document-forwarding', 'calendar/terms/report', 'calendar/terms/transparency-access'], guide: 'actos' },
  '/actos/recibidos': { purpose: 'Los actos firmados que se le entregaron a usted, para leerlos y bajarlos. Nadie más los ve por este camino.', law: ['calendar/terms/notification', 'council/information-answer-days'], guide: 'concejo' },
  '/actos/recibidos/$id': { purpose: 'Un acto firmado que se le entregó, con su archivo y su código de verificación.', law: ['calendar/terms/notification'], guide: 'verificar-un-documento' },
  '/actos/libros': { purpose: 'Cada número del año y su explicación: el acto que lo lleva, el anulado con su motivo y el dado en papel.', law: [clerk], guide: 'actos' },
  '/actos/circuitos': { purpose: 'El orden de los vistos buenos y los cargos que firman cada clase de acto. Lo ya enviado conserva el suyo.', law: [clerk, mayor], guide: 'actos' },
  '/actos/nuevo': { purpose: 'Comienza un acto desde un texto inicial, con sus datos y antecedentes. Nada toma número hasta que Secretaría Municipal lo dé.', law: [kinds], guide: 'actos', fields: { Clase: { text: 'Decide el circuito, quién firma y de qué libro toma número.' } } },
  '/actos/$id': { purpose: 'Un acto entero: su texto, sus vistos buenos, su número, su firma y a quién se notificó. Lo firmado sólo lo cambia otro acto.', law: ['calendar/terms/notification', mayor], guide: 'actos' },
}
