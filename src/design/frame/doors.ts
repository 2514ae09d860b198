/** Mi trabajo and the six doors: verbs of the office, in this order, never names of modules. */
export type DoorKey = 'work' | 'plan' | 'budget' | 'invest' | 'commune' | 'territory' | 'account'
export type Door = { readonly key: DoorKey; readonly title: string; readonly href: string; /** `g` and then this letter. */ readonly letter: string; readonly purpose: string }

export const doors: readonly Door[] = [
  { key: 'work', title: 'Mi trabajo', href: '/', letter: 'm', purpose: 'Lo que usted debe y hasta cuándo.' },
  { key: 'plan', title: 'Planificar', href: '/planificar', letter: 'p', purpose: 'El plan de desarrollo comunal: objetivos, programas, indicadores y metas.' },
  { key: 'budget', title: 'Presupuestar', href: '/presupuestar', letter: 's', purpose: 'El presupuesto municipal: líneas, movimientos, balances mensuales y modificaciones.' },
  { key: 'invest', title: 'Invertir y licitar', href: '/invertir', letter: 'i', purpose: 'La cartera de proyectos, sus licitaciones, contratos y avances.' },
  { key: 'commune', title: 'Conocer la comuna', href: '/conocer', letter: 'c', purpose: 'Estadística comunal: cuadros, series y encuestas.' },
  { key: 'territory', title: 'Ordenar el territorio', href: '/ordenar', letter: 'o', purpose: 'Plan regulador, límites y capas del territorio.' },
  { key: 'account', title: 'Rendir cuentas', href: '/rendir', letter: 'r', purpose: 'Informes al Concejo, cuenta pública y tablero del mandato.' },
]
export const doorOf = (key: DoorKey): Door => doors.find((door) => door.key === key) ?? { key: 'work', title: 'Mi trabajo', href: '/', letter: 'm', purpose: '' }
