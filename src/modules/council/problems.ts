import { defineProblem } from '#kernel'

export const sessionRepeated = defineProblem<{ number: number; year: string }>({
  id: 'concejo/sesion-repetida', kind: 'conflict',
  title: 'Esa sesión ya está anotada',
  detail: ({ number, year }) => `Ya existe la sesión N.º ${number} de ${year}.`,
  remedy: 'Revise el número en el acta, o abra la sesión que ya existe.',
})
export const sessionInFuture = defineProblem<{ on: string }>({
  id: 'concejo/sesion-futura', kind: 'rule',
  title: 'La sesión aún no se celebra',
  detail: ({ on }) => `Se escribió el ${on}.`,
  remedy: 'Anote la sesión cuando se haya celebrado.',
})
