import { defineProblem } from '#kernel'

const council = { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '21 letra c' }

export const reportExists = defineProblem<{ title: string }>({
  id: 'informes/ya-existe', kind: 'conflict',
  title: 'Ese informe ya está iniciado',
  detail: ({ title }) => `«${title}» ya existe para ese período.`,
  remedy: 'Ábralo en la lista de informes y continúe su redacción.',
})
export const wrongState = defineProblem<{ does: string; state: string; needs: string }>({
  id: 'informes/estado-no-permite', kind: 'conflict',
  title: 'El informe no está en ese paso',
  detail: ({ does, state, needs }) => `Para ${does} el informe debe estar ${needs}, y está ${state}.`,
  remedy: 'Revise el estado en la cabecera del informe y complete el paso que falta.',
})
export const finalRefused = defineProblem<{ contradictions: number; reservations: number }>({
  id: 'informes/final-rechazado', kind: 'rule',
  title: 'El informe no puede emitirse como final',
  detail: ({ contradictions, reservations }) =>
    `Hay ${contradictions} ${contradictions === 1 ? 'contradicción' : 'contradicciones'} entre cifras y ${reservations} ${reservations === 1 ? 'reserva pendiente' : 'reservas pendientes'}.`,
  remedy: 'Corrija lo que se indica, o emítalo con reservas: cada una quedará impresa en el documento.',
  law: council,
})
export const commentMissing = defineProblem({
  id: 'informes/devolver-sin-observaciones', kind: 'rule',
  title: 'Falta decir qué corregir',
  detail: () => 'No hay observaciones pendientes ni una explicación de la devolución.',
  remedy: 'Escriba al menos una observación para quien redacta.',
})
export const datesImpossible = defineProblem<{ reason: string }>({
  id: 'informes/fechas-imposibles', kind: 'rule',
  title: 'Esas fechas no sirven para el informe',
  detail: ({ reason }) => reason,
  remedy: 'Elija hechos dentro del período o posteriores a él, y un «conocido al» no posterior a hoy.',
})
export const contentRefused = defineProblem<{ reason: string }>({
  id: 'informes/texto-no-valido', kind: 'input',
  title: 'El texto tiene partes que no se admiten',
  detail: ({ reason }) => reason,
  remedy: 'La redacción admite títulos, párrafos, listas, notas y cifras del sistema. Quite lo que sobra y guarde de nuevo.',
})
export const alreadyDelivered = defineProblem<{ edition: number }>({
  id: 'informes/ya-entregado', kind: 'conflict',
  title: 'Esa edición ya tiene entrega registrada',
  detail: ({ edition }) => `La edición ${edition} ya fue entregada por ese mismo medio y número.`,
  remedy: 'Si la entrega anterior es errónea, anúlela primero y registre la correcta.',
})
export const deliveryTooEarly = defineProblem<{ issuedOn: string }>({
  id: 'informes/entrega-antes-de-emitir', kind: 'rule',
  title: 'La entrega no puede ser anterior a la emisión',
  detail: ({ issuedOn }) => `La edición se emitió el ${issuedOn}.`,
  remedy: 'Revise la fecha del acuse de recibo o de la sesión.',
  law: council,
})
export const deliveryInFuture = defineProblem({
  id: 'informes/entrega-futura', kind: 'rule',
  title: 'La entrega aún no ocurre',
  detail: () => 'La fecha indicada es posterior a hoy.',
  remedy: 'Registre la entrega cuando tenga el acuse de recibo o se haya celebrado la sesión.',
})
