/** `stops` prevents the load; `can-wait` is told and loads. */
export type Severity = 'stops' | 'can-wait'
export type ProblemCode =
  | 'unknown-account' | 'new-account' | 'mangled-code' | 'amount-without-account' | 'duplicate-account' | 'missing-account' | 'name-changed'
  | 'text-in-number' | 'formula-error' | 'fraction-of-peso' | 'ambiguous-number' | 'negative-amount'
  | 'adjusted-broken' | 'chain-broken' | 'debt-broken' | 'income-broken' | 'over-budget' | 'balance-differs' | 'rounding'
  | 'month-backwards' | 'subtotal-differs' | 'total-differs' | 'rounding-difference'
  | 'moved-column' | 'renamed-column' | 'missing-column' | 'new-column' | 'hidden-column' | 'hidden-rows' | 'hidden-sheet'
  | 'wrong-sheet' | 'wrong-month' | 'wrong-year' | 'sheet-not-chosen' | 'no-rows'

/** A problem at a cell of the file, with what the cell says, what is wrong and how it is put right. */
export type LocatedProblem = {
  /** Stable within a file: code and cell. Accepting it by this id (or by its code, for all alike) lets the load go on when `confirmable`. */
  readonly id: string
  readonly code: ProblemCode
  readonly severity: Severity
  readonly confirmable: boolean
  readonly confirmed: boolean
  readonly sheet: string
  /** «H39»; empty when the whole sheet is meant. */
  readonly cell: string
  /** Row and column from 0; -1 when the whole sheet is meant. */
  readonly row: number
  readonly column: number
  readonly says: string
  readonly what: string
  readonly remedy: string
  /** Cells of the faults this one may only be a consequence of; they are listed before it. */
  readonly follows?: readonly string[]
}

type Rule = { readonly severity: Severity; readonly confirmable?: boolean; readonly remedy: string }

