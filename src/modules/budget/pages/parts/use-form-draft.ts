import { useEffect, useRef, useState } from 'react'
import { api, useApi } from '#design'

const REST_MS = 600

/**
 * What is being written, kept on the server as it changes: going back, another computer or a closed window lose nothing.
 * `ready` is false until what was kept has come. `finish` forgets it, once sent.
 */
export const useFormDraft = <Draft extends object>(kind: 'amendment' | 'opening', year: number, blank: Draft) => {
  const { data, problem } = useApi<{ content: Draft | null; keptAt: string | null }>('budget/show-form-draft', { kind, year })
  const [draft, set] = useState<Draft>()
  const [failed, fail] = useState(false)
  const touched = useRef(false)
  useEffect(() => { touched.current = false; set(undefined) }, [year])
  useEffect(() => { if (!touched.current && (data || problem)) set({ ...blank, ...(data?.content ?? {}) }) }, [data, problem, year])
  useEffect(() => {
    if (!draft || !touched.current) return undefined
    const timer = setTimeout(() => { api.act('budget/keep-form-draft', { kind, year, content: draft }, { quiet: true }).then(() => fail(false), () => fail(true)) }, REST_MS)
    return () => clearTimeout(timer)
  }, [draft, kind, year])
  return {
    draft: draft ?? blank, ready: draft !== undefined, keptAt: data?.content ? data.keptAt : null,
    /** True while the server does not answer: what is written lives only in this window. */
    failed,
    change: (next: Draft) => { touched.current = true; set(next) },
    finish: async () => { touched.current = false; set(blank); await api.act('budget/keep-form-draft', { kind, year, content: null }, { quiet: true }).catch(() => undefined) },
  }
}
