import { defineProblem } from '#kernel'

export const sourceMissing = defineProblem({
  id: 'estadistica/sin-fuente', kind: 'rule',
  title: 'Falta la fuente',
  detail: () => 'Un conjunto sin quien lo publica y sin la dirección de su fuente solo lo ve quien lo creó.',
  remedy: 'Escriba quién publica los datos y la dirección o el documento de donde salen; después compártalo.',
})
export const purposeNeeded = defineProblem<{ title: string }>({
  id: 'estadistica/falta-finalidad', kind: 'rule',
  title: 'El conjunto es restringido',
  detail: ({ title }) => `«${title}» se abre con una finalidad, que queda anotada con su nombre y la fecha.`,
  remedy: 'Abra su página, escriba para qué lo necesita y vuelva a pedir los datos. El acceso vale por el día.',
  law: { norm: 'Ley 17.374', article: '29' },
})
export const confidentialStays = defineProblem<{ title: string }>({
  id: 'estadistica/confidencial-no-sale', kind: 'rule',
  title: 'El conjunto es confidencial y no se exporta',
  detail: ({ title }) => `«${title}» puede consultarse aquí por quien está autorizado, pero no sale en ningún archivo.`,
  remedy: 'Publique en su lugar un cuadro agregado en otro conjunto, con reserva de los números pequeños.',
  law: { norm: 'Ley 17.374', article: '29' },
})
export const basesDiffer = defineProblem<{ first: string; second: string }>({
  id: 'estadistica/bases-distintas', kind: 'rule',
  title: 'Dos bases de población no forman una serie',
  detail: ({ first, second }) => `Una versión dice «${first}» y la otra «${second}»: unirlas mostraría un salto que no ocurrió.`,
  remedy: 'Cargue la nueva base en su propio conjunto y compárelos lado a lado, con su nota, en «Cifras oficiales».',
})
export const rateWithoutBase = defineProblem<{ measure: string }>({
  id: 'estadistica/tasa-sin-base', kind: 'rule',
  title: 'Una tasa no dice sobre qué población se calculó',
  detail: ({ measure }) => `«${measure}» es una tasa y no nombra la base de población que la divide.`,
  remedy: 'Agregue a la medida la serie de población y su base, por ejemplo «proyección base 2017».',
})
export const loadNotReady = defineProblem<{ state: string }>({
  id: 'estadistica/carga-no-lista', kind: 'conflict',
  title: 'La carga no está lista para confirmarse',
  detail: ({ state }) => `Está ${state}.`,
  remedy: 'Abra la carga, revise lo que encontró y vuelva a la vista previa.',
})
export const loadStopped = defineProblem<{ count: number }>({
  id: 'estadistica/carga-con-problemas', kind: 'rule',
  title: 'Hay problemas que resolver antes de cargar',
  detail: ({ count }) => `El archivo tiene ${count} que impiden cargarlo.`,
  remedy: 'Cada uno está señalado en su celda: corrija la receta o el archivo y revise de nuevo.',
})
export const versionAhead = defineProblem<{ expected: number; current: number }>({
  id: 'estadistica/version-cambio', kind: 'conflict',
  title: 'El conjunto cambió mientras revisaba',
  detail: ({ expected, current }) => `La vista previa comparó con la versión ${expected} y la última es la ${current}.`,
  remedy: 'Vuelva a pedir la vista previa: las diferencias se calculan de nuevo.',
})
export const versionLeaned = defineProblem<{ titles: string }>({
  id: 'estadistica/version-en-uso', kind: 'conflict',
  title: 'Hay cifras oficiales que citan esa versión',
  detail: ({ titles }) => `La citan: ${titles}.`,
  remedy: 'Adopte antes esas cifras con otra versión o documento; la historia se conserva.',
})
export const alreadyWithdrawn = defineProblem<{ number: number }>({
  id: 'estadistica/version-retirada', kind: 'conflict',
  title: 'Esa versión ya está retirada',
  detail: ({ number }) => `La versión ${number} no se usa desde su retiro.`,
  remedy: 'Si fue un error, deshaga el retiro desde la página del conjunto.',
})
export const figureNotInSource = defineProblem<{ period: string }>({
  id: 'estadistica/celda-sin-valor', kind: 'input',
  title: 'La fuente no tiene ese dato',
  detail: ({ period }) => `La fuente elegida no trae un número para ${period}.`,
  remedy: 'Elija otro período u otra fuente, o adopte la cifra desde un documento.',
})
export const loadNeedsVersion = defineProblem({
  id: 'estadistica/nada-que-cargar', kind: 'conflict',
  title: 'El archivo trae lo mismo que la última versión',
  detail: () => 'No hay filas nuevas, cambiadas ni faltantes.',
  remedy: 'No hace falta cargarlo. Si la fuente lo publicó de nuevo, actualice la próxima fecha esperada del conjunto.',
})
export const listIsNational = defineProblem<{ title: string }>({
  id: 'estadistica/lista-nacional', kind: 'rule',
  title: 'Esa lista es nacional',
  detail: ({ title }) => `«${title}» viene con el programa y tiene su fuente; no se cambia aquí.`,
  remedy: 'Cree una lista propia con otro nombre y use en ella los códigos que necesita.',
})
export const adopterIsLoader = defineProblem({
  id: 'estadistica/adopta-quien-cargo', kind: 'permission',
  title: 'Usted cargó los datos de esa cifra',
  detail: () => 'Quien carga una versión no adopta como oficial una cifra tomada de ella.',
  remedy: 'Pida a otra persona con atribución para adoptar que la revise y la adopte.',
})
export const noteMissing = defineProblem<{ concept: string; period: string }>({
  id: 'estadistica/falta-nota', kind: 'rule',
  title: 'Hay fuentes que dicen distinto y falta la nota que lo explica',
  detail: ({ concept, period }) => `Para «${concept}» en ${period} las fuentes no coinciden.`,
  remedy: 'Escriba en el concepto por qué difieren y cuándo se usa cada una; después adopte la cifra.',
})
export const addressUnread = defineProblem<{ what: string }>({
  id: 'estadistica/fuente-sin-celda', kind: 'input',
  title: 'Esa celda no existe en los datos',
  detail: ({ what }) => `En la última versión ${what}.`,
  remedy: 'Elija la medida y los códigos de la lista del conjunto.',
})
export const sourceElsewhere = defineProblem({
  id: 'estadistica/fuente-de-otro-concepto', kind: 'input',
  title: 'Esa fuente es de otro concepto',
  detail: () => 'La fuente elegida no mide este concepto o ya no se usa.',
  remedy: 'Elija una de las fuentes que el concepto muestra.',
})
export const recipeRefused = defineProblem<{ why: string }>({
  id: 'estadistica/receta-incompleta', kind: 'input',
  title: 'La receta no se puede usar así',
  detail: ({ why }) => `${why}.`,
  remedy: 'Diga qué es cada columna: al menos una variable (lugar, período o categoría) y un número.',
})
export const tableNotUnderstood = defineProblem({
  id: 'estadistica/cuadro-sin-pedido', kind: 'input',
  title: 'La dirección no pide un cuadro',
  detail: () => 'Le faltan las medidas o las variables.',
  remedy: 'Ábralo desde la lista de cuadros y elija de nuevo lo que quiere ver.',
})
