export { type JobRow, type JobRun, jobStore } from './job.store.ts'
export { SYSTEM_ACCOUNT } from './run-job.ts'
export { type DailyJob, queueDaily, startSchedule } from './schedule.ts'
export { startWorker } from './worker.ts'
