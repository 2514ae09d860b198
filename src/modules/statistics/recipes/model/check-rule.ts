import { z } from 'zod'

const severity = z.enum(['stops', 'warns']).default('stops')
/**
 * `total`: the parts of a dimension add up to its total, for each combination of the others. `children`: codes add up to their parent (communes to the region).
 * `row`: within a row, measures add up to another one (with «-» before what subtracts). `tolerance` is the rounding the publisher allows itself.
 */
export const CheckShape = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('total'), dimension: z.string(), total: z.string(), measures: z.array(z.string()).min(1), tolerance: z.number().min(0).default(0), severity }),
  z.object({ kind: z.literal('children'), dimension: z.string(), level: z.string(), measures: z.array(z.string()).min(1), tolerance: z.number().min(0).default(0), severity }),
  z.object({ kind: z.literal('row'), terms: z.array(z.string()).min(1), equals: z.string(), tolerance: z.number().min(0).default(0), severity }),
])
export type Check = z.infer<typeof CheckShape>
