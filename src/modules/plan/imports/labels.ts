import { sortKey } from '#kernel'
import type { PlanField, TreeKind } from './plan-import-contract.ts'

export const plain = (text: string): string => sortKey(text).replace(/[^a-z0-9~%°]+/g, ' ').trim()
const KINDS: readonly (readonly [TreeKind, RegExp])[] = [
  ['axis', /^(eje|lineamiento|linea estrategica|dimension|area estrategica|ambito)\b/], ['objective', /^(objetivo|oe|og)\b/], ['programme', /^(programa|proyecto|iniciativa|accion|plan de accion)\b/], ['indicator', /^indicador\b/],
]
export const kindOf = (text: string): TreeKind | undefined => KINDS.find(([, rule]) => rule.test(plain(text)))?.[0]
/** A label in its parts: «Objetivo estratégico 1.1: Agua segura» is the objective 1.1, «Agua segura». */
export const splitLabel = (text: string): { readonly kind?: TreeKind; readonly code: string; readonly name: string } => {
  const clean = text.replace(/[\s\u00a0]+/g, ' ').trim()
  const named = /^(eje|lineamiento|l[ií]nea|dimensi[oó]n|[aá]rea|[aá]mbito|objetivo|programa|proyecto|iniciativa|acci[oó]n|indicador)((?: (?:estrat[eé]gic[oa]s?|espec[ií]fic[oa]s?|general(?:es)?|de acci[oó]n|de gesti[oó]n))?)\s*(?:n[°º.]\s*)?((?:\d+(?:\.\d+)*|[IVX]+)\b\.?)?\s*[:.–—-]*\s*(.*)$/i.exec(clean)
  const kind = kindOf(clean.replace(/^\d+(\.\d+)*\.?\s+/, ''))
  if (named && (named[3] || /[:–—]/.test(clean.slice(0, 60)))) return { ...(kind ? { kind } : {}), code: (named[3] ?? '').replace(/\.$/, ''), name: named[4] || clean }
  const numbered = /^(\d+(?:\.\d+)*|[A-Z]{1,3}[-.]?\d+(?:[.-]\d+)*)[.):\s–—-]+\s*(.+)$/.exec(clean)
  if (!numbered) return { ...(kind ? { kind } : {}), code: '', name: clean }
  const rest = numbered[2] ?? ''
  const inner = /^(?:[AÁ]MBITO|LINEAMIENTO|EJE)(?: ESTRAT[EÉ]GICO)?\s+(.+)$/i.exec(rest)
  return { ...(kind ? { kind } : {}), code: (numbered[1] ?? '').replace(/\.$/, ''), name: inner?.[1] ?? rest }
}

const RULES: readonly (readonly [PlanField, RegExp])[] = [
  ['ignored', /^(n°?|nro|item|avance|diferencia|estado|observaci.*|total|puntaje|ods.*)$/],
  ['base', /linea (de )?base|valor base|situacion (inicial|base)|^base\b/], ['frequency', /periodicidad|frecuencia/], ['verification', /verificacion/], ['formula', /formula|calculo|forma de medi/], ['measure', /unidad de medida|^u m$|^medida$/],
  ['target', /^meta|valor meta|metas?\b.*20\d\d|^20\d\d$/], ['unit', /responsable|encargad|^utr$|^unidad|^direccion|departamento/], ['cost', /presupuesto|costo|monto|inversion estimada/], ['term', /plazo|cronograma|an~o (de )?(inicio|termino)|^inicio|^termino|periodo/], ['source', /financiamiento|^fuente/],
  ['area', /^ambito/], ['axis', /^(eje|lineamiento|linea estrategica|dimension|area\b)/], ['indicator', /indicador/], ['objective', /^objetivo/], ['programme', /programa|proyecto|iniciativa|accion|^plan\b|actividad/], ['code', /^(codigo|cod|id)$/], ['description', /descripci|proposito|fundament|alcance/],
]
/** What a title of column, or a label of a sheet of one indicator, speaks of. */
export const guessPlanField = (text: string): PlanField | undefined => {
  const words = plain(text)
  return words === '' || words.length > 70 ? undefined : RULES.find(([, rule]) => rule.test(words))?.[0]
}
