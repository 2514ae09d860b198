import type { Practice } from '#kernel'

/** Habits of the office about its calendar: how near is near. The dates themselves are law. */
export const calendarHabits = {
  soon: { key: 'calendar.soon', title: 'Por vencer', help: 'Días que faltan desde los cuales un deber se muestra por vencer.', unit: 'días hábiles', one: 'día hábil', usual: 10, minimum: 1, maximum: 60 },
  lead: { key: 'calendar.lead', title: 'En curso', help: 'Días antes de su fecha en que comienza un deber que no tiene pasos ni ventana propia.', unit: 'días corridos', one: 'día corrido', usual: 30, minimum: 1, maximum: 180 },
  ahead: { key: 'calendar.ahead', title: 'Anticipación en «Mi trabajo»', help: 'Días antes en que un deber o un paso aparece en el trabajo de su unidad.', unit: 'días corridos', one: 'día corrido', usual: 30, minimum: 1, maximum: 180 },
  board: { key: 'calendar.board-near', title: 'Aviso en el tablero', help: 'Días antes de que una prueba deje de valer en que la función se muestra por vencer.', unit: 'días corridos', one: 'día corrido', usual: 30, minimum: 1, maximum: 180 },
} as const satisfies Readonly<Record<string, Practice>>
export type CalendarHabits = Readonly<Record<keyof typeof calendarHabits, number>>
