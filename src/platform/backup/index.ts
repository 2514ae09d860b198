export { type Manifest, writeBackup } from './backup.ts'
export { readBackup, restoreBackup, tableHashes } from './restore.ts'
