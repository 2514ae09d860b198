import { useState } from 'react'
import { formatNumber } from '#kernel'
import { Button, TextField } from '#design'
import { ownEdges } from '../../charts/map-classes.ts'

const read = (text: string): readonly number[] => ownEdges(text.split(';').map((word) => word.trim()).filter(Boolean).map((word) => Number(word.replaceAll('.', '').replace(',', '.'))))
/** Limits of classes written by hand. */
export const OwnEdges = ({ edges, onChange }: { edges: readonly number[]; onChange: (edges: readonly number[]) => void }) => {
  const [text, type] = useState(edges.map((edge) => formatNumber(edge, Number.isInteger(edge) ? 0 : 2)).join('; '))
  const found = read(text)
  return <div className="own-edges"><TextField label="Límites" help="De dos a seis, con punto y coma: 10; 20; 35,5" value={text} onChange={type} error={text.trim() !== '' && found.length < 2 ? 'Escriba dos números o más' : undefined} /><Button size="compact" disabled={found.length < 2} onPress={() => onChange(found)}>Aplicar</Button></div>
}
