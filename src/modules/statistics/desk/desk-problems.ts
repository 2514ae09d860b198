import { defineProblem } from '#kernel'

export const onlyOwnUnit = defineProblem({
  id: 'estadistica/solicitud-de-otro', kind: 'permission',
  title: 'Solo el departamento anota lo que piden otros',
  detail: () => 'Usted puede pedir datos para una unidad municipal; lo que llega de la ciudadanía o de otro organismo lo anota quien atiende la mesa.',
  remedy: 'Elija «Unidad municipal», o pida al departamento de informaciones que la ingrese.',
})
export const stepNotNow = defineProblem<{ state: string }>({
  id: 'estadistica/solicitud-no-admite', kind: 'conflict',
  title: 'La solicitud ya no admite eso',
  detail: ({ state }) => `La solicitud está ${state}.`,
  remedy: 'Recargue la página para ver cómo quedó. El último paso puede deshacerse.',
})
export const extendedOnce = defineProblem<{ why: string }>({
  id: 'estadistica/prorroga-no-cabe', kind: 'rule',
  title: 'El plazo no puede prorrogarse',
  detail: ({ why }) => why,
  remedy: 'Responda con lo que tenga, diga qué falta y por qué, o deniegue con su causa legal.',
  law: { norm: 'Ley 20.285', article: '14' },
})
export const emptyAnswer = defineProblem({
  id: 'estadistica/respuesta-vacia', kind: 'rule',
  title: 'La respuesta no lleva nada',
  detail: () => 'No tiene cuadros, archivos ni una nota que diga dónde está la información.',
  remedy: 'Agregue un cuadro, suba un archivo o escriba la nota.',
})
export const causeMissing = defineProblem({
  id: 'estadistica/falta-causa', kind: 'rule',
  title: 'Falta la causa legal de lo que no se entrega',
  detail: () => 'Una respuesta parcial o una denegación dice la causa de la ley y su motivo.',
  remedy: 'Elija la causa y explique en la nota qué se reserva y por qué.',
  law: { norm: 'Ley 20.285', article: '21' },
})
export const futureDay = defineProblem({
  id: 'estadistica/fecha-no-cabe', kind: 'rule',
  title: 'La fecha no corresponde',
  detail: () => 'No puede ser posterior a hoy ni anterior a lo que la precede.',
  remedy: 'Corrija la fecha.',
})
