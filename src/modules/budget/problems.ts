import { counted, type Day, defineProblem, formatDay, formatPesos, monthNames } from '#kernel'

const monthText = (year: number, month: number): string => `${monthNames[month - 1] ?? month} de ${year}`

export const monthClosed = defineProblem<{ year: number; month: number }>({
  id: 'presupuesto/mes-cerrado', kind: 'conflict',
  title: 'El mes está cerrado',
  detail: ({ year, month }) => `${monthText(year, month)} ya se cerró y no recibe hechos nuevos.`,
  remedy: 'Registre el hecho en un mes abierto, o pida a Administración y Finanzas que reabra el mes con su razón.',
})
export const exceedsPhase = defineProblem<{ amount: number; what: string; room: number; of: string }>({
  id: 'presupuesto/excede-lo-disponible', kind: 'rule',
  title: 'El monto es mayor que lo que queda',
  detail: ({ amount, what, room, of }) => `Se quiere ${what} ${formatPesos(amount)} y ${of} ${formatPesos(room)}.`,
  remedy: 'Revise el monto; si es correcto, registre antes el paso que falta o apruebe una modificación presupuestaria.',
  law: { norm: 'DL 1.263/1975, administración financiera del Estado' },
})
export const neverExecuted = defineProblem<{ account: string }>({
  id: 'presupuesto/no-se-ejecuta', kind: 'rule',
  title: 'El saldo final de caja no se ejecuta',
  detail: ({ account }) => `La cuenta ${account} equilibra el presupuesto; no admite obligaciones ni pagos.`,
  remedy: 'Traspase el monto a la cuenta del gasto con una modificación presupuestaria.',
  law: { norm: 'Decreto 854/2004 Hacienda' },
})
export const wrongKind = defineProblem<{ expected: string }>({
  id: 'presupuesto/linea-de-otro-tipo', kind: 'rule',
  title: 'La línea no es del tipo que corresponde',
  detail: ({ expected }) => `Esta acción es para líneas de ${expected}.`,
  remedy: 'Elija una línea del tipo correcto.',
})
export const otherYear = defineProblem<{ year: number; on: Day }>({
  id: 'presupuesto/otro-ejercicio', kind: 'rule',
  title: 'El día no es del año de la línea',
  detail: ({ year, on }) => `La línea es del presupuesto ${year} y el día indicado es ${formatDay(on)}.`,
  remedy: 'Los compromisos de años cerrados se pagan por la cuenta 34.07, deuda flotante, del año en curso.',
  law: { norm: 'DL 1.263/1975, administración financiera del Estado' },
})
export const notBalanced = defineProblem<{ income: number; expenditure: number }>({
  id: 'presupuesto/no-equilibra', kind: 'rule',
  title: 'Los ingresos y los gastos no son iguales',
  detail: ({ income, expenditure }) => `Los ingresos suman ${formatPesos(income)} y los gastos ${formatPesos(expenditure)}; la diferencia es ${formatPesos(income - expenditure)}.`,
  remedy: 'Ajuste las líneas hasta que ambos lados sumen lo mismo; el saldo final de caja (35) puede recibir la diferencia.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '81' },
})
export const noticeTooLate = defineProblem<{ received: Day; latest: Day; session: Day }>({
  id: 'presupuesto/antecedentes-fuera-de-plazo', kind: 'rule',
  title: 'Los antecedentes llegaron tarde al Concejo',
  detail: ({ received, latest, session }) => `Para votar el ${formatDay(session)} debían entregarse a más tardar el ${formatDay(latest)}, y se entregaron el ${formatDay(received)}.`,
  remedy: 'Lleve la modificación a una sesión posterior.',
  law: { norm: 'Ley 18.695, orgánica constitucional de municipalidades', article: '81' },
})
export const belowCommitted = defineProblem<{ account: string; adjusted: number; committed: number }>({
  id: 'presupuesto/bajo-lo-obligado', kind: 'rule',
  title: 'La modificación deja la línea bajo lo ya obligado',
  detail: ({ account, adjusted, committed }) => `${account} quedaría en ${formatPesos(adjusted)} y ya tiene comprometido ${formatPesos(committed)}.`,
  remedy: 'Rebaje menos esa línea, o libere antes lo preobligado u obligado.',
})
export const sameHand = defineProblem<{ act: string }>({
  id: 'presupuesto/misma-persona', kind: 'rule',
  title: 'Quien lo pide no puede aprobarlo',
  detail: ({ act }) => `${act} debe hacerlo una persona distinta de quien lo preparó.`,
  remedy: 'Pida a otra persona con el cargo que corresponde que lo haga.',
  law: { norm: 'Ley 18.575, bases generales de la Administración del Estado', article: '62' },
})
export const wrongState = defineProblem<{ what: string; state: string; needs: string }>({
  id: 'presupuesto/estado-no-permite', kind: 'conflict',
  title: 'El estado actual no permite ese paso',
  detail: ({ what, state, needs }) => `${what} está ${state}; para esto debe estar ${needs}.`,
  remedy: 'Recargue la página para ver el estado actual.',
})
export const accountUnknown = defineProblem<{ account: string }>({
  id: 'presupuesto/cuenta-desconocida', kind: 'rule',
  title: 'La cuenta no existe',
  detail: ({ account }) => `${account} no está en el clasificador ni entre las cuentas de la municipalidad.`,
  remedy: 'Corrija el código, o cree la cuenta con el decreto que la abre.',
  law: { norm: 'Decreto 854/2004 Hacienda' },
})
export const supplierUnknown = defineProblem<{ rut: string }>({
  id: 'presupuesto/proveedor-desconocido', kind: 'rule',
  title: 'El proveedor no está registrado',
  detail: ({ rut }) => `No hay un proveedor con el RUT ${rut}.`,
  remedy: 'Regístrelo en el padrón de proveedores y repita.',
})
export const rutRefused = defineProblem<{ text: string }>({
  id: 'presupuesto/rut-no-valido', kind: 'input',
  title: 'El RUT no es válido',
  detail: ({ text }) => `«${text}» no cumple con su dígito verificador.`,
  remedy: 'Revise los números y el dígito después del guion.',
})
export const ledgerMoved = defineProblem<{ expected: number; current: number }>({
  id: 'presupuesto/libro-cambio', kind: 'conflict',
  title: 'El presupuesto cambió mientras se revisaba la carga',
  detail: ({ expected, current }) => `La vista previa se hizo con el libro en el asiento ${expected} y ya está en el ${current}. No se cargó nada.`,
  remedy: 'Vuelva a ver qué cambiará: la vista previa se rehace en segundos con lo nuevo.',
})
export const laterLoad = defineProblem<{ month: string }>({
  id: 'presupuesto/hay-carga-posterior', kind: 'conflict',
  title: 'Ya hay cargado un mes posterior',
  detail: ({ month }) => `El balance de ${month} ya está cargado. Cargar ahora un mes anterior cambiaría sus acumulados.`,
  remedy: 'Deshaga primero las cargas posteriores, cargue este mes y vuelva a cargarlas.',
})
export const leanedOn = defineProblem<{ dependants: number }>({
  id: 'presupuesto/hechos-se-apoyan', kind: 'conflict',
  title: 'Hay hechos posteriores que se apoyan en este',
  detail: ({ dependants }) => `Deshacerlo dejaría sin sustento ${counted(dependants, 'línea', 'líneas')} con hechos posteriores, que se listan abajo.`,
  remedy: 'Deshaga primero esos hechos, del más nuevo al más antiguo.',
})
export const nothingToUndo = defineProblem({
  id: 'presupuesto/nada-que-deshacer', kind: 'conflict',
  title: 'No hay nada que deshacer',
  detail: () => 'El asiento no escribió en el libro presupuestario, o ya fue deshecho.',
  remedy: 'Revise la historia del registro.',
})
export const notLoadable = defineProblem<{ problems: number }>({
  id: 'presupuesto/carga-con-problemas', kind: 'rule',
  title: 'La hoja todavía no se puede cargar',
  detail: ({ problems }) => `Quedan ${counted(problems, 'problema que detiene', 'problemas que detienen')} la carga.`,
  remedy: 'Corrija el archivo en las celdas indicadas, o acepte lo que se pueda aceptar, y vuelva a revisarlo.',
})
