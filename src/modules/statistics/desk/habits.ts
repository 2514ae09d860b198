import type { Practice } from '#kernel'

/** Terms the office gives itself with the units. None is law: each municipality changes them. */
export const deskHabits = {
  normal: { key: 'statistics.desk-normal', title: 'Plazo de una solicitud de datos', help: 'Días para responder a una unidad o servicio que no dijo para cuándo lo necesita.', unit: 'días hábiles', one: 'día hábil', usual: 10, minimum: 1, maximum: 60 },
  urgent: { key: 'statistics.desk-urgent', title: 'Plazo de una solicitud urgente', help: 'Días para responder a una unidad o servicio que lo pidió como urgente.', unit: 'días hábiles', one: 'día hábil', usual: 3, minimum: 1, maximum: 20 },
} as const satisfies Readonly<Record<string, Practice>>
