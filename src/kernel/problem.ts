/** A named failure with a remedy, in Spanish (RFC 9457). Thrown from the rule, caught once in `platform/http`. */
export type ProblemKind =
  | 'input' | 'identity' | 'permission' | 'absent' | 'conflict' | 'version' | 'rule' | 'size' | 'rate' | 'dependency' | 'defect'

export const problemStatus: Record<ProblemKind, number> = {
  input: 400, identity: 401, permission: 403, absent: 404, conflict: 409, version: 412, size: 413, rule: 422, rate: 429, dependency: 503, defect: 500,
}

export type FieldError = { readonly pointer: string; readonly message: string }
export type ProblemLaw = { readonly norm: string; readonly article?: string }

export type ProblemDefinition<Detail> = {
  readonly id: string
  readonly kind: ProblemKind
  readonly title: string
  readonly detail: (facts: Detail) => string
  readonly remedy: string
  readonly law?: ProblemLaw
}

export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly id: string,
    readonly kind: ProblemKind,
    readonly title: string,
    readonly detail: string,
    readonly remedy: string,
    readonly law: ProblemLaw | undefined,
    readonly errors: readonly FieldError[] = [],
    /** Machine-readable facts of the case (both versions of a conflict, the dependants of an undo). */
    readonly facts: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${title}: ${detail}`)
  }
  get status(): number {
    return problemStatus[this.kind]
  }
}

export type ProblemFactory<Detail> = ((facts: Detail, extra?: { errors?: readonly FieldError[]; facts?: Record<string, unknown> }) => Problem) & { readonly definition: ProblemDefinition<Detail> }

const registered = new Map<string, ProblemDefinition<never>>()

/** Declares a problem. The id is its stable address: `/ayuda/problemas/<id>`. Ids are unique in the program. */
export const defineProblem = <Detail = Record<string, never>>(definition: ProblemDefinition<Detail>): ProblemFactory<Detail> => {
  registered.set(definition.id, definition as unknown as ProblemDefinition<never>)
  const factory = (facts: Detail, extra: { errors?: readonly FieldError[]; facts?: Record<string, unknown> } = {}): Problem =>
    new Problem(definition.id, definition.kind, definition.title, definition.detail(facts), definition.remedy, definition.law, extra.errors, extra.facts)
  return Object.assign(factory, { definition })
}

/** Every problem declared so far, for help pages and the test that counts them. */
export const allProblems = (): ProblemDefinition<never>[] => [...registered.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
