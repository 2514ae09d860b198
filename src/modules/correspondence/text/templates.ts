import { type ActKind, actKinds, kindTitle, type TemplateView } from '../contract.ts'
import { decreeTemplates } from './decree-templates.ts'
import { letterTemplates } from './letter-templates.ts'
import { template, type Template } from './template.ts'

/** A kind without a starting text of its own still keeps the form the office expects. */
const BARE: Readonly<Record<ActKind, string>> = {
  letter: '[texto del oficio]\n\nSaluda atentamente a usted,', memo: '[texto del memorándum]\n\nSaluda atentamente a usted,', brief: '## Antecedentes\n\n[antecedentes]\n\n## Puntos por decidir\n\n[puntos por decidir]',
  decree: '**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; y {{cite:procedure}}.\n\n**CONSIDERANDO:** [considerandos]\n\n**DECRETO:**\n\n**1.º** [lo que se dispone]\n\n**Anótese, comuníquese, publíquese cuando corresponda y archívese.**',
  'exempt-decree': '**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}; y {{cite:procedure}}.\n\n**CONSIDERANDO:** [considerandos]\n\n**DECRETO:**\n\n**1.º** [lo que se dispone]\n\n**Anótese, comuníquese, publíquese cuando corresponda y archívese.**',
  certificate: 'La Secretaría Municipal que suscribe, en su calidad de ministro de fe y conforme a {{cite:clerk}}, **CERTIFICA:**\n\n[lo que se certifica]', 'technical-report': '## Antecedentes\n\n[antecedentes]\n\n## Conclusión\n\n[conclusión]',
  instruction: '**VISTOS:** Las facultades que me confieren {{cite:mayorPowers}}.\n\n**INSTRUCCIÓN:**\n\n**1.º** [lo que se instruye]\n\n**Anótese, comuníquese y archívese.**',
}
const blanks = actKinds.map((kind) => template({ key: 'blank', kind, title: `${kindTitle[kind]} en blanco`, summary: 'Sólo la forma; usted escribe el texto.', subject: '[materia]', text: BARE[kind] }))

export const templates: readonly Template[] = [...letterTemplates, ...decreeTemplates, ...blanks]

/** A decree that leaves another without effect may be ordinary or exempt: those texts serve both series. */
const ALSO: Readonly<Partial<Record<ActKind, ActKind>>> = { 'exempt-decree': 'decree', decree: 'exempt-decree' }
export const templateOf = (kind: ActKind, key: string): Template | undefined => {
  const found = templates.find((one) => one.kind === kind && one.key === key) ?? templates.find((one) => one.kind === ALSO[kind] && one.key === key && key !== 'blank')
  return found && { ...found, kind }
}
export const templateViews = (): readonly TemplateView[] =>
  actKinds.flatMap((kind) => templates.filter((one) => one.kind === kind || (one.kind === ALSO[kind] && one.key !== 'blank')).map(({ key, title, summary, fields, subject }) => ({ key, kind, title, summary, fields, subject })))
