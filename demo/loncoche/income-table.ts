/** How an income arrives. `weights` are the twelve months. */
export type IncomeRow = { readonly account: string; readonly base: number; readonly pattern: 'daily' | 'monthly' | 'billed' | 'remittance'; /** Receipts a month. */ readonly count: number; readonly weights: readonly number[]; readonly source: string; readonly concept: string; /** Base already in M$ of 2024. */ readonly from2024?: boolean }

const EVEN = [8, 7, 9, 8, 8, 8, 9, 8, 8, 9, 8, 10]
const row = (account: string, base: number, pattern: IncomeRow['pattern'], count: number, weights: readonly number[], concept: string, source = 'MUN'): IncomeRow => ({ account: `115-${account}`, base, pattern, count, weights, source, concept })

/** Vehicle permits: cars pay in February and March, second instalment in August, buses in May, lorries in September. */
const PERMITS = [1, 14, 62, 4, 3, 1, 1, 9, 3, 0.8, 0.6, 0.6]
const LAND_TAX = [2, 1, 1, 27, 5, 21, 4, 2, 18, 3, 14, 2]
const FCM = [7.2, 6.0, 7.0, 9.8, 12.6, 8.6, 8.4, 6.9, 7.3, 9.2, 7.6, 9.4]
const PATENTS = [42, 5, 2, 1, 1, 1, 40, 5, 1, 1, 0.5, 0.5]

/** Income of 2023 in M$; sums are SINIM's (see README). «Otros derechos» also takes up the difference of carrying patentes from its real 2024. */
export const incomeTable: readonly IncomeRow[] = [
  { ...row('03-01-001-001', 235_988, 'billed', 10, PATENTS, 'Patentes municipales'), from2024: true },
  row('03-01-002-001', 10_878, 'remittance', 1, LAND_TAX, 'Derechos de aseo en impuesto territorial', 'TESORO'), row('03-01-002-002', 6_857, 'billed', 3, PATENTS, 'Derechos de aseo en patentes'), row('03-01-002-003', 13_000, 'monthly', 8, EVEN, 'Derechos de aseo, cobro directo'),
  row('03-01-003-001', 96_000, 'daily', 11, EVEN, 'Permisos de edificación'), row('03-01-003-002', 14_000, 'monthly', 6, [12, 16, 8, 6, 5, 5, 6, 6, 16, 6, 6, 8], 'Permisos provisorios'), row('03-01-003-003', 9_000, 'monthly', 3, PATENTS, 'Propaganda'),
  row('03-01-003-004', 74_000, 'daily', 10, EVEN, 'Transferencia de vehículos'), row('03-01-003-999', 134_057, 'daily', 12, EVEN, 'Otros derechos'), row('03-01-004-001', 61_000, 'monthly', 2, EVEN, 'Concesiones'),
  row('03-02-001-001', 317_862, 'daily', 20, PERMITS, 'Permisos de circulación, beneficio municipal'), row('03-02-001-002', 529_770, 'daily', 20, PERMITS, 'Permisos de circulación, beneficio FCM'),
  row('03-02-002', 58_000, 'daily', 14, EVEN, 'Licencias de conducir'), row('03-02-999', 9_000, 'monthly', 4, EVEN, 'Certificados de tránsito'), row('03-03', 421_824, 'remittance', 2, LAND_TAX, 'Impuesto territorial', 'TESORO'), row('03-99', 4_000, 'monthly', 1, EVEN, 'Otros tributos'),
  row('05-01', 31_000, 'remittance', 1, [0, 0, 0, 2, 0, 3, 0, 2, 0, 2, 0, 0], 'Aportes privados', 'PRIVADO'), row('05-03-002-001', 96_000, 'remittance', 1, [0, 0, 0, 0, 5, 0, 0, 0, 0, 5, 0, 0], 'Fortalecimiento de la gestión', 'FIGEM'),
  row('05-03-002-999', 204_000, 'remittance', 1, [2, 0, 8, 3, 8, 2, 8, 3, 8, 6, 8, 8], 'Programas SUBDERE', 'SUBDERE'), row('05-03-007-999', 190_000, 'remittance', 1, [9, 4, 12, 4, 9, 9, 4, 4, 14, 5, 4, 22], 'Aportes del Tesoro Público', 'TESORO'),
  row('05-03-099', 410_000, 'remittance', 2, [9, 3, 10, 9, 10, 8, 9, 8, 8, 9, 9, 8], 'Convenio Ministerio de Desarrollo Social', 'MDSF'), row('05-03-099', 230_000, 'remittance', 1, [5, 2, 14, 4, 12, 8, 12, 6, 10, 10, 10, 7], 'Convenio INDAP, SernamEG y SENDA', 'INDAP'), row('05-03-100', 12_432, 'monthly', 2, PERMITS, 'Permisos girados por otras municipalidades'),
  row('06-01', 18_000, 'monthly', 3, EVEN, 'Arriendos'), row('06-03', 92_000, 'monthly', 1, EVEN, 'Intereses de depósitos'),
  row('08-01-002', 62_000, 'monthly', 5, EVEN, 'Recuperación de licencias médicas'), row('08-02-001', 198_000, 'daily', 13, EVEN, 'Multas del Juzgado de Policía Local'), row('08-02-002', 14_000, 'monthly', 3, EVEN, 'Multas de beneficio FCM'), row('08-02-003', 12_000, 'monthly', 3, EVEN, 'Ley de Alcoholes, municipal'),
  row('08-02-004', 4_000, 'monthly', 2, EVEN, 'Ley de Alcoholes, salud'), row('08-02-005', 32_000, 'monthly', 4, [4, 16, 50, 6, 3, 2, 2, 8, 4, 2, 2, 1], 'Registro de multas no pagadas'), row('08-02-006', 6_000, 'monthly', 2, [4, 16, 50, 6, 3, 2, 2, 8, 4, 2, 2, 1], 'Registro de multas, otras comunas'), row('08-02-008', 28_000, 'monthly', 4, EVEN, 'Intereses y reajustes'),
  row('08-03-001', 5_553_046, 'remittance', 2, FCM, 'Fondo Común Municipal, participación anual', 'TESORO'), row('08-04-001', 3_000, 'monthly', 2, EVEN, 'Arancel del registro de multas'), row('08-99-001', 22_000, 'monthly', 2, EVEN, 'Reintegros'), row('08-99-999', 19_785, 'monthly', 3, EVEN, 'Otros ingresos'),
  row('10-03', 9_000, 'remittance', 1, [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0], 'Remate de vehículos dados de baja'),
  row('13-03-002-001', 148_000, 'remittance', 1, [0, 2, 0, 3, 0, 0, 3, 0, 0, 2, 0, 3], 'Cuotas PMU', 'PMU'), row('13-03-002-002', 120_000, 'remittance', 1, [0, 0, 3, 0, 0, 2, 0, 3, 0, 0, 2, 0], 'Cuotas PMB', 'PMB'), row('13-03-002-999', 60_000, 'remittance', 1, [0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0], 'Otras cuotas SUBDERE', 'SUBDERE'),
  row('13-03-005-001', 1_046, 'remittance', 1, [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0], 'Patentes mineras', 'TESORO'), row('13-03-099', 240_000, 'remittance', 1, [0, 0, 2, 0, 3, 0, 2, 0, 3, 0, 3, 2], 'Cuotas FRIL y FNDR', 'FRIL'),
]

/** M$ of 2023 collected of the income left unpaid the year before (12.10). */
export const RECOVERED_INCOME = 24_000
