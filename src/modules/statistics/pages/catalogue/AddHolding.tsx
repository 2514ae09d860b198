import { useState } from 'react'
import { Fields, FileDrop, FormDialog, newId, NumberField, Select, TextField } from '#design'
import { catalogueKindTitle, type HoldingKind, holdingKinds, type Topic, topicTitle, topics } from '../../contract.ts'

type Draft = { id: string; kind: HoldingKind; title: string; topic: Topic; publisher: string; territory: string; yearFrom: number | null; yearTo: number | null; description: string; fileHash: string | null; link: string }

/** A study, plan, map or document with its file or its address. */
export const AddHolding = () => {
  const [file, name] = useState('')
  return (
    <FormDialog<Draft, Draft> button="Agregar al catálogo" icon="add" title="Agregar al catálogo" wide action="statistics/keep-holding" refresh={['statistics']} done="Agregado al catálogo" submit="Agregar" input={(values) => values}
      start={() => { name(''); return { id: newId(), kind: 'study', title: '', topic: 'other', publisher: '', territory: '', yearFrom: null, yearTo: null, description: '', fileHash: null, link: '' } }}>
      {({ values, set, error }) => (
        <>
          <Fields columns={2}>
            <Select label="Clase" value={values.kind} onChange={(kind) => set({ kind: kind as HoldingKind })} choices={holdingKinds.map((kind) => ({ value: kind, title: catalogueKindTitle[kind] }))} />
            <Select label="Tema" value={values.topic} onChange={(topic) => set({ topic: topic as Topic })} choices={topics.map((topic) => ({ value: topic, title: topicTitle[topic] }))} />
          </Fields>
          <TextField label="Título" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} required />
          <Fields columns={2}>
            <TextField label="Quién lo publica o lo hizo" name="publisher" value={values.publisher} onChange={(publisher) => set({ publisher })} error={error('publisher')} required={false} />
            <TextField label="Territorio" name="territory" value={values.territory} onChange={(territory) => set({ territory })} error={error('territory')} required={false} />
            <NumberField label="Desde el año" name="yearFrom" value={values.yearFrom} onChange={(yearFrom) => set({ yearFrom })} error={error('yearFrom')} required={false} />
            <NumberField label="Hasta el año" name="yearTo" value={values.yearTo} onChange={(yearTo) => set({ yearTo })} error={error('yearTo')} required={false} />
          </Fields>
          <FileDrop label="Archivo" help={file ? `Quedó «${file}».` : 'Si no lo tiene, escriba abajo dónde está.'} onStored={(stored) => { name(stored.name); set({ fileHash: stored.hash }) }} />
          <TextField label="Dirección" name="link" help="Dónde está publicado." value={values.link} onChange={(link) => set({ link })} error={error('link')} required={false} />
          <TextField label="Descripción" name="description" lines={3} value={values.description} onChange={(description) => set({ description })} error={error('description')} required={false} />
        </>
      )}
    </FormDialog>
  )
}
