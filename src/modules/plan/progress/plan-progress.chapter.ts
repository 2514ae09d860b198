import { type Block, type Cell, counted, enumerate, formatDay, type Inline, type TableRow } from '#kernel'
import { defineChapter, type FigureBook } from '#platform/actions'
import { lightRuleText, quantity } from './assess.ts'
import { type AssessedIndicator, planSnapshot, type PlanSnapshot } from './plan-snapshot.ts'

const text = (value: string): Inline => ({ type: 'text', text: value })
const words = { good: 'en meta', warning: 'en riesgo', bad: 'atrasado', none: 'sin dato' } as const
const parametersOf = (snapshot: PlanSnapshot): Record<string, string> => (snapshot.plan ? { plan: snapshot.plan.id } : {})

const objectiveRows = async (snapshot: PlanSnapshot, figures: FigureBook): Promise<TableRow[]> => {
  const rows: TableRow[] = []
  for (const axis of snapshot.nodes.filter(({ kind }) => kind === 'axis')) {
    const objectives = snapshot.objectives.filter(({ parent_id: parent }) => parent === axis.id)
    if (objectives.length === 0) continue
    rows.push({ id: axis.id, kind: 'group', cells: [{ type: 'text', text: `Eje ${axis.code}. ${axis.name}` }] })
    for (const node of objectives) {
      const score = snapshot.scores.get(node.id)
      const figure = await figures.get('plan/objective-score', { ...parametersOf(snapshot), objective: node.id, label: `${node.code} ${node.name}` })
      const value: Cell = figure.value === null ? { type: 'empty', reason: 'sin dato' } : { type: 'figure', figure, show: { decimals: 0 } }
      rows.push({ id: node.id, cells: [{ type: 'text', text: `${node.code} ${node.name}` }, { type: 'text', text: `${score?.measured ?? 0} de ${score?.total ?? 0}` }, value, { type: 'text', text: words[score?.light ?? 'none'] }] })
    }
  }
  return rows
}

/** What was measured, what it should be and what the unit says about it, for the indicators that are behind. */
const behindItem = ({ state, assessment }: AssessedIndicator): Inline[] => {
  const { measurement, target } = assessment
  if (!measurement || measurement.value === null || !target) return []
  const lead = `${state.code} ${state.name}: ${quantity(measurement.value, state.unit)} al ${formatDay(measurement.on)}, con una meta ${target.year} de ${quantity(target.value, state.unit)}.`
  return [text(`${lead}${measurement.note ? ` ${measurement.note}` : ''}${measurement.approved ? '' : ' Medición por aprobar.'}`)]
}

const paragraphs = async (snapshot: PlanSnapshot, figures: FigureBook): Promise<Block[]> => {
  const parameters = parametersOf(snapshot)
  const [share, good, total, measured, late] = [
    await figures.get('plan/objectives-on-track', parameters), await figures.get('plan/objectives-count', { ...parameters, light: 'good' }), await figures.get('plan/objectives-count', parameters),
    await figures.get('plan/indicators-measured', parameters), await figures.get('plan/objectives-count', { ...parameters, light: 'bad' }),
  ]
  return [{
    type: 'paragraph', id: 'plan-progress-summary', content: [
      text(`El ${snapshot.plan?.name ?? 'plan'} tiene `), { type: 'figure', figure: total }, text(' objetivos vigentes. De los que cuentan con dato, está en meta el '), { type: 'figure', figure: share }, text(', es decir, '), { type: 'figure', figure: good },
      text('; atrasados hay '), { type: 'figure', figure: late }, text('. Tiene medición vigente el '), { type: 'figure', figure: measured }, text(' de los indicadores.'),
    ],
  }]
}

/** Compliance of the plan: count beside each percentage, the rule printed, and what explains what is behind. */
export const planProgress = defineChapter({
  id: 'plan/progress', title: 'Cumplimiento del plan de desarrollo comunal',
  write: async (context) => {
    const { figures } = context
    const snapshot = await planSnapshot(context)
    const heading: Block = { type: 'heading', id: 'plan-progress', level: 2, content: [text('Cumplimiento del plan de desarrollo comunal')] }
    if (!snapshot.plan) return [heading, { type: 'note', id: 'plan-progress-none', tone: 'warning', content: [text('No hay un plan de desarrollo comunal registrado para la fecha del informe.')] }]
    const rows = await objectiveRows(snapshot, figures)
    const scored = snapshot.objectives.flatMap((node) => { const score = snapshot.scores.get(node.id); return score?.score == null ? [] : [{ node, score: score.score, light: score.light }] }).sort((a, b) => a.score - b.score)
    const behind = snapshot.indicators.filter(({ assessment: { light } }) => light === 'bad').sort((a, b) => (a.assessment.ratio ?? 0) - (b.assessment.ratio ?? 0))
    const waiting = snapshot.indicators.filter(({ assessment: { measurement } }) => measurement !== null && !measurement.approved)
    const source = `Fichas de indicador y mediciones de las unidades. Hechos al ${formatDay(context.asOf.effectiveOn)}, conocido al ${formatDay(context.asOf.knownOn)}.`
    const worst = scored.filter(({ light }) => light === 'bad')
    const blocks: Block[] = [
      heading, ...(await paragraphs(snapshot, figures)),
      {
        type: 'table', id: 'plan-progress-objectives', title: 'Cumplimiento por objetivo', subtitle: 'Avance sobre lo esperado a la fecha, promedio de los indicadores con dato', source, notes: [lightRuleText(snapshot.rule), 'Los indicadores sin medición en doce meses no cuentan como cero: se informan aparte.'],
        columns: [{ key: 'objective', title: 'Objetivo', align: 'left', width: 5 }, { key: 'measured', title: 'Indicadores con dato', align: 'right', width: 2 }, { key: 'score', title: 'Cumplimiento', align: 'right', width: 2 }, { key: 'state', title: 'Estado', align: 'left', width: 2 }], rows,
      },
    ]
    if (scored.length > 0) blocks.push({
      type: 'chart', id: 'plan-progress-chart', kind: 'horizontal-bars', unit: 'ratio', show: { decimals: 0 }, source,
      title: worst.length === 0 ? 'Ningún objetivo con dato está atrasado' : `${worst.length === 1 ? 'Está atrasado' : 'Están atrasados'} ${counted(worst.length, 'objetivo', 'objetivos')}: ${enumerate(worst.map(({ node }) => node.code))}`,
      subtitle: 'Cumplimiento de cada objetivo sobre lo esperado a la fecha, en porcentaje',
      categories: scored.map(({ node }) => `${node.code} ${node.name}`), series: [{ name: 'Cumplimiento', values: scored.map(({ score }) => score), role: 'subject' }],
      alternative: `Cumplimiento por objetivo, del menor al mayor: ${scored.map(({ node, score }) => `${node.code}, ${Math.round(score * 100)} %`).join('; ')}.`,
    })
    if (behind.length > 0) blocks.push(
      { type: 'heading', id: 'plan-progress-behind', level: 3, content: [text('Indicadores atrasados')] },
      { type: 'list', id: 'plan-progress-behind-list', ordered: false, items: behind.map(behindItem).filter(({ length }) => length > 0) },
    )
    if (waiting.length > 0) blocks.push({ type: 'note', id: 'plan-progress-waiting', tone: 'info', title: 'Mediciones por aprobar', content: [text(`${counted(waiting.length, 'medición espera', 'mediciones esperan')} aprobación, y las cifras que dependen de ellas son provisionales: ${enumerate(waiting.map(({ state }) => state.code))}.`)] })
    return blocks
  },
})
