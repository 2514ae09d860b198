import { TextField } from '#design'

export const linesOf = (text: string): string[] => text.split('\n').map((line) => line.trim()).filter(Boolean)
/** Several short texts, one for each line. */
export const LinesField = ({ label, help, name, value, onChange, error, required }: { label: string; help?: string; name: string; value: string; onChange: (text: string) => void; error?: string; required?: boolean }) => (
  <TextField label={label} help={help ?? 'Uno por línea.'} name={name} lines={Math.min(6, Math.max(2, linesOf(value).length + 1))} value={value} onChange={onChange} error={error} required={required} />
)
