import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'vite'
import { absent, accrued, asOf, cash, debt, investment } from './samples.ts'

/** A stand-in for the server, only for stories and for looking at the shell without data. `?as=first-run|out|in` is kept in a cookie. */
const session = (as: string) => ({
  account: as === 'in' ? { id: 'a1', name: 'Carolina Manríquez', initials: 'CM', offices: [{ role: 'secpla-director', title: 'directora de SECPLA', substitute: false }], permissions: ['budget.import'], unitName: 'SECPLA' } : null,
  commune: as === 'first-run' ? null : { code: '09109', name: 'Loncoche', municipality: 'Municipalidad de Loncoche' }, communes: [{ code: '09109', name: 'Loncoche' }, { code: '09120', name: 'Villarrica' }],
  clock: { today: '2026-07-22', now: '2026-07-22T13:40:00Z', fixed: true }, demonstration: true, csrf: 'x', firstRun: as === 'first-run',
  demoAccounts: [['Carolina Manríquez', 'Directora de SECPLA'], ['Marta Riffo', 'Presupuesto, SECPLA'], ['Tomás Huenchumán', 'Director de Administración y Finanzas'], ['Marcela Soto', 'Secretaria Municipal'], ['Ruth Sáez', 'Concejala']].map(([name, office]) => ({ name, office, email: `${name}@demo.cl`, password: 'demostración' })),
})
const records = (page: number) => [['EP 3 Costanera', '2026-06-12', 137_160], ['EP 4 Costanera', '2026-06-30', 73_188], ['EP 1 Costanera', '2026-03-10', 62_480], ['EP 2 Costanera', '2026-04-13', 52_067]].map(([title, date, amount]) => ({ id: `${page}-${String(title)}`, documentTitle: page === 1 ? String(title) : `${String(title)}, página ${page}`, documentDate: String(date), amountText: `$${Number(amount).toLocaleString('es-CL')}.000`, amount: Number(amount) * 1000, href: '/invertir/proyectos/1', locator: page === 1 && title === 'EP 3 Costanera' ? 'Gastos junio · G41' : undefined }))
const sheet = (url: URL) => ({
  figure: [investment, accrued, debt, cash, absent].find(({ recipe }) => url.pathname.endsWith(recipe.id)) ?? accrued, method: 'Devengado sobre presupuesto vigente a la fecha. Excluye saldo final de caja.',
  formula: [{ label: 'devengado', text: '412.963' }, { label: 'vigente', text: '1.386.540' }], law: [{ norm: 'DL 1.263 de 1975', title: 'Base' }, { norm: 'Decreto 854 de 2004, Hacienda', title: 'Clasificador' }],
  trail: { records: records(Number(url.searchParams.get('page') ?? 1)), total: 14, page: Number(url.searchParams.get('page') ?? 1), sumText: '$412.963.000' }, history: [{ knownOn: '2026-07-13', text: 'era 29,1 %: faltaba DP 902' }],
  appears: [{ title: 'Síntesis', href: '/rendir/informes/1' }, { title: 'Tabla 3.1', href: '/rendir/informes/1' }], fingerprint: '7c1e09af52d4b6a1',
})
const due = (id: string, on: string, state: string, title: string, detail: string, law: string, who: string, action: string, when?: string) => ({ id, due: on, state, title, detail, law, who, action, href: `/tarea/${id}`, when })
const home = {
  greeting: 'Usted debe nueve cosas en los próximos treinta días. Una está atrasada y otra cierra mañana la carpeta del Concejo.',
  year: [['2026-01-31', 'Informe 2.º sem. 2025', true], ['2026-04-30', 'Cuenta pública', true], ['2026-07-31', 'Informe 1.er semestre', false], ['2026-10-07', 'Presupuesto 2027', false], ['2026-12-14', 'Concejo vota', false]].map(([on, title, done]) => ({ on, title, done })),
  dues: [
    due('1', '2026-07-17', 'late', 'Responder observaciones del RATE: APR Huiscapi Alto', 'Ficha IDI con «objetado técnicamente»; faltan el perfil de demanda y la cotización de bombas.', 'Compromiso con SEREMI de Desarrollo Social, acta 30-06-2026', 'Pedro Antilef', 'Responder', 'hace 3 días háb.'),
    due('2', '2026-07-22', 'started', 'Rendir junio del convenio FRIL «Multicancha techada La Paz»', '3 de 4 comprobantes cargados; falta la cartola del 30-06.', 'Res. 30/2015 CGR', 'Nancy Ulloa', 'Completar'),
    due('3', '2026-07-23', 'started', 'Entregar la Modificación presupuestaria N.º 9 a Secretaría Municipal', 'Cuadra: ingresos +M$ 84.300, gastos +M$ 84.300. Falta su visto bueno.', 'LOCM art. 81', 'Usted', 'Visar', 'mañana, 14:00'),
    due('4', '2026-07-24', 'pending', 'Visar bases especiales: recambio de luminarias, Barrio Norte', 'Informe de la DOM recibido el 20-07, sin reparos.', 'Reglamento SECPLA, letra d)', 'Javiera Cid', 'Revisar', '2 días háb.'),
    due('5', '2026-07-31', 'started', 'Emitir el informe semestral de evaluación', '5 de 7 capítulos listos; 3 unidades sin responder; 2 cifras con reservas.', 'LOCM art. 21 c)', 'Usted', 'Abrir informe', '7 días háb.'),
    due('6', '2026-08-14', 'not-yet', 'Pedir a las unidades su presupuesto 2027', 'Se enviará a 12 unidades con su ejecución a la vista.', 'Calendario interno', 'Marta Riffo', 'Preparar', '17 días háb.'),
  ],
  figures: [{ label: 'Gasto devengado', figure: accrued, show: { thousands: true }, note: '45,9 % del vigente' }, { label: 'Inversión', figure: investment, note: 'subtítulo 31' }, { label: 'Deuda exigible', figure: debt, show: { thousands: true }, note: 'subió M$ 12.300' }, { label: 'Caja a noviembre', figure: cash, show: { thousands: true }, note: 'regla: bajo cero es rojo' }],
  recent: [{ at: '2026-07-21T15:05:00Z', who: 'DOM', what: 'Entregó su informe de las bases de luminarias', href: '/' }, { at: '2026-07-21T13:20:00Z', who: 'carga del balance', what: 'Junio, gastos: 418 líneas cambiaron', href: '/' }],
  readiness: { title: 'Carpeta del Concejo, jueves 30 de julio', items: [{ title: 'Modificación N.º 9', done: false, state: 'falta visar' }, { title: 'Contrato luminarias', done: true, state: 'en carpeta' }], note: 'Lo que llegue después del 23-07 pasa a la sesión N.º 59.' },
}
const law = { parameters: [
  { id: 'procurement/thresholds/public-tender', title: 'Monto desde el que se licita públicamente', unit: 'UTM', kind: 'number', values: [{ from: '2003-10-11', value: 1000, norm: 'Ley 19.886', article: 'art. 5', confidence: 'V' }] },
  { id: 'council/contract-approval', title: 'Contratos que requieren acuerdo del Concejo', unit: 'UTM', kind: 'number', values: [{ from: '1988-03-31', value: 500, norm: 'Ley 18.695', article: 'art. 65 letra j)', confidence: 'M' }] },
] }
const answers: Readonly<Record<string, (url: URL) => unknown>> = {
  '/api/home': () => home, '/api/law': () => law,
  '/api/search': (url) => ({ groups: [{ title: 'Proyectos', items: [{ kind: 'project', title: 'Mejoramiento costanera río Cruces', subtitle: 'BIP 40052318-0', href: '/invertir/proyectos/1' }].filter(({ title }) => title.toLowerCase().includes((url.searchParams.get('text') ?? '').toLowerCase())) }] }),
  '/api/registry/list-municipalities': () => [{ code: '09109', name: 'Loncoche', province: 'Cautín', region: 'La Araucanía' }, { code: '09120', name: 'Villarrica', province: 'Cautín', region: 'La Araucanía' }, { code: '05103', name: 'Concón', province: 'Valparaíso', region: 'Valparaíso' }],
  '/api/problems/budget/payment-exceeds-accrual': () => ({ id: 'budget/payment-exceeds-accrual', kind: 'rule', title: 'El pago supera lo devengado', remedy: 'Revise el monto o registre antes el devengo que falta.', law: { norm: 'DL 1.263 de 1975', article: 'art. 19' } }),
}
const wrong = { type: '/ayuda/problemas/identity/wrong-credentials', title: 'Correo o contraseña no corresponden', status: 401, detail: 'No hay una cuenta con esos datos en la comuna elegida.', remedy: 'Revise el correo y la contraseña. Tras cinco intentos la cuenta descansa quince minutos.' }

