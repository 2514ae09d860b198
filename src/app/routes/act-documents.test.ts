import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractText } from 'unpdf'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fingerprint } from '#platform/documents'
import { actProofs } from '#correspondence'
import { runHere, verifyFile } from '#reporting'
import { stranger } from '../../../tests/cast.ts'
import { openTown, type Town } from '../../../tests/town.ts'
import { correspondence, reporting } from '../modules.ts'
import { actions, desk, queries, staff, type Staff } from '../../modules/correspondence/acts.fixture.ts'
import type { ActView } from '../../modules/correspondence/contract.ts'

let town: Town
let people: Staff
let office: ReturnType<typeof desk>
let decree: string
beforeAll(async () => {
  town = await openTown()
  people = await staff(town)
  office = desk(town, people)
  decree = await office.draft(people.analyst, {
    kind: 'decree', template: 'budget-amendment', subject: 'Aprueba la modificación presupuestaria N.º 7 del año 2026', content: undefined, addressees: [], distribution: [],
    values: { number: '7', year: '2026', agreement: 'Acuerdo N.º 221', session: 'sesión ordinaria N.º 55, de 25-06-2026', reason: 'Refuerza la ayuda de invierno.', accounts: 'cuenta 24.01.001, aumenta M$ 5.500' },
  })
  await office.step(people.analyst, actions.sendAct, decree)
  for (const who of [people.head, people.legal, people.control]) await office.step(who, actions.grantVisa, decree)
})
afterAll(() => town.close())
const open = (id: string) => town.as(people.analyst).asks<ActView>(queries.openAct, { id })
const file = (format: 'pdf' | 'docx' | 'html', act = decree) => correspondence.file(town.system.services, people.analyst, { act, format })
const said = async (bytes: Uint8Array) => (await extractText(new Uint8Array(bytes), { mergePages: true })).text.replace(/\s+/g, ' ')

test('el borrador se imprime con su marca, sin número ni firma', async () => {
  const { bytes, name } = await file('pdf')
  const text = await said(bytes)
  expect(text).toMatch(/BORRADOR/i)
  expect(text).toContain('DECRETO ALCALDICIO N.º ____')
  expect(name).toBe('Decreto alcaldicio (borrador).pdf')
})
test('numerado: el PDF trae vistos, considerando, decreto, firmas, distribución, huella y código, y ya no dice borrador', async () => {
  await office.step(people.clerk, actions.numberAct, decree, { actOn: '2026-06-30' })
  const { act, body } = await open(decree)
  expect(fingerprint(body)).toBe(act.fingerprint)
  const text = await said((await file('pdf')).bytes)
  for (const words of ['DECRETO ALCALDICIO N.º 1', 'VISTOS:', 'los artículos 12, 56 y 63 de la Ley N.º 18.695', 'Decreto Ley N.º 1.263, de 1975', 'CONSIDERANDO:', 'Acuerdo N.º 221', 'DECRETO:', 'APRUÉBASE la modificación presupuestaria N.º 7', 'Anótese, comuníquese', 'Ana Huenchumil Rain', 'Berta Lagos Urrutia', 'DISTRIBUCIÓN', 'AHR/BLU/ism', '30 de junio de 2026', act.verificationCode ?? '-']) expect(text).toContain(words)
  expect(text.replace(/\s/g, '')).toContain(act.fingerprint ?? '-')
  expect(text).not.toMatch(/BORRADOR/i)
  expect(text.indexOf('VISTOS')).toBeLessThan(text.indexOf('CONSIDERANDO'))
  expect(text.indexOf('CONSIDERANDO')).toBeLessThan(text.indexOf('APRUÉBASE'))
})
test.runIf(existsSync('/usr/bin/soffice'))('el Word se abre en LibreOffice y dice lo mismo', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'secplan-act-'))
  try {
    writeFileSync(join(folder, 'acto.docx'), (await file('docx')).bytes)
    execFileSync('/usr/bin/soffice', ['--headless', `-env:UserInstallation=file://${folder}/perfil`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'acto.docx')], { stdio: 'ignore', timeout: 90_000 })
    const text = readFileSync(join(folder, 'acto.txt'), 'utf8').replace(/\s+/g, ' ')
    for (const words of ['DECRETO ALCALDICIO N.º 1', 'VISTOS:', 'CONSIDERANDO:', 'APRUÉBASE la modificación presupuestaria N.º 7', 'Ana Huenchumil Rain', 'AHR/BLU/ism']) expect(text).toContain(words)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
test('cualquiera comprueba el acto por su código, sin ver su texto; el archivo alterado se descubre', async () => {
  const { act } = await open(decree)
  const view = await town.as(stranger).asks<{ found: boolean }>(reporting.queries.verify, { code: act.verificationCode ?? '' })
  expect(view.found).toBe(false) // Another commune asks in its own books.
  expect(await town.as(people.councillor).asks(reporting.queries.verify, { code: (act.verificationCode ?? '').toLowerCase() })).toMatchObject({ found: true, by: 'code', act: { title: 'Decreto alcaldicio N.º 1 de 2026', annulled: false } })
  await runHere(town.system.services, people.clerk, correspondence.renderJob, { act: decree })
  const { bytes } = await file('pdf')
  const proofs = (await town.as(people.clerk).reads(({ tx }) => actProofs(tx).all())).map((one) => ({ fingerprint: one.fingerprint, verificationCode: one.verification_code, title: one.title, edition: 1, issuedOn: one.issued_on, hashes: one.hashes }))
  expect((await verifyFile(bytes, proofs)).verdict).toBe('valid')
  const altered = new Uint8Array(bytes)
  altered[altered.length - 10] = (altered[altered.length - 10] ?? 0) ^ 1
  expect((await verifyFile(altered, proofs)).verdict).not.toBe('valid')
})
test('el PDF emitido, impreso y devuelto como ejemplar firmado, se reconoce por su huella', async () => {
  const { bytes } = await file('pdf')
  const hash = await office.file(people.clerk, bytes)
  const { finding } = await office.step(people.clerk, actions.signAct, decree, { mode: 'scan', file: hash, signedOn: '2026-06-30' })
  expect(finding).toMatchObject({ text: 'same', signature: 'none' })
  const other = await office.toSign()
  expect((await town.as(people.clerk).refused(actions.signAct, { id: other, version: office.version(other), mode: 'scan', file: hash, signedOn: '2026-07-22' })).id).toBe('actos/archivo-no-es-el-acto')
  expect((await town.as(people.head).refused(actions.signAct, { id: other, version: office.version(other), mode: 'scan', file: hash, signedOn: '2026-07-22' })).id).toBe('actos/archivo-no-es-el-acto')
  const scan = await office.file(people.clerk, office.png)
  expect((await town.as(people.head).refused(actions.signAct, { id: other, version: office.version(other), mode: 'scan', file: scan, signedOn: '2026-07-22' })).id).toBe('actos/no-es-quien-firma')
  expect((await town.as(people.clerk).refused(actions.signAct, { id: other, version: office.version(other), mode: 'scan', file: scan, signedOn: '2026-07-21' })).id).toBe('actos/firma-anterior')
  expect((await town.as(people.clerk).refused(actions.signAct, { id: other, version: office.version(other), mode: 'scan', file: scan, signedOn: '2026-07-23' })).id).toBe('actos/fecha-futura')
})
