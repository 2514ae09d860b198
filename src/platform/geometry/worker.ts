import { parentPort } from 'node:worker_threads'
import { doWork } from './do-work.ts'
import { wordsOfGeos } from './geos.ts'
import type { GeometryWork } from './work.ts'

export type GeometryMessage = { readonly id: number; readonly work: GeometryWork }
export type GeometryReply = { readonly id: number; readonly answer: unknown } | { readonly id: number; readonly failure: string }

parentPort?.on('message', ({ id, work }: GeometryMessage) => {
  doWork(work).then(
    (answer) => parentPort?.postMessage({ id, answer } satisfies GeometryReply),
    (error: unknown) => parentPort?.postMessage({ id, failure: error instanceof Error ? error.message : wordsOfGeos() } satisfies GeometryReply),
  )
})
