import { useState } from 'react'
import { type Day, day } from '#kernel'
import { ApiProblem, Button, Checkbox, Chip, ComboBox, DateField, Dialog, EmptyState, Fields, FileDrop, FormDialog, Menu, Notice, NumberField, PrintButton, ProblemView, ProgressBar, RadioGroup, SearchBox, Section, Segmented, Select, Tabs, TextField, ThinLoader, Tooltip, useToasts } from '#design'

export const ControlStories = () => {
  const [view, change] = useState<'table' | 'map'>('table')
  const [on, press] = useState(true)
  return (
    <Section title="Botones y pestañas" aside="Uno principal por pantalla">
      <div className="line"><Button kind="primary">Guardar</Button><PrintButton /><Button kind="plain">Ver todo</Button><Button kind="danger">Anular</Button><Button disabled>Emitir</Button><Button icon="add" label="Más acciones" /><Button size="compact">Compacto</Button><Button busy>Guardando</Button></div>
      <div className="line"><Segmented label="Vista" value={view} onChange={change} choices={[{ value: 'table', title: 'Tabla' }, { value: 'map', title: 'Mapa' }]} /><Chip pressed={on} onPress={() => press(!on)}>En obra</Chip><Button reason="Pide cerrar la reserva 7.2.">Emitir</Button><Tooltip text="Copia el valor con su fuente"><button type="button" className="button">Copiar</button></Tooltip></div>
      <Tabs label="Ejemplo de pestañas" items={[{ id: 'a', title: 'Resumen', content: <p>Panel de la pestaña; la abierta queda en la dirección.</p> }, { id: 'b', title: 'Hilo', count: 23, content: <p>Otro panel.</p> }]} />
    </Section>
  )
}
export const FieldStories = () => {
  const [name, setName] = useState('Mejoramiento costanera río Cruces')
  const [amount, setAmount] = useState<number | null>(624_510)
  const [source, setSource] = useState<'fndr' | 'fril' | null>('fndr')
  const [town, setTown] = useState<string | null>(null)
  const [date, setDate] = useState<Day | null>(day('2026-07-22'))
  const [gender, setGender] = useState<'0' | '1' | '2' | null>('1')
  const [agreed, agree] = useState(true)
  const [sought, seek] = useState('')
  return (
    <Section title="Campos" aside="Rótulo arriba, ayuda antes del campo, error con su remedio">
      <div className="stack"><Fields columns={3}>
        <TextField label="Nombre del proyecto" help="Como aparecerá en el Concejo y en la web." value={name} onChange={setName} />
        <NumberField label="Monto vigente" unit="M$" value={amount} onChange={setAmount} minimum={0} />
        <TextField label="RUT del contratista" value="76.412.330-9" onChange={() => undefined} error="El dígito verificador no corresponde. Revise la patente o el contrato." />
        <Select label="Fuente de financiamiento" value={source} onChange={setSource} choices={[{ value: 'fndr', title: 'FNDR', note: 'regional' }, { value: 'fril', title: 'FRIL' }]} />
        <ComboBox label="Comuna" value={town} onChange={setTown} choices={[{ value: '09109', title: 'Loncoche', note: 'Cautín' }, { value: '09120', title: 'Villarrica', note: 'Cautín' }, { value: '05103', title: 'Concón', note: 'Valparaíso' }]} />
        <DateField label="Fecha del acto" value={date} onChange={setDate} />
        <TextField label="Causa de la desviación" lines={3} value="Crecida del 4 de junio; 19 días de lluvia." onChange={() => undefined} required={false} />
        <RadioGroup label="Marcador de género" value={gender} onChange={setGender} choices={[{ value: '0', title: '0 · no considera' }, { value: '1', title: '1 · considera, con evidencia' }, { value: '2', title: '2 · es su objetivo principal' }]} />
        <div className="stack"><Checkbox checked={agreed} onChange={agree}>Incluye gestión de salud</Checkbox><Checkbox checked={false} mixed onChange={() => undefined}>Algunas unidades</Checkbox><TextField label="Etapa" value="Ejecución" onChange={() => undefined} disabled reason="La fija el contrato." /></div>
      </Fields>
      <FileDrop label="Balance del mes" help="Excel, ODS o CSV, hasta 50 MB." accept={['.xlsx', '.xls', '.ods', '.csv']} onStored={() => undefined} />
        <Fields columns={3}><SearchBox label="Buscar proyecto" help="Escribe en la dirección al detenerse." value={sought} onChange={(text) => seek(text ?? '')} /></Fields>
        <div className="line"><FormDialog button="Crear unidad" icon="add" title="Crear una unidad" start={() => ({ title: '' })} action="registry/create-unit" input={(values) => values} refresh={[]} done="Unidad creada" submit="Crear">{({ values, set, error }) => <TextField label="Nombre" name="title" value={values.title} onChange={(title) => set({ title })} error={error('title')} />}</FormDialog></div></div>
    </Section>
  )
}
export const FloatingStories = () => {
  const [open, change] = useState(false)
  const { say } = useToasts()
  return (
    <Section title="Diálogo, aviso breve, menú" aside="Lo único con sombra">
      <div className="line">
        <Button onPress={() => change(true)}>Abrir diálogo</Button>
        <Button onPress={() => say('Se cargaron 1.282 filas', { undo: () => Promise.resolve() })}>Aviso con deshacer</Button>
        <Menu button="Más" groups={[{ entries: [{ id: 'o', title: 'Abrir la ficha', keys: 'Enter' }, { id: 'c', title: 'Copiar con fuente', keys: 'Ctrl C' }] }, { title: 'Seguir', entries: [{ id: 's', title: 'Seguir', disabled: true }] }]} />
      </div>
      <Dialog title="Emitir el informe con dos reservas" open={open} onClose={() => change(false)} actions={<><Button onPress={() => change(false)}>Volver</Button><Button kind="primary" onPress={() => change(false)}>Emitir</Button></>}><p className="soft">Queda congelado con fecha, huella y código. Las correcciones posteriores no lo cambian; se verán como diferencias.</p></Dialog>
    </Section>
  )
}
const exceeds = new ApiProblem({ type: '/ayuda/problemas/budget/payment-exceeds-accrual', title: 'El pago supera lo devengado', status: 422, detail: 'Se intentó pagar $1.200.000 y quedan $900.000 por pagar.', remedy: 'Revise el monto o registre antes el devengo que falta.', law: { norm: 'DL 1.263 de 1975' }, errors: [{ pointer: '/amount', message: 'El monto máximo es $900.000.' }] })
export const MessageStories = () => (
  <Section title="Mensajes, esperas y vacíos" aside="Qué pasó, por qué, qué hacer">
    <div className="stack">
      <Notice tone="bad" title="La modificación no cuadra por M$ 1.200" action={<Button size="compact">Ir a la línea</Button>}><p>Los gastos suben 84.300 y los ingresos 83.100. Complete la cuenta 05.03.002 o rebaje 31.02.004.</p></Notice>
      <Notice tone="data" title="Otra persona guardó mientras usted escribía"><p>Nancy Ulloa cambió «Plazo» a las 09:31. Su texto sigue aquí.</p></Notice>
      <Notice tone="warning" title="Falta un anexo"><p>La carpeta cierra mañana a las 14:00.</p></Notice>
      <Notice tone="good" title="Balance de junio cargado"><p>37 líneas nuevas y 418 cambiadas.</p></Notice>
      <ProblemView problem={exceeds} />
      <ProgressBar title="Cargando el balance de junio" value={0.42} message="Línea 538 de 1.282" onCancel={() => undefined} />
      <div><p>Línea de espera, tras 400 ms:</p><ThinLoader active /></div>
      <EmptyState title="Aún no hay convenios en este período" actions={<><Button kind="primary">Traer planilla</Button><Button>Escribir uno</Button></>}><p>Cárguelos desde su planilla o escriba el primero: toma un minuto.</p></EmptyState>
    </div>
  </Section>
)
