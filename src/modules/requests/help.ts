import type { CitedArticle, PageHelps } from '#design'

const evaluates: CitedArticle = { norm: 'Ley 18.695', article: '21 letra c', about: 'La SECPLA evalúa planes, programas, proyectos y presupuesto: para eso pide los datos a cada unidad.', confidence: 'M' }

/** Help of the update requests. */
export const pageHelps: PageHelps = {
  '/rendir/solicitudes': { purpose: 'Lo que cada unidad debe informar de un período: quién respondió, quién no y qué falta revisar.', law: [evaluates], guide: 'pedir-actualizaciones' },
  '/rendir/solicitudes/nueva': { purpose: 'Prepara una campaña: el sistema muestra qué falta en los registros y quién lo recibiría. Nada sale hasta que usted la abra.', law: [evaluates, 'calendar/terms/report'], guide: 'pedir-actualizaciones', fields: { 'Vence el': { text: 'Debe ser un día hábil que aún no llega.', law: 'calendar/terms/non-business-weekdays' } } },
  '/rendir/solicitudes/ausencias': { purpose: 'Quién falta y quién responde mientras tanto. La causa de la ausencia no se anota.', law: [], guide: 'pedir-actualizaciones' },
  '/rendir/solicitudes/costumbres': { purpose: 'Cuántos días se dan para responder, cuándo se recuerda y cuánto vive un enlace en esta oficina.', law: ['calendar/terms/report'], guide: 'pedir-actualizaciones' },
  '/rendir/solicitudes/campanas/$id': { purpose: 'El tablero de una campaña: cada unidad con su estado, su enlace y su silencio.', law: [evaluates], guide: 'pedir-actualizaciones' },
  '/rendir/solicitudes/revisar/$id': { purpose: 'Las respuestas de una unidad: aceptar las que sirven y devolver las demás con su razón. La SECPLA no las edita.', law: [evaluates], guide: 'pedir-actualizaciones' },
  '/rendir/solicitudes/responder/$id': { purpose: 'Responde lo que su unidad debe: escribiendo aquí, o bajando la planilla y trayéndola respondida.', law: [evaluates], guide: 'responder-una-solicitud' },
  '/responder/$token': { purpose: 'Responde con el enlace que recibió, sin clave. El enlace sirve para una sola respuesta.', law: [evaluates], guide: 'responder-una-solicitud' },
}
