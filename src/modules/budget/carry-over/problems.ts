import { defineProblem, formatPesos } from '#kernel'

export const yearNotClosed = defineProblem<{ year: number }>({
  id: 'presupuesto/ano-sin-cerrar', kind: 'conflict',
  title: 'El año todavía no está cerrado',
  detail: ({ year }) => `Diciembre de ${year} sigue abierto: lo devengado, pagado y percibido todavía puede cambiar, y con ello lo que pasa a ${year + 1}.`,
  remedy: 'Cierre diciembre en «Meses» y prepare después el arrastre.',
  law: { norm: 'DL 1.263/1975, administración financiera del Estado', article: '11 y 12' },
})
export const nextYearNotOpen = defineProblem<{ year: number }>({
  id: 'presupuesto/ano-sin-abrir', kind: 'conflict',
  title: 'El presupuesto del año nuevo no está abierto',
  detail: ({ year }) => `El arrastre se incorpora al presupuesto ${year}, que aún no tiene líneas con presupuesto inicial.`,
  remedy: 'Abra primero el presupuesto del año, o cargue su primer balance.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '81' },
})
export const alreadyCarried = defineProblem<{ year: number; state: string }>({
  id: 'presupuesto/arrastre-repetido', kind: 'conflict',
  title: 'Ese año ya tiene su arrastre',
  detail: ({ year, state }) => `El arrastre de ${year} está ${state}. Dos contarían lo mismo dos veces.`,
  remedy: 'Ábralo en la lista: retire el que está en borrador o deshaga el aprobado, y prepare otro.',
})
export const carryOverMoved = defineProblem<{ year: number }>({
  id: 'presupuesto/arrastre-cambio', kind: 'conflict',
  title: 'El libro cambió desde que se preparó el arrastre',
  detail: ({ year }) => `Lo que ${year} deja, o lo que el año nuevo ya tiene, no es lo que se preparó. No se registró nada.`,
  remedy: 'Retire este arrastre y prepárelo de nuevo: la vista previa trae las cifras de hoy.',
})
export const cashTooShort = defineProblem<{ missing: number }>({
  id: 'presupuesto/caja-no-alcanza', kind: 'rule',
  title: 'El saldo de caja no alcanza para el arrastre',
  detail: ({ missing }) => `Con la caja indicada faltan ${formatPesos(missing)} para financiar la deuda flotante y las obligaciones que pasan: el saldo final de caja quedaría negativo.`,
  remedy: 'Revise la caja, use lo disponible de las líneas, o apruebe antes una modificación que rebaje gastos.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '81' },
})
export const nothingCarried = defineProblem<{ year: number }>({
  id: 'presupuesto/nada-que-arrastrar', kind: 'rule',
  title: 'No hay nada que pasar al año siguiente',
  detail: ({ year }) => `${year} no dejó deuda, ingresos por percibir ni obligaciones, y la caja es igual a la presupuestada.`,
  remedy: 'Revise la caja indicada; si es correcta, no se requiere arrastre.',
})
