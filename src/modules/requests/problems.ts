import { defineProblem } from '#kernel'

export const linkNotValid = defineProblem({
  id: 'solicitudes/enlace-no-sirve', kind: 'absent',
  title: 'Este enlace no sirve',
  detail: () => 'No existe, fue anulado o venció.',
  remedy: 'Pida a la SECPLA que le envíe un enlace nuevo. Lo que haya guardado sigue en el borrador de su unidad.',
})
export const linkUsed = defineProblem({
  id: 'solicitudes/enlace-usado', kind: 'conflict',
  title: 'Ya se respondió',
  detail: () => 'Alguien envió las respuestas de esta solicitud y el enlace era de un uso.',
  remedy: 'Lo que escribió sigue en esta pantalla. Si falta algo, pida a la SECPLA que devuelva esa respuesta o que reabra la solicitud.',
})
export const draftsMoved = defineProblem<{ count: number }>({
  id: 'solicitudes/otra-persona-escribio', kind: 'conflict',
  title: 'Otra persona escribió mientras tanto',
  detail: ({ count }) => `${count === 1 ? 'Una respuesta cambió' : `${count} respuestas cambiaron`} después de que usted abrió la página. No se envió nada.`,
  remedy: 'Vea lo que quedó en cada una, elija y envíe.',
})
export const requestLocked = defineProblem<{ title: string }>({
  id: 'solicitudes/cerrada', kind: 'conflict',
  title: 'La solicitud está cerrada',
  detail: ({ title }) => `«${title}» ya no recibe respuestas.`,
  remedy: 'Pida a la SECPLA que la reabra para su unidad, con el motivo.',
})
export const requestOfOtherUnit = defineProblem({
  id: 'solicitudes/de-otra-unidad', kind: 'permission',
  title: 'La solicitud es de otra unidad',
  detail: () => 'La responde la unidad a la que se dirige, o quien la subroga.',
  remedy: 'Si le corresponde responderla, pida a la SECPLA que anote la ausencia y su subrogancia.',
})
export const answersIncomplete = defineProblem<{ count: number }>({
  id: 'solicitudes/faltan-respuestas', kind: 'rule',
  title: 'Aún faltan respuestas',
  detail: ({ count }) => `Falta responder o corregir ${count === 1 ? 'una cosa pedida' : `${count} cosas pedidas`}.`,
  remedy: 'Responda cada una; si no hay nada nuevo, márquela «sin novedad». Lo escrito quedó guardado.',
})
export const answerNotValid = defineProblem<{ label: string; why: string }>({
  id: 'solicitudes/respuesta-no-valida', kind: 'input',
  title: 'Una respuesta no se entiende',
  detail: ({ label, why }) => `«${label}»: ${why}.`,
  remedy: 'Corríjala en el campo señalado; las demás no se perdieron.',
})
export const answererMissing = defineProblem({
  id: 'solicitudes/falta-quien-responde', kind: 'input',
  title: 'Falta decir quién responde',
  detail: () => 'Usted envía la respuesta de otra unidad.',
  remedy: 'Escriba el nombre y el cargo de quien respondió, como constan en lo recibido.',
})
export const fileNotSent = defineProblem({
  id: 'solicitudes/archivo-ajeno', kind: 'input',
  title: 'El archivo no se adjuntó en esta solicitud',
  detail: () => 'Cada respuesta lleva un archivo subido en ella misma.',
  remedy: 'Adjunte el archivo otra vez desde esta página.',
})
export const answerAlreadyReviewed = defineProblem({
  id: 'solicitudes/ya-revisada', kind: 'conflict',
  title: 'Esa respuesta ya fue revisada',
  detail: () => 'Otra persona la aceptó o la devolvió antes, o la unidad envió una nueva.',
  remedy: 'Recargue la página y vea lo que quedó.',
})
export const periodStillOpen = defineProblem<{ on: string }>({
  id: 'solicitudes/vencimiento-no-habil', kind: 'input',
  title: 'El vencimiento no sirve',
  detail: ({ on }) => `El ${on} no es un día hábil posterior a hoy.`,
  remedy: 'Elija un día hábil que aún no llega; se cuentan sin sábados, domingos ni festivos.',
})
export const workbookNotOurs = defineProblem({
  id: 'solicitudes/planilla-ajena', kind: 'input',
  title: 'La planilla no es la de esta solicitud',
  detail: () => 'El archivo no tiene la hoja «Respuestas» con la columna oculta que identifica cada fila.',
  remedy: 'Baje otra vez la planilla de esta solicitud y copie en ella sus respuestas, sin agregar ni quitar columnas.',
})
export const absenceOverlaps = defineProblem<{ from: string; to: string }>({
  id: 'solicitudes/ausencia-repetida', kind: 'conflict',
  title: 'Ya tiene una ausencia en esas fechas',
  detail: ({ from, to }) => `Hay una anotada del ${from} al ${to}.`,
  remedy: 'Anule la anterior o elija fechas que no se toquen.',
})
export const unitUnknown = defineProblem({
  id: 'solicitudes/unidad-desconocida', kind: 'input',
  title: 'Una unidad elegida no existe o está cerrada',
  detail: () => 'Cada cosa pedida necesita una unidad vigente que la responda.',
  remedy: 'Elija la unidad de la lista.',
})
export const subjectNotOwed = defineProblem<{ label: string }>({
  id: 'solicitudes/ya-no-se-debe', kind: 'conflict',
  title: 'Algo pedido ya no falta',
  detail: ({ label }) => `«${label}» ya está al día, o no es del período elegido.`,
  remedy: 'Vuelva a la vista previa: se calcula de nuevo con lo que hay hoy.',
})
