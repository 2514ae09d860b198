import type { FigureValue } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { z } from 'zod'
import type { Catalog } from '../catalog.ts'
import { ledgerHead } from '../compose/pinned-context.ts'
import type { ChangedFigure, DifferencesView } from '../contract.ts'
import { entriesBetween } from '../figures/entries-between.ts'
import { atMost, lookFrom } from '../figures/figure-at.ts'
import { editionStore } from './edition.store.ts'
import { byDay, explainChange } from './explain-change.ts'

/** Entries that explain a change are looked for in at most this many figures; the rest still show old and new. */
const EXPLAINED = 40
/** Points of the ledger looked at for all of them together: the question holds one transaction. */
const DAYS = 12
const ENTRIES = 8

/** What an edition said and what the same recipes say now, knowing everything known today. The edition is not touched. */
export const differences = (catalog: Catalog) => defineQuery({
  name: 'reporting.differences',
  title: 'Diferencias desde la emisión',
  help: 'Las cifras que una edición imprimió y que hoy dan otro valor, con los asientos que lo explican.',
  input: z.object({ report: z.uuid(), edition: z.coerce.number().int().positive() }),
  // Who sees fewer rows than the one who issued would get other values: not a difference of the document.
  allowed: (actor) => actor.permissions.has('reporting.read'),
  run: async ({ report, edition }, context): Promise<DifferencesView> => {
    const store = editionStore(context.tx)
    const row = await store.get(report, edition)
    if (!row) throw notFound({ what: `la edición ${edition} del informe` })
    const head = await ledgerHead(context)
    const entries = await entriesBetween(context.tx, row.watermark, head)
    const look = lookFrom(catalog, context)
    const days = byDay(entries)
    const looks = { days: atMost(look, DAYS), entries: atMost(look, ENTRIES) }
    const frozen = await store.figures(report, edition)
    const changed: ChangedFigure[] = []
    const unknown: string[] = []
    for (const figure of entries.length ? frozen : []) {
      const asOf = { effectiveOn: figure.effective_on, knownOn: context.today }
      const recipe = { id: figure.figure_id, parameters: figure.parameters }
      const now = await look(recipe, asOf)
      if (!now) unknown.push(figure.title)
      if (!now || now.value === figure.value) continue
      const before = { ...now, value: figure.value, text: figure.text, absence: undefined } satisfies FigureValue
      changed.push({
        key: figure.key, title: figure.title, places: figure.places, before: figure.text, now: now.text, figure: now,
        entries: changed.length < EXPLAINED ? await explainChange(looks, days, { recipe, effectiveOn: figure.effective_on, before, now, watermark: row.watermark }) : [],
      })
    }
    return { edition, issuedOn: row.issued_on, compared: frozen.length, changed, unknown }
  },
})
