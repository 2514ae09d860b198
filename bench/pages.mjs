import { spawn } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { load } from './load.mjs'

const WARM_MS = 700
const MEASURE_MS = 1500
const ROUNDS = 3

const start = (args, cwd) => {
  const child = spawn(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'inherit'] })
  const said = new Promise((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (bytes) => {
      text += bytes
      if (text.includes('\n')) resolve(JSON.parse(text.slice(0, text.indexOf('\n'))))
    })
    child.once('exit', (code) => reject(new Error(`terminó con ${code}`)))
  })
  return { child, said }
}
const finished = (args, cwd) => new Promise((resolve, reject) => spawn(process.execPath, args, { cwd, stdio: ['ignore', 'ignore', 'inherit'] }).once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`terminó con ${code}`)))))
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]

/** List and record pages of the product beside the bare baseline, at 1 and 10 users, on one engine. */
export const measurePages = async ({ root, program, engine, url, targets }) => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-bench-'))
  const children = []
  try {
    mkdirSync(join(folder, 'a'))
    await finished([program, 'seed', join(folder, 'a'), url ?? ''], root)
    if (!url) cpSync(join(folder, 'a'), join(folder, 'b'), { recursive: true })
    const product = start([program, 'serve', join(folder, 'a'), url ?? ''], root)
    children.push(product.child)
    const { address, cookie, pages } = await product.said
    const baseline = start([join(root, 'bench/baseline.mjs'), JSON.stringify(pages), join(folder, 'b'), url ?? ''], root)
    children.push(baseline.child)
    const bare = await baseline.said
    const rows = []
    for (const [name, { path }] of Object.entries(pages)) {
      for (const users of [1, 10]) {
        const ours = []
        const theirs = []
        const run = (milliseconds) => ({
          ours: () => load(new URL(path, address), { users, milliseconds, headers: { cookie } }),
          theirs: () => load(new URL(name, bare.address), { users, milliseconds }),
        })
        await run(WARM_MS).ours()
        await run(WARM_MS).theirs()
        for (let round = 0; round < ROUNDS; round++) {
          ours.push(await run(MEASURE_MS).ours())
          theirs.push(await run(MEASURE_MS).theirs())
        }
        const [mine, base] = [median(ours.map(({ perSecond }) => perSecond)), median(theirs.map(({ perSecond }) => perSecond))]
        const p95 = median(ours.map((one) => one.p95))
        const ratio = mine / base
        const limit = targets.p95AtMostMs[users]
        rows.push({ what: `${name === 'list' ? 'lista' : 'ficha'} ${path.split('?')[0]} · ${engine} · ${users} ${users === 1 ? 'usuario' : 'usuarios'}`, value: `${mine.toFixed(0)}/s, p95 ${p95.toFixed(1)} ms`, beside: `${base.toFixed(0)}/s`, ratio: Number(ratio.toFixed(2)), target: `≥ ${targets.ratioAtLeast}, p95 ≤ ${limit} ms`, ok: ratio >= targets.ratioAtLeast && p95 <= limit, requestsPerSecond: mine, p95Ms: p95 })
      }
    }
    return rows
  } finally {
    for (const child of children) child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  }
}
