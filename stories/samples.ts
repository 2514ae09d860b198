import { type ChartBlock, day, type FigureValue, formatValue, type TableBlock, type Unit } from '#kernel'

export const asOf = { effectiveOn: day('2026-06-30'), knownOn: day('2026-07-22') }

/** A figure with its recipe, as the server gives it. */
export const figure = (id: string, title: string, unit: Unit, value: number | null, show?: { thousands?: boolean }): FigureValue => ({
  recipe: { id, parameters: { year: '2026' }, asOf }, title, unit, value, status: value === null ? 'absent' : 'firm', ...(value === null ? { absence: 'no-data' as const } : {}),
  text: value === null ? 'sin dato' : formatValue(value, unit, show), records: { count: 142, digest: '7c1e09af52d4' }, codeVersion: 'v3', lawValues: [],
})
export const investment = figure('budget/execution-by-subtitle', 'Ejecución de las iniciativas de inversión, subtítulo 31', 'ratio', 0.298)
export const accrued = figure('budget/accrued', 'Devengado', 'CLP', 412_963_000, { thousands: true })
export const debt = figure('budget/debt', 'Deuda exigible', 'CLP', 150_510_000, { thousands: true })
export const cash = figure('budget/cash', 'Saldo de caja proyectado', 'CLP', -61_480_000, { thousands: true })
export const absent = figure('plan/absent', 'Familias conectadas', 'people', null)

export const bars: ChartBlock = {
  type: 'chart', id: 'bars', kind: 'horizontal-bars', unit: 'ratio', title: 'La inversión va veinte puntos detrás del calendario', subtitle: 'Devengado, % del vigente, al 30-06-2026',
  categories: ['Servicio de la deuda', 'Transferencias corrientes', 'Personal', 'Otros gastos', 'Bienes y servicios', 'Inversión', 'Activos'],
  series: [{ name: 'Devengado', values: [0.989, 0.506, 0.489, 0.44, 0.439, 0.298, 0.285] }, { name: 'Mitad del año', role: 'target', values: Array.from({ length: 7 }, () => 0.5) }],
  alternative: 'Servicio de la deuda 98,9 %; transferencias 50,6 %; personal 48,9 %; otros 44,0 %; bienes y servicios 43,9 %; inversión 29,8 %; activos 28,5 %.', source: 'balance de junio, DAF. Datos de demostración', notes: ['La marca vertical señala la mitad del año.'],
}
export const lines: ChartBlock = {
  type: 'chart', id: 'lines', kind: 'lines', unit: 'CLP', show: { thousands: true }, title: 'Tres de cada cuatro pesos propios vienen del Fondo Común', subtitle: 'Ingresos percibidos de cada año, pesos nominales',
  categories: ['2019', '2020', '2021', '2022', '2023'], series: [{ name: 'Fondo Común', role: 'comparison', values: [3_500_000_000, 3_520_000_000, 3_960_000_000, 5_000_000_000, 5_553_000_000] }, { name: 'Propios', role: 'subject', values: [920_000_000, 880_000_000, 1_160_000_000, null, 1_811_000_000] }],
  alternative: 'El Fondo Común pasó de 3.500 a 5.553 millones; los ingresos propios, de 920 a 1.811 millones; 2022 sin dato para los propios.', source: 'SINIM, SUBDERE, variables 880 y 979. Sin corregir por inflación',
}
export const columns: ChartBlock = { ...lines, id: 'columns', kind: 'bars', unit: 'people', show: {}, title: 'En 2022 se conectaron más familias que en los tres años anteriores', subtitle: 'Familias conectadas a agua rural, por año', series: [{ name: 'Conectadas', role: 'subject', values: [41, 38, 52, 140, 96] }, { name: 'Comprometidas', role: 'target', values: [60, 60, 80, 120, 160] }], alternative: '41, 38, 52, 140 y 96 familias; meta 60, 60, 80, 120 y 160.', source: 'Dirección de Obras. Datos de demostración' }
export const parts: ChartBlock = { ...lines, id: 'parts', kind: 'stacked-bar', unit: 'CLP', show: { thousands: true }, title: 'Un tercio del gasto es personal', subtitle: 'Presupuesto vigente 2026', categories: ['Personal', 'Servicios', 'Transferencias', 'Inversión', 'Otros'], series: [{ name: 'Vigente', values: [3_684_200_000, 3_412_650_000, 2_057_900_000, 1_386_540_000, 506_800_000] }], alternative: 'Personal 33,3 %, servicios 30,9 %, transferencias 18,6 %, inversión 12,5 %, otros 4,6 %.', source: 'presupuesto vigente, DAF' }

const row = (id: string, name: string, amounts: readonly number[], share: number, kind?: 'total') => ({
  id, kind: kind ?? ('row' as const),
  cells: [{ type: 'text' as const, text: id, code: true }, { type: 'text' as const, text: name }, ...amounts.map((value) => ({ type: 'figure' as const, figure: figure(`budget/${id}`, name, 'CLP', value * 1000), show: { thousands: false } })), { type: 'bar' as const, figure: figure(`budget/share-${id}`, `${name}, devengado sobre vigente`, 'ratio', share), mark: 0.5 }],
})
export const spending: TableBlock = {
  type: 'table', id: 'spending', title: 'Tabla 3.1 Ejecución del gasto por subtítulo', subtitle: 'Pesos nominales, gestión municipal, 1 de enero a 30 de junio de 2026',
  columns: [{ key: 'code', title: 'Subt.', align: 'left' }, { key: 'name', title: 'Denominación', align: 'left' }, { key: 'current', title: 'Vigente', align: 'right', group: 'Presupuesto' }, { key: 'accrued', title: 'Devengado', align: 'right', group: 'Ejecución' }, { key: 'share', title: 'Devengado / vigente', align: 'right', group: 'Ejecución' }],
  rows: [row('21', 'Gastos en personal', [3_684_200, 1_802_455], 0.489), row('22', 'Bienes y servicios de consumo', [3_412_650, 1_497_118], 0.439), row('31', 'Iniciativas de inversión', [1_386_540, 412_963], 0.298), row('T', 'Total gastos', [11_048_090, 5_070_819], 0.459, 'total')],
  notes: ['La marca vertical señala la mitad del año.'], source: 'balance de ejecución presupuestaria, DAF, cargado el 13-07-2026; 8.412 movimientos',
}
