import type { FileHandle } from 'node:fs/promises'

/** A member as the directory tells it. `size` is what it takes in the file; `method` 0 is stored, 8 deflated. */
export type ZipEntry = { readonly name: string; readonly method: number; readonly size: number; readonly offset: number }

const END = 0x06054b50
const ENTRY = 0x02014b50
const END_SIZE = 22
const ENTRY_SIZE = 46
/** Our archives carry no comment: the end is the last 22 bytes. */
const readEnd = async (handle: FileHandle): Promise<{ count: number; size: number; offset: number }> => {
  const { size } = await handle.stat()
  const end = Buffer.alloc(END_SIZE)
  await handle.read(end, 0, END_SIZE, Math.max(0, size - END_SIZE))
  if (end.readUInt32LE(0) !== END) throw new RangeError('No termina como un zip')
  return { count: end.readUInt16LE(10), size: end.readUInt32LE(12), offset: end.readUInt32LE(16) }
}

/** The members of a zip without 64-bit extensions, as this product writes them. Throws RangeError when it does not read as one. */
export const readDirectory = async (handle: FileHandle): Promise<readonly ZipEntry[]> => {
  const { count, size, offset } = await readEnd(handle)
  const directory = Buffer.alloc(size)
  await handle.read(directory, 0, size, offset)
  const entries: ZipEntry[] = []
  // The count has 16 bits: past 65.535 members it starts again, so the size of the directory rules.
  for (let at = 0; at < size; ) {
    if (directory.readUInt32LE(at) !== ENTRY) throw new RangeError('El índice del zip está dañado')
    const [name, extra, comment] = [directory.readUInt16LE(at + 28), directory.readUInt16LE(at + 30), directory.readUInt16LE(at + 32)]
    entries.push({ name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + name), method: directory.readUInt16LE(at + 10), size: directory.readUInt32LE(at + 20), offset: directory.readUInt32LE(at + 42) })
    at += ENTRY_SIZE + name + extra + comment
  }
  if ((entries.length & 0xffff) !== count) throw new RangeError('El índice del zip está incompleto')
  return entries
}