/** The level and the remedy of each problem, in one table. */
export const problemRules: Record<ProblemCode, Rule> = {
  'unknown-account': { severity: 'stops', remedy: 'Corrija el código en el archivo, o cree la cuenta con el decreto que la abre y vuelva a leerlo.' },
  'new-account': { severity: 'stops', confirmable: true, remedy: 'Si la cuenta se abrió por decreto, acéptela como cuenta nueva; si no, corrija el código en el archivo.' },
  'mangled-code': { severity: 'stops', remedy: 'Excel convirtió el código en número o fecha. Dé formato de texto a la columna, vuelva a exportar y suba el archivo.' },
  'amount-without-account': { severity: 'stops', remedy: 'Indique la cuenta de la fila en el archivo; si es un total, escriba «TOTAL» en ella.' },
  'duplicate-account': { severity: 'stops', confirmable: true, remedy: 'Deje una sola fila, o acepte que se sumen si son dos partes de la misma cuenta.' },
  'missing-account': { severity: 'stops', confirmable: true, remedy: 'Pregunte a DAF por qué ya no viene. Si se reclasificó, acéptelo: quedará en cero.' },
  'name-changed': { severity: 'can-wait', remedy: 'Nada que hacer: se conserva el nombre ya registrado.' },
  'text-in-number': { severity: 'stops', remedy: 'Escriba el monto en números en el archivo, o deje la celda vacía si es cero.' },
  'formula-error': { severity: 'stops', remedy: 'Abra el archivo en Excel, corrija la fórmula y guárdelo; o pegue los valores.' },
  'fraction-of-peso': { severity: 'stops', remedy: 'Revise si la hoja está en pesos o en miles (M$); si es la unidad correcta, redondee el monto en su origen.' },
  'ambiguous-number': { severity: 'stops', remedy: 'Dé formato de número a la columna en el archivo: así como está, el punto puede ser de miles o decimal.' },
  'negative-amount': { severity: 'stops', confirmable: true, remedy: 'Si es una reversa, acéptela como ajuste; si es un error, pida a DAF el archivo corregido.' },
  'adjusted-broken': { severity: 'stops', remedy: 'Pida a DAF el archivo corregido: el vigente es el inicial más las modificaciones.' },
  'chain-broken': { severity: 'stops', confirmable: true, remedy: 'Si es una reversa, acéptela como ajuste; si es un error, pida a DAF el archivo corregido.' },
  'debt-broken': { severity: 'stops', confirmable: true, remedy: 'Si es una reversa, acéptela como ajuste; si es un error, pida a DAF el archivo corregido.' },
  'income-broken': { severity: 'stops', confirmable: true, remedy: 'Si hubo devoluciones, acéptelo como ajuste; si es un error, pida a DAF el archivo corregido.' },
  'over-budget': { severity: 'can-wait', remedy: 'Revise si falta cargar una modificación presupuestaria de esta cuenta.' },
  'balance-differs': { severity: 'can-wait', remedy: 'Se carga lo obligado y lo vigente; el saldo se calcula y no se toma del archivo.' },
  rounding: { severity: 'can-wait', remedy: 'Es el redondeo a miles del archivo. Si necesita los pesos exactos, pida el balance en pesos.' },
  'month-backwards': { severity: 'stops', confirmable: true, remedy: 'Un acumulado no baja. Si es una anulación con decreto, acéptela como ajuste; si no, revise que el archivo sea del mes correcto.' },
  'subtotal-differs': { severity: 'stops', remedy: 'Falta o sobra una cuenta bajo este subtotal, o el subtotal está mal. Revise las filas que lo forman.' },
  'total-differs': { severity: 'stops', remedy: 'Revise si faltan filas, páginas u hojas en el archivo. Un balance parcial no se carga como si fuera completo.' },
  'rounding-difference': { severity: 'stops', confirmable: true, remedy: 'La diferencia cabe en el redondeo a miles. Acéptela, o pida el balance en pesos para que sea cero.' },
  'moved-column': { severity: 'stops', confirmable: true, remedy: 'Confirme la columna una vez y la receta lo recordará.' },
  'renamed-column': { severity: 'stops', confirmable: true, remedy: 'Confirme que es la misma columna, o elija otra; la receta lo recordará.' },
  'missing-column': { severity: 'stops', remedy: 'Señale qué columna trae este dato, o pida el balance con ella.' },
  'new-column': { severity: 'can-wait', remedy: 'Diga qué es la columna o déjela sin leer; la receta lo recordará.' },
  'hidden-column': { severity: 'can-wait', remedy: 'La columna está oculta en el archivo y se lee igual. Compruebe que sea la que corresponde.' },
  'hidden-rows': { severity: 'can-wait', remedy: 'Las filas ocultas o filtradas se leen igual que las demás.' },
  'hidden-sheet': { severity: 'can-wait', remedy: 'La hoja está oculta en el archivo. Compruebe que sea la del mes.' },
  'wrong-sheet': { severity: 'stops', remedy: 'Elija la otra hoja del archivo, o cambie la receta.' },
  'wrong-month': { severity: 'stops', remedy: 'Elija el archivo del mes que va a cargar, o cambie el mes de la carga.' },
  'wrong-year': { severity: 'stops', remedy: 'Elija el archivo del año que va a cargar, o cambie el período de la carga.' },
  'sheet-not-chosen': { severity: 'can-wait', remedy: 'Cárguela después con su propia receta.' },
  'no-rows': { severity: 'stops', remedy: 'Señale de nuevo el encabezado y la columna de la cuenta, o elija otra hoja.' },
}

export type Report = (code: ProblemCode, place: { readonly row: number; readonly column: number } | undefined, says: string, what: string) => LocatedProblem
export type ProblemBook = { readonly report: Report; readonly all: () => readonly LocatedProblem[] }

/** Collects problems of one sheet. What the person already accepted, by id or by code, no longer stops. */
export const problemBook = (sheet: { readonly name: string; readonly address: (row: number, column: number) => string }, accepted: readonly string[] = []): ProblemBook => {
  const confirmed = new Set(accepted)
  const found: LocatedProblem[] = []
  const report: Report = (code, place, says, what) => {
    const rule = problemRules[code]
    const cell = place ? sheet.address(place.row, place.column) : ''
    const id = `${code}@${cell || sheet.name}`
    const confirmable = rule.confirmable ?? false
    const isConfirmed = confirmable && (confirmed.has(id) || confirmed.has(code))
    const problem: LocatedProblem = {
      id, code, severity: isConfirmed ? 'can-wait' : rule.severity, confirmable, confirmed: isConfirmed,
      sheet: sheet.name, cell, row: place?.row ?? -1, column: place?.column ?? -1, says, what, remedy: rule.remedy,
    }
    found.push(problem)
    return problem
  }
  return { report, all: () => [...found].sort((a, b) => (a.severity === b.severity ? a.row - b.row || a.column - b.column : a.severity === 'stops' ? -1 : 1)) }
}
