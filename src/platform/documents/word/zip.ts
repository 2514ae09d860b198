import { crc32, deflateRawSync } from 'node:zlib'

/** 1 January 1980, the first day a zip can name: without a clock, equal documents have equal bytes. */
const FIRST_DAY = 0x0021
const UTF8_NAMES = 0x0800
const STORED = /\.(png|jpg)$/
const FAST = /\.odttf$/

type Entry = { readonly local: Buffer; readonly central: Buffer }

/** Writes a zip with the compression of the platform, several times faster than one in script. Texts are UTF-8. */
export const writeZip = (files: Readonly<Record<string, string | Uint8Array>>): Buffer => {
  let offset = 0
  const entries = Object.entries(files).map(([name, content]) => {
    const made = entry(name, typeof content === 'string' ? Buffer.from(content, 'utf8') : Buffer.from(content), offset)
    offset += made.local.length
    return made
  })
  const central = Buffer.concat(entries.map((one) => one.central))
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...entries.map((one) => one.local), central, end])
}

const entry = (name: string, bytes: Buffer, offset: number): Entry => {
  const stored = STORED.test(name)
  const data = stored ? bytes : deflateRawSync(bytes, { level: FAST.test(name) ? 1 : 5 })
  const label = Buffer.from(name, 'utf8')
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(UTF8_NAMES, 2)
  facts.writeUInt16LE(stored ? 0 : 8, 4)
  facts.writeUInt16LE(FIRST_DAY, 8)
  facts.writeUInt32LE(crc32(bytes), 10)
  facts.writeUInt32LE(data.length, 14)
  facts.writeUInt32LE(bytes.length, 18)
  facts.writeUInt16LE(label.length, 22)
  const place = Buffer.alloc(14)
  place.writeUInt32LE(offset, 10)
  return {
    local: Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), facts, label, data]),
    central: Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), facts, place, label]),
  }
}
