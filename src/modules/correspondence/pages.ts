import type { PageRoute } from '#design'

const READ = 'correspondence.read'
export const pages: readonly PageRoute[] = []
export const permission = READ
