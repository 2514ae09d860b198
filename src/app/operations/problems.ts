import { defineProblem } from '#kernel'

export const othersInside = defineProblem({
  id: 'permiso/respaldo-de-varias', kind: 'permission',
  title: 'El respaldo trae otras comunas',
  detail: () => 'Este sistema atiende a más de una municipalidad y el respaldo las contiene a todas.',
  remedy: 'Cópielo desde el equipo servidor quien lo administra: está en la carpeta «respaldos».',
})
