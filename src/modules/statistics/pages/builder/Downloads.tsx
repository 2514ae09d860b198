import { useState } from 'react'
import { Button, Icon, Menu, readProblem, searchText, useAsOf, useToasts } from '#design'
import { requestToAddress } from '../../builder/table-address.ts'
import type { TableRequest } from '../../model/request.ts'

/** Servers and proxies cut longer addresses. */
const LONGEST = 12_000
const OTHERS = [{ id: 'pdf', title: 'PDF' }, { id: 'csv', title: 'CSV (Excel en Chile)', note: 'Punto y coma, coma decimal' }, { id: 'csv-internacional', title: 'CSV internacional', note: 'Coma y punto decimal' }, { id: 'px', title: 'PX (PC-Axis)', note: 'Todas las capas' }, { id: 'json-stat', title: 'JSON-stat 2', note: 'Todas las capas' }, { id: 'parquet', title: 'Parquet', note: 'Todas las capas' }] as const

/** Asks for the file first, so that a refusal (too wide for paper, confidential) is told in words and the page stays. */
const fetched = async (href: string): Promise<{ readonly address: string; readonly name: string }> => {
  const response = await fetch(href, { credentials: 'same-origin' })
  if (!response.ok) throw await readProblem(response)
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return { address: URL.createObjectURL(await response.blob()), name: decodeURIComponent(name ?? 'cuadro') }
}

/** What is seen, as a file. The address of the file is the address of the table. */
export const Downloads = ({ request, layerText, confidential }: { request: TableRequest; layerText: string; confidential: boolean }) => {
  const { effectiveOn, knownOn } = useAsOf()
  const { say } = useToasts()
  const [busy, wait] = useState('')
  const href = (formato: string): string => `/api/statistics/file${searchText({ formato, conjunto: request.dataset, ...requestToAddress(request), capa: layerText || undefined, effectiveOn, knownOn })}`
  if (confidential) return <span className="small soft">Conjunto confidencial: no sale en archivos.</span>
  if (href('observaciones').length > LONGEST) return <span className="small soft">Para descargar, elija menos valores sueltos: use «Todos», un nivel o «dentro».</span>
  const take = async (formato: string): Promise<void> => {
    wait(formato)
    try {
      const { address, name } = await fetched(href(formato))
      Object.assign(document.createElement('a'), { href: address, download: name }).click()
      setTimeout(() => URL.revokeObjectURL(address), 60_000)
    } catch (error) { say(error instanceof Error ? error.message : 'No se pudo preparar el archivo.') } finally { wait('') }
  }
  return (
    <>
      <Button icon="download" busy={busy === 'xlsx'} onPress={() => void take('xlsx')}>Excel</Button>
      <Button busy={busy === 'docx'} onPress={() => void take('docx')}>Word</Button>
      <Menu className="button" label="Descargar en otros formatos" button={<>{busy && busy !== 'xlsx' && busy !== 'docx' ? 'Preparando…' : 'Otros formatos'}<Icon name="down" /></>} groups={[{ title: 'Lo que se ve', entries: OTHERS.map((one) => ({ ...one, onPress: () => void take(one.id) })) }, { title: 'Para otro programa', entries: [{ id: 'observaciones', title: 'Observaciones (CSV)', note: 'Una línea por celda, con códigos', onPress: () => window.location.assign(href('observaciones')) }] }]} />
    </>
  )
}
