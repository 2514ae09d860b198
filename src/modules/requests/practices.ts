import type { Practice } from '#kernel'

/** Habits of the office about its requests. None is law: each municipality changes them. */
export const requestHabits = {
  term: { key: 'requests.term', title: 'Plazo para responder', help: 'Días que se proponen al abrir una campaña, contados desde el día siguiente; en cada campaña puede elegirse otra fecha.', unit: 'días hábiles', one: 'día hábil', usual: 8, minimum: 1, maximum: 60 },
  firstReminder: { key: 'requests.first-reminder', title: 'Primer recordatorio', help: 'Días antes del vencimiento en que se recuerda a quien no ha enviado todo. Cero es ninguno.', unit: 'días hábiles antes', one: 'día hábil antes', usual: 3, minimum: 0, maximum: 20 },
  lastReminder: { key: 'requests.last-reminder', title: 'Segundo recordatorio', help: 'Días antes del vencimiento del segundo aviso. Cero es ninguno.', unit: 'días hábiles antes', one: 'día hábil antes', usual: 1, minimum: 0, maximum: 20 },
  silenceNotice: { key: 'requests.silence-notice', title: 'Aviso de silencio', help: 'Días después del vencimiento en que se dice a la unidad que su silencio se informa. Cero es ninguno.', unit: 'días hábiles después', one: 'día hábil después', usual: 1, minimum: 0, maximum: 20 },
  linkGrace: { key: 'requests.link-grace', title: 'Vida del enlace después del vencimiento', help: 'Días que un enlace de un uso sigue sirviendo para que quien se atrasó aún responda.', unit: 'días hábiles', one: 'día hábil', usual: 10, minimum: 0, maximum: 60 },
  deviation: { key: 'requests.deviation', title: 'Desviación que se explica', help: 'Puntos de diferencia entre la ejecución de un programa y un ritmo parejo del año desde los cuales se pide explicarla.', unit: 'puntos', one: 'punto', usual: 15, minimum: 1, maximum: 100 },
} as const satisfies Readonly<Record<string, Practice>>
export type RequestHabits = Readonly<Record<keyof typeof requestHabits, number>>
