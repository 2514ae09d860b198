import type { Actor } from '#kernel'
import type { Town } from '../../../../tests/town.ts'
import { loadBalanceJob } from '../imports/load-job.ts'
import { previewBalanceJob, type PreviewAnswer } from '../imports/preview-job.ts'
import { readBalanceJob, type ReadAnswer } from '../imports/read-job.ts'
import { startImport } from '../imports/start-import.ts'
import { runJob, upload } from './run-job.ts'

type How = { readonly name: string; readonly month: number; readonly year?: number; readonly recipe?: string; readonly kind?: 'income' | 'expenditure'; readonly accepted?: readonly string[]; readonly cancelAt?: number; readonly between?: () => Promise<void>; readonly onProgress?: (share: number) => Promise<void> }

/** Uploads, reads with the proposals accepted, previews and loads a balance: the whole assistant in one call. */
export const loadNow = async (town: Town, actor: Actor, content: string | Uint8Array, how: How): Promise<{ id: string; movements: number; preview: PreviewAnswer }> => {
  const hash = await upload(town, actor, how.name, typeof content === 'string' ? Buffer.from(content, 'latin1') : content)
  const { result } = await town.as(actor).does<{ id: string }>(startImport, { fileHash: hash, year: how.year ?? 2026, month: how.month })
  const read = await runJob<ReadAnswer>(town, actor, readBalanceJob, { id: result.id })
  const choices = { sheet: read.sheet, headerRows: read.header, columns: read.columns.map(({ column, field }) => ({ column, field })), unit: read.unitSure ? read.unit : 'pesos', kind: how.kind ?? read.kind, recipe: how.recipe ?? '', accepted: how.accepted ?? ['new-account', 'missing-account', 'month-backwards'] }
  const preview = await runJob<PreviewAnswer>(town, actor, previewBalanceJob, { id: result.id, choices })
  await how.between?.()
  const answer = await runJob<{ movements: number }>(town, actor, loadBalanceJob, { id: result.id, choices, watermark: preview.watermark }, { cancelAt: how.cancelAt, onProgress: how.onProgress })
  return { id: result.id, movements: answer.movements, preview }
}
