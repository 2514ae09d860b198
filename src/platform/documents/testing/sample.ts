import { type Day, type DocumentBody, type DocumentFrame, type FigureValue, formatValue } from '#kernel'

export const asOf = { effectiveOn: '2026-06-30' as Day, knownOn: '2026-07-22' as Day }

/** A figure with only what a test cares about. */
export const aFigure = (over: Partial<FigureValue> & { id?: string; parameters?: Record<string, string> } = {}): FigureValue => {
  const unit = over.unit ?? 'CLP'
  const value = over.value === undefined ? 1_234_567 : over.value
  return {
    recipe: { id: over.id ?? 'budget/executed-spending', parameters: over.parameters ?? { period: '2026-1' }, asOf },
    title: over.title ?? 'Gasto ejecutado', unit, value, ...(over.absence ? { absence: over.absence } : {}),
    status: over.status ?? (value === null ? 'absent' : 'firm'), text: over.text ?? (value === null ? 'sin dato' : formatValue(value, unit)),
    records: { count: 142, digest: 'ab'.repeat(32) }, codeVersion: '0.1.0', lawValues: [],
  }
}

export const aFrame = (over: Partial<DocumentFrame> = {}): DocumentFrame => ({
  state: 'issued', edition: 1, issuedOn: '2026-07-22', fingerprint: '7c1e09af52d4'.padEnd(64, '0'), verificationCode: '7KQ2-M9XD-04TR', paper: 'letter', ...over,
})

const thousands = { thousands: true }

