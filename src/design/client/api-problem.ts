import type { FieldError } from '#kernel'

/** A failure as the server tells it (RFC 9457, `application/problem+json`). */
export type ProblemBody = {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
  readonly remedy?: string
  readonly law?: { readonly norm: string; readonly article?: string }
  readonly errors?: readonly FieldError[]
  readonly reference?: string
  readonly facts?: Readonly<Record<string, unknown>>
}

/** Thrown by `api.query` and `api.act`; ProblemView shows it whole. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  constructor(readonly body: ProblemBody) {
    super(body.detail ?? body.title)
  }
  get status(): number {
    return this.body.status
  }
  /** Message of one field, by its pointer (`/amount` or `amount`). */
  field(name: string): string | undefined {
    return this.body.errors?.find(({ pointer }) => pointer.replace(/^\//, '') === name.replace(/^\//, ''))?.message
  }
}

export const isProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem

const offline: ProblemBody = {
  type: '/ayuda/problemas/web/no-connection', title: 'No hay conexión con el servidor', status: 0,
  detail: 'El navegador no logró comunicarse con Secplan.', remedy: 'Revise que el programa esté en marcha y la red conectada, y repita. Lo que usted escribió sigue en la pantalla.',
}

/** Any failure as a problem: a lost connection has its own words, a defect keeps its reference. */
export const toProblem = (error: unknown): ApiProblem => {
  if (isProblem(error)) return error
  if (error instanceof TypeError) return new ApiProblem(offline)
  return new ApiProblem({
    type: '/ayuda/problemas/web/page-defect', title: 'Esta página falló', status: 500,
    detail: error instanceof Error ? error.message : String(error), remedy: 'Vuelva a cargar la página. Si se repite, avise a quien administra el sistema con la dirección y la hora.',
  })
}

export const noConnection = (): ApiProblem => new ApiProblem(offline)

export const readProblem = async (response: Response): Promise<ApiProblem> => {
  const plain: ProblemBody = {
    type: '/ayuda/problemas/web/unexpected-answer', title: 'El servidor no pudo atender la solicitud', status: response.status,
    detail: `Respondió con el código ${response.status}, sin explicar la causa.`, remedy: 'Repita en un momento. Si se repite, avise a quien administra el sistema con la dirección y la hora.',
  }
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  if (!isJson) return new ApiProblem(plain)
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>
  return new ApiProblem({ ...plain, ...body, detail: body.detail ?? (body.title ? undefined : plain.detail), remedy: body.remedy ?? (body.title ? undefined : plain.remedy), status: body.status ?? response.status })
}
