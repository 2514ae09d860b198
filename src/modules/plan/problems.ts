import { defineProblem } from '#kernel'

export const nodeOutOfPlace = defineProblem<{ kind: string; parent: string }>({
  id: 'plan/lugar-en-el-arbol', kind: 'rule',
  title: 'Ese lugar del plan no corresponde',
  detail: ({ kind, parent }) => `${kind} no puede colgar de ${parent}.`,
  remedy: 'Los ejes van arriba, los objetivos bajo un eje y los programas bajo un objetivo.',
})
export const nodeInUse = defineProblem<{ name: string; count: number }>({
  id: 'plan/tiene-dependientes', kind: 'conflict',
  title: 'Aún tiene elementos vigentes',
  detail: ({ name, count }) => `De «${name}» ${count === 1 ? 'depende un elemento vigente' : `dependen ${count} elementos vigentes`} del plan.`,
  remedy: 'Retire o traslade primero lo que depende de él; la lista está en el problema.',
})
export const alreadyRetired = defineProblem<{ name: string }>({
  id: 'plan/ya-retirado', kind: 'conflict',
  title: 'Ya no está vigente en el plan',
  detail: ({ name }) => `«${name}» fue retirado y se conserva solo para consulta.`,
  remedy: 'Ábralo y devuélvalo al plan, si aún está en plazo; si no, cree otro.',
})
export const notRetired = defineProblem<{ name: string }>({
  id: 'plan/no-esta-retirado', kind: 'conflict',
  title: 'No hay retiro que deshacer',
  detail: ({ name }) => `«${name}» está vigente en el plan.`,
  remedy: 'No hace falta nada más; recargue la página.',
})
export const measurementInFuture = defineProblem<{ on: string }>({
  id: 'plan/medicion-futura', kind: 'rule',
  title: 'La medición es de un día que aún no llega',
  detail: ({ on }) => `Se escribió el ${on}.`,
  remedy: 'Registre la medición con la fecha a la que corresponde el dato, no la del próximo informe.',
})
export const indicatorOfOtherUnit = defineProblem<{ name: string }>({
  id: 'plan/indicador-de-otra-unidad', kind: 'permission',
  title: 'El indicador es de otra unidad',
  detail: ({ name }) => `«${name}» lo informa su unidad responsable.`,
  remedy: 'Entregue el dato a la unidad responsable o a la SECPLA.',
})
export const alreadyApproved = defineProblem({
  id: 'plan/medicion-ya-aprobada', kind: 'conflict',
  title: 'La medición ya está aprobada',
  detail: () => 'Otra persona la aprobó antes.',
  remedy: 'No hace falta nada más; recargue la página.',
})
export const planTermWrong = defineProblem<{ years: number }>({
  id: 'plan/vigencia-corta', kind: 'rule',
  title: 'La vigencia del plan es menor que la exigida',
  detail: ({ years }) => `El plan de desarrollo comunal rige al menos ${years} años.`,
  remedy: 'Corrija las fechas de inicio y de término.',
  law: { norm: 'Ley 18.695', article: 'art. 7' },
})
