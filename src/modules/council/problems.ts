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
export const agreementRepeated = defineProblem<{ number: string; title: string }>({
  id: 'concejo/acuerdo-repetido', kind: 'conflict',
  title: 'Ese número ya es de otro acuerdo de la sesión',
  detail: ({ number, title }) => `El acuerdo N.º ${number} de esta sesión dice: «${title}».`,
  remedy: 'Revise el acta. Si el otro está mal, corríjalo primero: su número queda libre.',
})
export const nothingCorrected = defineProblem({
  id: 'concejo/acuerdo-igual', kind: 'input',
  title: 'El acuerdo queda igual',
  detail: () => 'Lo escrito es lo que ya está anotado.',
  remedy: 'Cambie lo que el acta dice distinto, o cierre sin guardar.',
})
