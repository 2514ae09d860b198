import { useState } from 'react'
import { api, searchText, useAsOf, useToasts } from '#design'
import type { BuilderAnswer } from '../../builder/open-builder.query.ts'
import { similarPlaces } from '../../builder/similar-places.ts'
import { cubeValue } from '../../model/cube.ts'
import { type CubeWire, fromWire } from '../../model/cube-wire.ts'
import type { Code, Structure } from '../../model/structure.ts'

type Found = { readonly version: { readonly structure: Structure } | null }
const COUNT = 10

/** The communes most alike in population to the own one, by the first population of the store that has them; the method is told in words. */
export const useSimilar = ({ populations, home }: BuilderAnswer) => {
  const { effectiveOn, knownOn } = useAsOf()
  const { say } = useToasts()
  const [method, tell] = useState('')
  const dates = { effectiveOn, knownOn }
  const find = async (codes: readonly Code[]): Promise<readonly string[]> => {
    const communes = new Set(codes.map(({ code }) => code))
    for (const { id, title, base } of populations) {
      try {
        const { version } = await api.query<Found>('statistics/open-builder', { id, ...dates })
        const [place, time, measure] = [version?.structure.dimensions.find(({ role }) => role === 'place'), version?.structure.dimensions.find(({ role }) => role === 'time'), version?.structure.measures.find(({ adds }) => adds)]
        const shared = place?.codes.filter(({ code }) => communes.has(code) && /^\d{5}$/.test(code)) ?? []
        if (!place || !measure || shared.length < 3 || !shared.some(({ code }) => code === home)) continue
        const variables = [{ dimension: place.key, select: { kind: 'codes', codes: shared.map(({ code }) => code) }, place: 'row' }, ...(time ? [{ dimension: time.key, select: { kind: 'latest', count: 1 }, place: 'column' }] : [])]
        const { bytes } = await api.download(`statistics/table${searchText(dates)}`, { dataset: id, measures: [measure.key], variables })
        const cube = fromWire(JSON.parse(await bytes.text()) as CubeWire)
        const list = cube.variables.find(({ key }) => key === place.key)?.codes ?? []
        const found = similarPlaces(list.map(({ code, label }, at) => ({ code, label, size: cubeValue(cube, at) })), home, COUNT)
        const period = cube.variables.find(({ role }) => role === 'time')?.codes[0]?.label
        tell(`Comunas parecidas: las ${found.length} de población más cercana en proporción, según «${title}»${period ? `, ${period}` : ''} (${base}).`)
        return [home, ...found.map(({ code }) => code)]
      } catch { continue }
    }
    say('Ninguna población del almacén tiene estas comunas: no se puede decir cuáles se parecen.')
    return []
  }
  return { offered: populations.length > 0, method, find }
}
