import type { PageHelps } from '#design'

/** Help of the desk of the Concejo. */
export const pageHelps: PageHelps = {
  '/concejo': { purpose: 'La próxima sesión, lo que debe estar en su carpeta y hasta cuándo, y lo que se debe a los concejales.', law: ['calendar/duties/con-s', 'calendar/duties/bud-m', 'council/information-answer-days'], guide: 'concejo' },
  '/concejo/sesiones': { purpose: 'Las sesiones citadas y celebradas, con su tabla, carpeta, votos y acuerdos.', law: ['calendar/duties/con-s'], guide: 'concejo' },
  '/concejo/sesiones/$id': { purpose: 'Una sesión: su tabla, los antecedentes de cada punto, la asistencia, los votos y los acuerdos.', law: ['calendar/duties/bud-m', 'calendar/duties/con-20', 'council/session-quorum', 'council/agreement-majority'], guide: 'concejo' },
  '/concejo/solicitudes': { purpose: 'Lo que piden los concejales, qué unidad responde y hasta cuándo. Se contesta con un oficio.', law: ['council/information-answer-days'], guide: 'concejo' },
  '/concejo/compromisos': { purpose: 'Lo que se prometió en sesión, con responsable y plazo. El primer plazo no se borra al cambiarlo.', law: ['council/information-answer-days'], guide: 'concejo' },
  '/concejo/pauta': { purpose: 'Dos páginas para la reunión semanal con la alcaldía: qué cambió, qué está detenido y qué decidir. Las decisiones pasan a encargos.', law: [], guide: 'concejo' },
}
