import { useEffect, useState } from 'react'
import { TextField } from './TextField.tsx'

const REST_MS = 300

/** A search that writes the address when the person stops typing. */
export const SearchBox = ({ label = 'Buscar', help, value, onChange }: { label?: string; help?: string; value: string; onChange: (text: string | undefined) => void }) => {
  const [text, type] = useState(value)
  useEffect(() => { type(value) }, [value])
  useEffect(() => {
    if (text === value) return undefined
    const timer = setTimeout(() => onChange(text || undefined), REST_MS)
    return () => clearTimeout(timer)
  }, [text])
  return <div className="search-box"><TextField label={label} help={help} type="search" value={text} onChange={type} /></div>
}
