export { type JobRow, jobStore } from './job.store.ts'
export { startWorker } from './worker.ts'
