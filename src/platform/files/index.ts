export { packageRoot } from './package-root.ts'
export { type FileStore, folderStore } from './file-store.ts'
export { giveWay } from './give-way.ts'
