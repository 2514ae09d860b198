import { createServer, type Server } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { emlOf, encodedHeader } from './letter.ts'
import { smtpTransport, transportFrom } from './smtp.ts'

const letter = { id: 'm1', from: 'secpla@villa.example', to: 'jefa@villa.example', subject: 'Actualización del 1.er semestre', text: 'Buenos días:\n.\nResponda aquí.', at: new Date('2026-07-22T13:40:00Z') }

let server: Server
let port = 0
const said: string[] = []
beforeAll(async () => {
  // A mail server of three lines: it takes everything except a recipient called «nadie».
  server = createServer((socket) => {
    let data = false
    let held = ''
    socket.setEncoding('utf8')
    socket.write('220 prueba\r\n')
    socket.on('data', (chunk: string) => {
      held += chunk
      for (let end = held.indexOf('\r\n'); end >= 0; end = held.indexOf('\r\n')) {
        const line = held.slice(0, end)
        held = held.slice(end + 2)
        said.push(line)
        if (data) { if (line === '.') { data = false; socket.write('250 recibido\r\n') } }
        else if (line.startsWith('EHLO')) socket.write('250-prueba\r\n250 AUTH PLAIN\r\n')
        else if (line.startsWith('AUTH')) socket.write(line.includes(Buffer.from('\0ana\0clave').toString('base64')) ? '235 bien\r\n' : '535 mal\r\n')
        else if (line === 'DATA') { data = true; socket.write('354 diga\r\n') }
        else socket.write(line.includes('nadie') ? '550 no existe\r\n' : '250 bien\r\n')
      }
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const bound = server.address()
  port = typeof bound === 'object' && bound ? bound.port : 0
})
afterAll(() => new Promise((resolve) => server.close(resolve)))
const over = (more: object = {}) => smtpTransport({ host: '127.0.0.1', port, tls: false, from: 'secpla@villa.example', allowPlain: true, seconds: 3, ...more })

test('un .eml lleva su asunto y su texto en castellano, y el punto solo no corta el mensaje', async () => {
  const text = emlOf(letter)
  expect(text).toContain('To: jefa@villa.example\r\n')
  expect(text).toContain('Date: Wed, 22 Jul 2026 13:40:00 +0000\r\n')
  const subject = /Subject: ([\s\S]*?)\r\n(?! )/.exec(text)?.[1] ?? ''
  expect(subject.split(/\r\n /).map((word) => Buffer.from(/\?B\?(.*)\?=/.exec(word)?.[1] ?? '', 'base64').toString()).join('')).toBe('Actualización del 1.er semestre')
  expect(Buffer.from(text.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toBe('Buenos días:\r\n.\r\nResponda aquí.')
})
test('un asunto con saltos de línea no abre otra cabecera y una dirección torcida se rechaza', () => {
  expect(encodedHeader('Hola\r\nBcc: otro@x.cl')).toBe('Hola Bcc: otro@x.cl')
  expect(() => emlOf({ ...letter, to: 'a@b.cl>\r\nBcc: c@d.cl' })).toThrow(RangeError)
})
test('envía con cuenta y clave', async () => {
  said.length = 0
  await over({ user: 'ana', password: 'clave' }).send(letter)
  expect(said.slice(0, 5)).toEqual(['EHLO secplan', `AUTH PLAIN ${Buffer.from('\0ana\0clave').toString('base64')}`, 'MAIL FROM:<secpla@villa.example>', 'RCPT TO:<jefa@villa.example>', 'DATA'])
  expect(said.at(-2)).toBe('.')
})
test('dice por qué no pudo, sin repetir la clave ni el texto', async () => {
  const wrong = await over({ user: 'ana', password: 'secreta' }).send(letter).catch((error: Error) => error.message)
  expect(wrong).toBe('el servidor de correo rechazó la cuenta o su clave (535)')
  await expect(over().send({ ...letter, to: 'nadie@villa.example' })).rejects.toThrow('rechazó al destinatario (550)')
  await expect(over({ allowPlain: false }).send(letter)).rejects.toThrow('no ofrece cifrado')
})
test('la configuración mal escrita se dice sin mostrar la clave', () => {
  expect(transportFrom({})).toBeUndefined()
  expect(() => transportFrom({ SECPLAN_SMTP: 'http://ana:secreta@x', SECPLAN_MAIL_FROM: 'a@b.cl' })).toThrow(/^(?!.*secreta).*SECPLAN_SMTP/)
  expect(() => transportFrom({ SECPLAN_SMTP: 'smtps://ana:secreta@x.cl', SECPLAN_MAIL_FROM: 'sin arroba' })).toThrow(/^(?!.*secreta).*SECPLAN_MAIL_FROM/)
  expect(transportFrom({ SECPLAN_SMTP: 'smtps://ana:secreta@x.cl', SECPLAN_MAIL_FROM: 'a@b.cl' })?.from).toBe('a@b.cl')
})
test('con archivos va en partes: el texto se lee, el archivo llega entero y su nombre no abre otra cabecera', async () => {
  const bytes = Uint8Array.from({ length: 200 }, (_, index) => index)
  const eml = emlOf({ ...letter, attachments: [{ name: 'Dirección "Obras"\r\nBcc: otro@x.cl.xlsx', type: 'application/vnd.ms-excel', bytes }] })
  const mark = /boundary="([^"]+)"/.exec(eml)?.[1] ?? ''
  const parts = eml.split(`--${mark}`)
  expect(parts.length).toBe(4)
  expect(parts[3]?.trim()).toBe('--')
  const bodyOf = (part = '') => Buffer.from(part.slice(part.indexOf('\r\n\r\n')).replace(/\s/g, ''), 'base64')
  expect(bodyOf(parts[1]).toString()).toBe('Buenos días:\r\n.\r\nResponda aquí.')
  expect(new Uint8Array(bodyOf(parts[2]))).toEqual(bytes)
  expect(parts[2]).toContain("filename*=UTF-8''Direcci%C3%B3n%20Obras")
  expect(eml).not.toMatch(/^Bcc:/m)
  expect(Math.max(...eml.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(200)
  expect(() => emlOf({ ...letter, attachments: [{ name: 'x', type: 'text/plain\r\nBcc: a@b.cl', bytes }] })).toThrow(RangeError)
  said.length = 0
  await over().send({ ...letter, attachments: [{ name: 'respuestas.xlsx', type: 'application/vnd.ms-excel', bytes }] })
  expect(said.join('\n')).toContain('filename="respuestas.xlsx"')
})
