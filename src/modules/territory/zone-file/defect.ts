/** What is wrong with a zone of a file or a draft, in words, with its place. `at` is its order, from zero; `point` in degrees. */
export type ZoneDefect = {
  readonly at: number; readonly other?: number; readonly kind: 'no-shape' | 'crossed' | 'overlap' | 'outside' | 'partly-outside' | 'repeated-code' | 'no-code' | 'plane' | 'no-boundary'
  readonly says: string; readonly remedy: string; readonly point: readonly [number, number] | null; /** It cannot be loaded with it. */ readonly stops: boolean; /** The system can mend it. */ readonly repairable: boolean
}
