import { type AnyFigure, type Chapter, figureBook, type FigureBook, type ModuleDefinition, type ReadContext } from '#platform/actions'

/** What the report knows of the other modules: their figures and chapters, and how this program is called. */
export type Catalog = {
  readonly figures: ReadonlyMap<string, AnyFigure>
  readonly chapters: readonly (Chapter & { readonly module: string })[]
  readonly version: string
  /** `https://…` of this municipality's installation, when it has one. */
  readonly publicAddress: () => string | undefined
}
export type CatalogOptions = { readonly version: string; readonly publicAddress?: () => string | undefined }

export const catalogOf = (modules: readonly ModuleDefinition[], options: CatalogOptions): Catalog => ({
  figures: new Map(modules.flatMap((module) => (module.figures ?? []).map((figure) => [figure.id, figure] as const))),
  chapters: modules.flatMap((module) => (module.chapters ?? []).map((chapter) => ({ ...chapter, module: module.key }))),
  version: options.version,
  publicAddress: options.publicAddress ?? (() => undefined),
})

export const bookOf = (catalog: Catalog, context: ReadContext): FigureBook => figureBook(catalog.figures, context, catalog.version)
