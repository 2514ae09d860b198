import { defineProblem } from '#kernel'

export const crossSite = defineProblem({
  id: 'permiso/otro-sitio', kind: 'permission',
  title: 'El envío viene de otra página',
  detail: () => 'Otro sitio pidió a su navegador que enviara esto; no se hizo.',
  remedy: 'Abra Secplan directamente y repita allí lo que quería hacer.',
})
export const hostUnknown = defineProblem<{ host: string }>({
  id: 'permiso/otro-nombre', kind: 'permission',
  title: 'Este sistema no atiende con ese nombre',
  detail: ({ host }) => `Se pidió como «${host}», que no es su dirección.`,
  remedy: 'Entre por la dirección que muestra el programa al iniciar. Si este nombre es el suyo, inicie con --public-address y ese nombre.',
})
export const passwordDue = defineProblem({
  id: 'identidad/cambie-contrasena', kind: 'permission',
  title: 'Primero cambie su contraseña',
  detail: () => 'Entró con una contraseña temporal, que sólo sirve para elegir la propia.',
  remedy: 'Elija su contraseña y podrá seguir.',
})
export const keyTooLong = defineProblem({
  id: 'entrada/clave-de-envio', kind: 'input',
  title: 'La clave del envío no sirve',
  detail: () => 'Idempotency-Key admite hasta 200 caracteres visibles.',
  remedy: 'Use un UUID por cada envío.',
})
