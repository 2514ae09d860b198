import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api, type ApiProblem, searchText, toProblem, useAsOf } from '#design'
import type { Cube } from '../../model/cube.ts'
import { type CubeWire, fromWire } from '../../model/cube-wire.ts'
import type { TableRequest } from '../../model/request.ts'

const ask = async (request: TableRequest, dates: { effectiveOn: string; knownOn: string }): Promise<Cube> => {
  const { bytes } = await api.download(`statistics/table${searchText(dates)}`, request)
  return fromWire(JSON.parse(await bytes.text()) as CubeWire)
}
export type TableAnswer = { readonly cube: Cube | undefined; readonly problem: ApiProblem | undefined; readonly loading: boolean }

/** The table of a request at the reader's two dates; the one before stays while the new one comes. */
export const useTable = (request: TableRequest | undefined): TableAnswer => {
  const { effectiveOn, knownOn } = useAsOf()
  const { data, error, isFetching } = useQuery<Cube, Error>({
    queryKey: ['statistics/table', request, effectiveOn, knownOn], enabled: request !== undefined, placeholderData: keepPreviousData, retry: false, structuralSharing: false,
    queryFn: () => (request ? ask(request, { effectiveOn, knownOn }) : Promise.reject(new Error('Falta el pedido'))),
  })
  return { cube: data, problem: error ? toProblem(error) : undefined, loading: isFetching }
}
