import { useState } from 'react'
import { ComboBox, FileDrop, newId, Notice, ProblemView, Section, type StoredFile, useAct, useAddress, useApi } from '#design'
import type { DatasetsAnswer } from '../../datasets/dataset-queries.ts'
import { NewDataset } from '../datasets/DatasetForms.tsx'

/** First step: in which data set, and the file. */
export const ChooseData = () => {
  const { search, set } = useAddress()
  const { data } = useApi<DatasetsAnswer>('statistics/list-datasets')
  const dataset = search['conjunto'] ?? ''
  const [file, keep] = useState<StoredFile>()
  const { run, running, problem } = useAct<{ id: string; datasetId: string; fileHash: string }, { id: string; job: string }>('statistics/start-load', { refresh: ['statistics'], onDone: ({ result }) => set({ carga: result.id, trabajo: result.job, conjunto: undefined }) })
  return (
    <Section title="Conjunto y archivo" aside={<NewDataset onMade={(id) => set({ conjunto: id })} />}>
      <ComboBox label="Conjunto de datos" help="El archivo será otra versión de este conjunto." value={dataset || null} onChange={(value) => set({ conjunto: value ?? undefined })} choices={(data?.datasets ?? []).filter(({ retiredOn }) => retiredOn === null).map(({ id, title, publisher, newest }) => ({ value: id, title, note: [publisher, newest ? `versión ${newest.number}` : 'sin datos'].filter(Boolean).join(' · ') }))} required />
      {dataset === '' ? <Notice tone="data" title="Elija primero el conjunto">Si es un dato nuevo, créelo: quién lo publica, de dónde sale y qué mide.</Notice> : (
        <FileDrop label="Archivo de datos" help="Excel, LibreOffice, CSV, PX, JSON-stat, GeoJSON o Parquet, tal como lo entrega quien publica." accept={['.xlsx', '.xls', '.ods', '.csv', '.txt', '.px', '.json', '.geojson', '.parquet', '.xml']} onStored={(stored) => { keep(stored); void run({ id: newId(), datasetId: dataset, fileHash: stored.hash }) }} />
      )}
      {running && <p role="status">Abriendo «{file?.name}»…</p>}
      {problem && <ProblemView problem={problem} />}
    </Section>
  )
}
