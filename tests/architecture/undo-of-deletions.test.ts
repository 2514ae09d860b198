import { expect, test } from 'vitest'
import { modules } from '../../src/app/modules.ts'

/** What takes things away, closes or withdraws them. */
const TAKES = /[.-](delete|remove|withdraw|discard|close|void|revoke|merge|retire|end|annul|refuse|undo|release)(-|$)/
/**
 * How each is taken back: `back` names the action that does it (within the term to undo of ninety days where the law of the product sets one),
 * `why` says why it has none. An undoing itself is done again by doing the act anew.
 */
const HOW: Readonly<Record<string, { readonly back: string } | { readonly why: string }>> = {
  'reporting.undo-delivery': { why: 'es un deshacer: la entrega se anota de nuevo' }, 'projects.undo-planned-curve': { why: 'es un deshacer: la programación se fija de nuevo' }, 'projects.undo-import': { why: 'es un deshacer: la lista sigue guardada y se carga otra vez' },
  'worksheets.undo': { why: 'es un deshacer: la planilla sigue guardada y se sube otra vez' }, 'plan.undo-import': { why: 'es un deshacer: el documento sigue guardado y se carga otra vez' }, 'budget.undo-entry': { why: 'es un deshacer: el asiento se registra de nuevo' }, 'budget.undo-import': { why: 'es un deshacer: la planilla sigue guardada y se carga otra vez' },
  'evidence.undo-adoption': { why: 'es un deshacer: la carpeta sigue guardada y se adopta otra vez' }, 'calendar.undo-duty-event': { why: 'es un deshacer: el hecho se declara de nuevo' }, 'calendar.undo-occurrence': { why: 'es un deshacer: el hecho se anota de nuevo' },
  'territory.withdraw-version': { back: 'territory.restore-version' }, 'territory.discard-draft': { back: 'territory.restore-draft' }, 'plan.retire-node': { back: 'plan.restore-node' }, 'plan.retire-indicator': { back: 'plan.restore-indicator' }, 'statistics.retire-dataset': { back: 'statistics.retire-dataset' },
  'budget.close-month': { back: 'budget.reopen-month' }, 'requests.close-campaign': { back: 'requests.reopen-request' }, 'council.withdraw-from-folder': { back: 'council.put-in-folder' }, 'correspondence.remove-antecedent': { back: 'correspondence.add-antecedent' },
  'budget.refuse-certificate': { why: 'responde a una solicitud con su razón; quien la pidió presenta otra' }, 'budget.withdraw-carry-over': { why: 'retira un borrador que nada movió; se prepara de nuevo con los mismos saldos' }, 'budget.withdraw-amendment': { why: 'retira un borrador que nada movió; su versión queda en la historia' },
  'evidence.discard-adoption': { why: 'descarta una revisión que nada guardó; la carpeta está donde estaba' }, 'registry.end-sessions': { why: 'una sesión terminada se abre otra vez al entrar' }, 'registry.delete-view': { why: 'una vista es una dirección con nombre, de una persona; se guarda otra vez en dos teclas' }, 'registry.end-office': { why: 'un cargo termina por un acto; si fue un error se anota otro período' },
  'requests.revoke-links': { why: 'un enlace anulado pudo haber sido visto por terceros: se emite otro' }, 'calendar.revoke-feed': { why: 'una dirección anulada pudo haber sido vista por terceros: se crea otra' }, 'correspondence.close-incoming': { back: 'correspondence.reopen-incoming' },
  'correspondence.annul-number': { why: 'un número anulado no se vuelve a usar: la serie debe contar por qué falta' }, 'correspondence.delete-draft': { back: 'correspondence.restore-draft' }, 'correspondence.withdraw-notification': { back: 'correspondence.notify-act' }, 'correspondence.withdraw-signature': { back: 'correspondence.sign-act' }, 'statistics.end-code': { why: 'un código termina por una fecha de su clasificación; si fue un error se registra otra vigencia' },
  'statistics.retire-register': { back: 'statistics.retire-register' }, 'statistics.undo-request-step': { why: 'es un deshacer: el paso se da de nuevo' }, 'statistics.refuse-request': { back: 'statistics.undo-request-step' }, 'statistics.void-request': { back: 'statistics.undo-request-step' },
  'statistics.undo-load': { why: 'es un deshacer: el archivo sigue guardado y se carga otra vez' }, 'statistics.retire-holding': { why: 'la ficha se agrega otra vez; su archivo sigue guardado en la evidencia' },
  'statistics.retire-source': { why: 'lo adoptado de ella queda; la fuente se agrega otra vez al concepto' }, 'statistics.retire-saved': { back: 'statistics.restore-saved' }, 'statistics.withdraw-version': { back: 'statistics.restore-version' },
}
const actions = modules.flatMap((module) => module.actions ?? [])
const names = new Set(actions.map(({ name }) => name))

test('todo lo que quita, cierra o retira dice cómo se vuelve atrás, o por qué no', () => {
  expect(actions.map(({ name }) => name).filter((name) => TAKES.test(name) && !(name in HOW))).toEqual([])
})
test('lo que se nombra existe, y ninguna razón es de una línea vacía', () => {
  expect(Object.keys(HOW).filter((name) => !names.has(name))).toEqual([])
  expect(Object.values(HOW).flatMap((how) => ('back' in how ? (names.has(how.back) ? [] : [how.back]) : how.why.length > 20 ? [] : [how.why]))).toEqual([])
})
