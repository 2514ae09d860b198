import type { FigureValue } from '#kernel'
import { Button, Dialog, figureText, ProblemView, TextField, ThinLoader, useApi, usePeriod } from '#design'
import { useState } from 'react'

type Choice = { readonly title: string; readonly method: string; readonly figure: FigureValue }

/** Looks for a figure of the system by its words and puts it in the text with its recipe. */
export const FigureDialog = ({ onPick, onClose }: { onPick: (figure: FigureValue) => void; onClose: () => void }) => {
  const [text, type] = useState('')
  const { period } = usePeriod()
  const { data, problem, loading } = useApi<{ choices: readonly Choice[] }>('correspondence/figure-choices', { text, period: typeof period === 'string' ? period : period?.id })
  return (
    <Dialog title="Insertar una cifra" open onClose={onClose} wide actions={<Button onPress={onClose}>Volver</Button>}>
      <TextField label="Cifra" help="Parte de su nombre: gasto devengado, deuda, avance." value={text} onChange={type} required={false} />
      <ThinLoader active={loading} label="Calculando las cifras" />
      {problem && <ProblemView problem={problem} />}
      <div className="figure-choices">
        {(data?.choices ?? []).map(({ title, method, figure }) => (
          <button key={`${figure.recipe.id} ${title}`} type="button" onClick={() => onPick(figure)}><span>{title}<small className="soft"> {method}</small></span><b>{figureText(figure, figure.unit === 'CLP' ? { thousands: true } : undefined)}</b></button>
        ))}
      </div>
      {data?.choices.length === 0 && <p className="source">Ninguna cifra se llama así. Pruebe con menos palabras.</p>}
    </Dialog>
  )
}
