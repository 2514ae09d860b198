import { defineProblem } from '#kernel'

export const geometryFailed = defineProblem<Record<never, never>>({
  id: 'geometria/no-se-pudo', kind: 'rule',
  title: 'No se pudo trabajar con esa figura',
  detail: () => 'La figura tiene un defecto que impide calcular con ella.',
  remedy: 'Revise la figura: que su borde cierre y no se cruce consigo mismo. Si viene de un archivo, pida a quien lo hizo que la repare.',
})
export const geometryTooSlow = defineProblem<{ seconds: number }>({
  id: 'geometria/demasiado-lenta', kind: 'size',
  title: 'La figura es demasiado detallada',
  detail: ({ seconds }) => `El cálculo no terminó en ${seconds} segundos.`,
  remedy: 'Simplifique la figura o divídala en partes más pequeñas.',
})