/** A short half-year report with one block of each kind. */
export const sampleBody = (): DocumentBody => ({
  schema: 'secplan.document/1', kind: 'council-half-year', title: 'Informe semestral de evaluación, 1.er semestre 2026',
  subtitle: 'Cumplimiento del presupuesto y del plan de desarrollo comunal',
  commune: { code: '09109', municipality: 'Municipalidad de Loncoche', unit: 'Secretaría Comunal de Planificación', address: 'Manuel Bulnes 408' },
  addressee: 'Concejo Municipal de Loncoche', legalBasis: 'Ley 18.695, artículo 21, letra c)', asOf,
  blocks: [
    { type: 'heading', id: 'h1', level: 1, content: [{ type: 'text', text: 'Síntesis' }] },
    {
      type: 'figures', id: 'f1', items: [
        { label: 'Gasto devengado', figure: aFigure({ id: 'budget/accrued', value: 5_070_819_000 }), show: thousands, note: 'de M$ 11.048.090 vigentes' },
        { label: 'Avance del gasto', figure: aFigure({ id: 'budget/rate', unit: 'ratio', value: 0.4589 }) },
        { label: 'Deuda exigible', figure: aFigure({ id: 'budget/debt', value: 150_510_000, status: 'provisional' }), show: thousands, note: 'provisional' },
        { label: 'Compromisos de obras', figure: aFigure({ id: 'projects/due', value: null, unit: 'count' }) },
      ],
    },
    { type: 'heading', id: 'h2', level: 1, content: [{ type: 'text', text: 'Ejecución del presupuesto' }] },
    { type: 'heading', id: 'h2a', level: 2, content: [{ type: 'text', text: 'Gasto por subtítulo' }] },
    {
      type: 'paragraph', id: 'p1', author: 'Marta Riffo', content: [
        { type: 'text', text: 'Al 30 de junio el municipio había devengado ' }, { type: 'figure', figure: aFigure({ id: 'budget/accrued', value: 5_070_819_000 }), show: thousands },
        { type: 'text', text: ', equivalente al ' }, { type: 'figure', figure: aFigure({ id: 'budget/rate', unit: 'ratio', value: 0.4589 }) },
        { type: 'text', text: ' del presupuesto vigente. La deuda exigible alcanza ' }, { type: 'figure', figure: aFigure({ id: 'budget/debt', value: 150_510_000, status: 'provisional' }), show: thousands },
        { type: 'text', text: ', y ', marks: [] }, { type: 'text', text: 'seis facturas', marks: ['strong'] }, { type: 'text', text: ' siguen ' }, { type: 'text', text: 'sin devengar', marks: ['em'] },
        { type: 'text', text: '. Véase la ' }, { type: 'link', text: 'ficha pública', href: 'https://loncoche.example/informes/1' }, { type: 'text', text: '.' },
      ],
    },
    {
      type: 'table', id: 't1', title: 'Ejecución del gasto por subtítulo', subtitle: 'Gestión municipal, 1 de enero a 30 de junio de 2026',
      columns: [
        { key: 'code', title: 'Subt.', align: 'left' }, { key: 'name', title: 'Denominación', align: 'left', width: 3 },
        { key: 'current', title: 'Vigente', align: 'right', group: 'Presupuesto' }, { key: 'accrued', title: 'Devengado', align: 'right', group: 'Presupuesto' }, { key: 'rate', title: 'Devengado / vigente', align: 'right' },
      ],
      rows: [
        tableRow('21', 'Gastos en personal', 3_684_200_000, 1_802_455_000),
        tableRow('22', 'Bienes y servicios de consumo', 3_412_650_000, 1_497_118_000),
        tableRow('31', 'Iniciativas de inversión', 1_386_540_000, 412_963_000),
        { id: 'r33', cells: [{ type: 'text', text: '33', code: true }, { type: 'text', text: 'Transferencias de capital' }, { type: 'figure', figure: aFigure({ id: 'budget/current', parameters: { line: '33' }, value: 12_000_000 }), show: thousands }, { type: 'figure', figure: aFigure({ id: 'budget/accrued', parameters: { line: '33' }, value: null, absence: 'no-data' }), show: thousands }, { type: 'empty', reason: 'no aplica' }] },
        { ...tableRow('', 'Total gastos', 8_495_390_000, 3_712_536_000), kind: 'total' },
      ],
      notes: ['La marca vertical señala la mitad del año.'], source: 'balance de ejecución presupuestaria, DAF, cargado el 13-07-2026.',
    },
    {
      type: 'chart', id: 'c1', title: 'La inversión va veinte puntos detrás del calendario', subtitle: 'Devengado, % del vigente, al 30-06-2026', kind: 'horizontal-bars', unit: 'ratio',
      categories: ['Servicio de la deuda', 'Transferencias corrientes', 'Personal', 'Bienes y servicios', 'Inversión'],
      series: [{ name: 'Inversión', role: 'subject', values: [null, null, null, null, 0.298] }, { name: 'Los demás', role: 'comparison', values: [0.989, 0.506, 0.489, 0.439, null] }, { name: 'mitad del año', role: 'target', values: [0.5, 0.5, 0.5, 0.5, 0.5] }],
      alternative: 'Barras por subtítulo: la inversión llega a 29,8 %, bajo la mitad del año.', source: 'balance de junio, DAF.',
    },
    { type: 'heading', id: 'h2b', level: 2, content: [{ type: 'text', text: 'Desviaciones' }] },
    { type: 'note', id: 'n1', tone: 'warning', title: 'Deuda por confirmar', content: [{ type: 'text', text: 'Finanzas cerró junio con seis facturas sin devengar.' }] },
    { type: 'list', id: 'l1', ordered: true, items: [[{ type: 'text', text: 'Costanera: diecinueve días de lluvia.' }], [{ type: 'text', text: 'Sede vecinal: sin contrato.' }]] },
    { type: 'signature', id: 's1', name: 'Carolina Manríquez Soto', office: 'Directora de la Secretaría Comunal de Planificación', substitute: true },
  ],
})

function tableRow(code: string, name: string, current: number, accrued: number): Extract<DocumentBody['blocks'][number], { type: 'table' }>['rows'][number] {
  const parameters = { line: code || 'total' }
  return {
    id: `r${code || 'total'}`,
    cells: [
      { type: 'text', text: code, code: true }, { type: 'text', text: name },
      { type: 'figure', figure: aFigure({ id: 'budget/current', parameters, value: current }), show: thousands },
      { type: 'figure', figure: aFigure({ id: 'budget/accrued', parameters, value: accrued }), show: thousands },
      { type: 'bar', figure: aFigure({ id: 'budget/rate', parameters, unit: 'ratio', value: accrued / current }), mark: 0.5 },
    ],
  }
}
