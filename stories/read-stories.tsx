import { Chart, FigureButton, FigureRow, Pair, Seal, Section, StateBadge, Steps, ThreadLine, type ThreadStop, VerticalThread } from '#design'
import { absent, accrued, bars, cash, columns, debt, investment, lines, parts } from './samples.ts'

const stops: readonly ThreadStop[] = [
  { id: '1', kind: 'lleno', name: 'enlazado', value: 'existe y está ligado', state: 'full', href: '#' }, { id: '2', kind: 'con marca', name: 'terminado', value: 'con acto que lo prueba', state: 'done', href: '#' },
  { id: '3', kind: 'doble', name: 'el registro abierto', state: 'here' }, { id: '4', kind: 'medio', name: 'en curso', value: 'parcial', state: 'half', href: '#' }, { id: '5', kind: 'vacío', name: 'pendiente', value: 'creado, sin hechos', state: 'empty' },
  { id: '6', kind: 'rombo', name: 'problema', value: 'atrasado o roto', state: 'bad', href: '#' }, { id: '7', kind: 'cortado', name: 'sin enlace', value: 'huérfano o futuro', state: 'missing' },
]
export const ThreadStories = () => (
  <Section title="El hilo" aside="La firma. Una línea, siete nudos; ningún otro adorno.">
    <ThreadLine stops={stops} label="Ejemplo de hilo" />
    <Pair>
      <div className="stack"><VerticalThread label="Hilo vertical" items={stops.slice(0, 4).map(({ id, name, state }) => ({ id, state, content: <p>{name}</p> }))} /></div>
      <div className="stack"><Steps label="Capítulos" steps={[{ id: 'a', title: '1. Síntesis', note: '2 p.', state: 'done', href: '#a' }, { id: 'b', title: '3. Ejecución del presupuesto', note: '11 p.', state: 'here', href: '#b' }, { id: 'c', title: '7. Acuerdos', note: '3 p.', state: 'bad', onPress: () => undefined }, { id: 'd', title: 'A. Fuentes', state: 'empty' }]} /></div>
    </Pair>
  </Section>
)
export const StateStories = () => (
  <Section title="Estados" aside="Forma y palabra; el color acompaña">
    <div className="line"><StateBadge tone="good">al día</StateBadge><StateBadge tone="warning">por vencer</StateBadge><StateBadge tone="bad">atrasada</StateBadge><StateBadge tone="neutral">pendiente</StateBadge><StateBadge tone="data">en curso</StateBadge><StateBadge tone="neutral" shape="missing">aún no disponible</StateBadge></div>
    <div className="line"><Seal tone="good">Emitido</Seal><Seal tone="warning">En revisión</Seal><Seal tone="bad">Objetado</Seal><Seal tone="data">En ejecución</Seal><Seal tone="neutral">Borrador</Seal></div>
  </Section>
)
export const FigureStories = () => (
  <Section title="Cifras" aside="Lo subrayado se abre">
    <div className="stack">
      <FigureRow items={[{ label: 'Devengado', figure: accrued, show: { thousands: true }, note: '45,9 % del vigente' }, { label: 'Inversión', figure: investment, note: 'de lo vigente' }, { label: 'Caja a noviembre', figure: cash, show: { thousands: true }, note: 'regla: bajo cero es rojo' }, { label: 'Familias conectadas', figure: absent, note: 'aún sin medición' }]} />
      <p>Cifras: <FigureButton figure={accrued} show={{ thousands: true }} /> firme, <FigureButton figure={debt} show={{ thousands: true }} changed /> cambió desde la emisión, <FigureButton figure={investment} /> con ficha.</p>
    </div>
  </Section>
)
export const ChartStories = () => (
  <Section title="Gráficos" aside="Título que dice el hallazgo, rótulo directo, fuente y tabla"><div className="stack"><Pair><Chart block={bars} /><Chart block={lines} /></Pair><Pair><Chart block={columns} /><Chart block={parts} /></Pair></div></Section>
)
