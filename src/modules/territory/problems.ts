import { defineProblem } from '#kernel'

export const zonesUnreadable = defineProblem<{ reason: string }>({
  id: 'territorio/archivo-no-se-lee', kind: 'input', title: 'El archivo no se puede leer como zonas',
  detail: ({ reason }) => reason,
  remedy: 'Traiga un GeoJSON (.geojson o .json) con polígonos. Desde QGIS: clic derecho en la capa, Exportar, GeoJSON. Un shapefile se convierte del mismo modo.',
})
export const zonesDefective = defineProblem<{ count: string; first: string }>({
  id: 'territorio/zonas-con-defectos', kind: 'rule', title: 'Hay defectos que resolver',
  detail: ({ count, first }) => `Quedan ${count} por resolver; el primero: ${first}. Nada se guardó.`,
  remedy: 'Repare lo que se ofrece reparar, corrija el código o deje la zona fuera; o dibuje de nuevo su borde.',
})
export const draftOpen = defineProblem<{ title: string }>({
  id: 'territorio/borrador-abierto', kind: 'conflict', title: 'Ya hay un borrador en curso',
  detail: ({ title }) => `«${title}» tiene un borrador que aún no se adopta.`,
  remedy: 'Termine ese borrador o descártelo; después empiece otro.',
})
export const draftSettled = defineProblem<{ state: string }>({
  id: 'territorio/borrador-cerrado', kind: 'conflict', title: 'Ese borrador ya no se puede cambiar',
  detail: ({ state }) => `El borrador fue ${state}.`,
  remedy: 'Empiece otro desde la versión vigente.',
})
export const draftEmpty = defineProblem({
  id: 'territorio/borrador-vacio', kind: 'rule', title: 'El borrador no tiene zonas',
  detail: () => 'Una versión necesita al menos una zona con su polígono.',
  remedy: 'Dibuje una zona o traiga un archivo.',
})
export const actNeeded = defineProblem({
  id: 'territorio/falta-el-acto', kind: 'rule', title: 'Falta el acto que fija las unidades',
  detail: () => 'Las unidades vecinales las fija la alcaldía con acuerdo del Concejo: la versión lleva el número y la fecha de ese acto.',
  remedy: 'Escriba el número y la fecha del decreto. Si es una propuesta, déjela como borrador.',
  law: { norm: 'Ley 19.418', article: '38' },
})
export const versionInUse = defineProblem<{ number: number }>({
  id: 'territorio/version-reemplazada', kind: 'conflict', title: 'Hay una versión posterior',
  detail: ({ number }) => `La versión ${number} vino después y parte de esta.`,
  remedy: 'Deshaga primero la posterior.',
})
export const weightsTooLarge = defineProblem<{ geocode: string; total: string }>({
  id: 'territorio/pesos-suman-mas', kind: 'rule', title: 'Las partes suman más que el todo',
  detail: ({ geocode, total }) => `Entre las unidades de esta versión, ${geocode} quedaría repartida en ${total}.`,
  remedy: 'Baje la parte de esta unidad o corrija la de la otra: una zona censal se reparte hasta el 100 %.',
})
export const notLoaded = defineProblem<{ what: string }>({
  id: 'territorio/sin-datos', kind: 'absent', title: 'Ese dato no viene con el sistema',
  detail: ({ what }) => what,
  remedy: 'Escriba la cifra con su fuente, o pida que se agreguen los datos de su región.',
})