const reply = (response: ServerResponse, status: number, body: unknown, cookie?: string) => {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json', ...(cookie ? { 'set-cookie': cookie } : {}) })
  response.end(JSON.stringify(body))
}
const serve = (request: IncomingMessage, response: ServerResponse, next: () => void) => {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const as = /as=([a-z-]+)/.exec(request.headers.cookie ?? '')?.[1] ?? 'in'
  if (url.pathname === '/api/session') return reply(response, 200, session(as))
  if (url.pathname === '/api/identity/sign-in') return request.headers['x-wrong'] || as === 'wrong' ? reply(response, 401, wrong) : reply(response, 200, { result: {} }, 'as=in; path=/')
  if (url.pathname === '/api/identity/sign-out') return reply(response, 200, { result: {} }, 'as=out; path=/')
  if (url.pathname === '/api/registry/first-run') return reply(response, 200, { result: {} }, 'as=in; path=/')
  if (url.pathname.startsWith('/api/figures/')) return reply(response, 200, sheet(url))
  const answer = answers[url.pathname]
  if (answer) return reply(response, 200, answer(url))
  if (url.pathname.startsWith('/api/')) return reply(response, 404, { type: '/ayuda/problemas/web/absent', title: 'No existe', status: 404, detail: url.pathname, remedy: 'Es un servidor de muestra.' })
  next()
}
export const mockApi: Plugin = { name: 'mock-api', configureServer: (server) => { server.middlewares.use(serve) } }
export const knownDates = asOf
