import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { drawChart } from '#platform/charts'
import { assetFolder } from '../asset-folder.ts'
import { qrSvg } from '../qr.ts'
import { CHART_WIDTH, type PaperOptions } from '../render-options.ts'
import type { SetBlock, Typeset } from '../typeset.ts'

type Engine = { readonly compiler: NodeCompiler; readonly template: string; readonly workspace: string }
let engine: Engine | undefined

const start = (): Engine => {
  const workspace = assetFolder('documents')
  return {
    workspace, template: readFileSync(path.join(workspace, 'report.typ'), 'utf8'),
    compiler: NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [assetFolder('fonts')] }] }),
  }
}

/** PDF/UA-1 refuses a skipped level of heading (1 then 3), so the outline closes the gap; the printed number stays. */
export const withOutlineLevels = (blocks: readonly SetBlock[]): (SetBlock & { outline?: number })[] => {
  let previous = 0
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block
    previous = Math.min(block.level, previous + 1)
    return { ...block, outline: previous }
  })
}

/** Composes a document as tagged PDF. Runs in the worker: it takes all of one processor while it lasts. */
export const composePdf = (document: Typeset, options: PaperOptions): Buffer => {
  engine ??= start()
  const { compiler, template, workspace } = engine
  const arms = options.arms ? { path: `/arms.${options.arms.format}`, alternative: options.arms.alternative, height: Math.min(17, 80 / (options.arms.proportion ?? 1)) } : null
  const charts = Object.fromEntries(document.blocks.filter((block) => block.kind === 'chart').map((block) => [block.id, drawChart(block.chart, { width: CHART_WIDTH, theme: 'print' })]))
  const data = { document: { ...document, blocks: withOutlineLevels(document.blocks) }, charts, arms, qr: document.verificationAddress ? qrSvg(document.verificationAddress) : null }
  try {
    compiler.mapShadow(path.join(workspace, 'data.json'), Buffer.from(JSON.stringify(data)))
    if (options.arms && arms) compiler.mapShadow(path.join(workspace, arms.path), Buffer.from(options.arms.data))
    const compiled = compiler.compile({ mainFileContent: template })
    const { result } = compiled
    if (!result) throw new Error(JSON.stringify(compiled.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'))
    const creationTimestamp = Math.trunc(Date.parse(`${document.day}T12:00:00Z`) / 1000)
    return compiler.pdf(result, { pdfStandard: 'ua-1', creationTimestamp })
  } finally {
    compiler.resetShadow()
    compiler.evictCache(2)
  }
}
