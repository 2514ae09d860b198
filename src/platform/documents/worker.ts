import { parentPort } from 'node:worker_threads'
import { composePdf } from './pdf/typst-engine.ts'
import { composeWord } from './word/compose-word.ts'
import type { WorkerAnswer, WorkerTask } from './worker-messages.ts'

/** Entry of the thread that composes paper, one document after another, so that the server never waits for it. */
parentPort?.on('message', ({ id, format, document, options }: WorkerTask) => {
  let answer: WorkerAnswer
  try {
    const bytes = format === 'PDF' ? composePdf(document, options) : composeWord(document, options)
    answer = { id, bytes: new Uint8Array(bytes) }
  } catch (error) {
    answer = { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
  parentPort?.postMessage(answer)
})
