import { defineProblem } from '#kernel'

export const inputRefused = defineProblem<{ what: string }>({
  id: 'entrada/datos-no-validos', kind: 'input',
  title: 'Hay datos que corregir',
  detail: ({ what }) => `Lo enviado a «${what}» tiene campos que faltan o no se entienden.`,
  remedy: 'Corrija los campos indicados y vuelva a enviar; lo escrito se conserva.',
})
export const notSignedIn = defineProblem({
  id: 'identidad/sin-sesion', kind: 'identity',
  title: 'Debe iniciar sesión',
  detail: () => 'La sesión no existe o terminó.',
  remedy: 'Inicie sesión y repita; volverá a esta misma página.',
})
export const notAllowed = defineProblem<{ title: string }>({
  id: 'permiso/no-autorizado', kind: 'permission',
  title: 'Su cargo no permite hacer esto',
  detail: ({ title }) => `«${title}» corresponde a otro cargo o unidad.`,
  remedy: 'Pida a quien corresponde que lo haga, o a la administración del sistema que revise los cargos vigentes.',
})
export const notFound = defineProblem<{ what: string }>({
  id: 'ausente/no-existe', kind: 'absent',
  title: 'No se encuentra',
  detail: ({ what }) => `No existe, o usted no puede ver: ${what}.`,
  remedy: 'Revise la dirección o búsquelo con Ctrl+K.',
})
export const figureUnknown = defineProblem<{ id: string }>({
  id: 'ausente/cifra', kind: 'absent',
  title: 'Esa cifra no existe',
  detail: ({ id }) => `No hay una cifra llamada «${id}» que usted pueda ver.`,
  remedy: 'Elija la cifra de la lista del informe o búsquela por su nombre.',
})
export const keyReused = defineProblem({
  id: 'conflicto/clave-repetida', kind: 'conflict',
  title: 'Esta acción ya se envió con otros datos',
  detail: () => 'La clave de la acción corresponde a un envío anterior distinto.',
  remedy: 'Recargue la página y vuelva a enviar.',
})
export const versionMoved = defineProblem<{ what: string; yours: number; current: number }>({
  id: 'version/cambio-antes', kind: 'version',
  title: 'Alguien guardó antes que usted',
  detail: ({ what, yours, current }) => `${what}: usted partió de la versión ${yours} y ya existe la ${current}.`,
  remedy: 'Compare las dos versiones que se muestran, elija qué conservar y guarde de nuevo.',
})
export const tooMany = defineProblem<{ seconds: number }>({
  id: 'ritmo/demasiadas', kind: 'rate',
  title: 'Demasiados intentos seguidos',
  detail: ({ seconds }) => `Puede volver a intentarlo en ${seconds} segundos.`,
  remedy: 'Espere un momento; nada se perdió.',
})
export const tooLarge = defineProblem<{ limit: string }>({
  id: 'tamano/excedido', kind: 'size',
  title: 'El envío es demasiado grande',
  detail: ({ limit }) => `El máximo es ${limit}.`,
  remedy: 'Divida el archivo o quite hojas que no se usan.',
})
export const defect = defineProblem<{ reference: string }>({
  id: 'defecto/interno', kind: 'defect',
  title: 'Falló algo del sistema',
  detail: ({ reference }) => `El problema quedó anotado con la referencia ${reference}. Nada se guardó a medias.`,
  remedy: 'Intente de nuevo; si se repite, entregue la referencia a Informática.',
})
export const csrfRefused = defineProblem({
  id: 'permiso/formulario-vencido', kind: 'permission',
  title: 'El formulario venció',
  detail: () => 'La página se abrió con otra sesión.',
  remedy: 'Recargue la página y repita; copie antes lo que haya escrito.',
})
export const cancelled = defineProblem({
  id: 'conflicto/cancelado', kind: 'conflict',
  title: 'El trabajo se canceló',
  detail: () => 'Se detuvo a pedido; no quedó nada a medias.',
  remedy: 'Vuelva a iniciarlo cuando quiera.',
})
