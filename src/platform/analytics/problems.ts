import { defineProblem, formatNumber } from '#kernel'

export const questionTooHeavy = defineProblem({
  id: 'analytics/too-heavy', kind: 'size', title: 'La tabla necesita más memoria que la disponible',
  detail: () => 'El motor de estadísticas llegó a su tope de memoria y dejó la consulta. Lo demás sigue funcionando.',
  remedy: 'Pida menos de una vez: menos comunas, menos períodos o grupos de edad en lugar de edades simples.',
})
export const questionTooSlow = defineProblem<{ readonly seconds: number }>({
  id: 'analytics/too-slow', kind: 'size', title: 'La tabla tardó demasiado',
  detail: ({ seconds }) => `La consulta se detuvo a los ${formatNumber(seconds)} segundos.`,
  remedy: 'Pida menos de una vez, o inténtelo de nuevo en unos minutos si el equipo está ocupado.',
})
export const engineStopped = defineProblem({
  id: 'analytics/engine-stopped', kind: 'dependency', title: 'El motor de estadísticas se detuvo',
  detail: () => 'El proceso que lee los datos terminó mientras hacía esta consulta, dos veces. Ya se inició otro.',
  remedy: 'Vuelva a intentarlo. Si pasa otra vez con la misma tabla, avise a Informática con la hora en que ocurrió.',
})
export const engineBusy = defineProblem({
  id: 'analytics/busy', kind: 'rate', title: 'Hay muchas tablas en espera',
  detail: () => 'El motor de estadísticas tiene más consultas en fila que las que puede atender en un tiempo razonable.',
  remedy: 'Espere un minuto y vuelva a pedir la tabla.',
})
export const dataFileMissing = defineProblem({
  id: 'analytics/file-missing', kind: 'dependency', title: 'Falta el archivo de los datos',
  detail: () => 'La versión está registrada, pero su archivo no está en la carpeta de datos o no se puede leer.',
  remedy: 'Avise a Informática: hay que recuperar el archivo desde el último respaldo.',
})
export const scratchFull = defineProblem({
  id: 'analytics/disk-full', kind: 'dependency', title: 'No queda espacio para ordenar los datos',
  detail: () => 'El disco del servidor se llenó mientras se escribía o se ordenaba. Nada quedó a medias.',
  remedy: 'Avise a Informática para liberar espacio y vuelva a intentarlo.',
})
export const dataUnreadable = defineProblem<{ readonly reason: string }>({
  id: 'analytics/unreadable', kind: 'input', title: 'El archivo de datos no se puede leer como tabla',
  detail: ({ reason }) => `El motor lo dejó: ${reason}.`,
  remedy: 'Revise el separador, la codificación y que todas las filas tengan las mismas columnas; después cargue el archivo de nuevo.',
})
