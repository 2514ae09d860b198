import type { EngineFault } from './messages.ts'

/** The kind of failure, by how the engine begins its message. */
export const faultOf = (text: string): EngineFault => {
  if (/^INTERRUPT/i.test(text)) return 'interrupted'
  if (/^Out of Memory|failed to (allocate|offload|pin)|could not allocate/i.test(text)) return /disk|temp.*(space|director)/i.test(text) && /No space/i.test(text) ? 'disk' : 'memory'
  if (/No space left|disk is full/i.test(text)) return 'disk'
  if (/No files found|Cannot open file|No such file|not a.*parquet|too small to be a Parquet|No magic bytes/i.test(text)) return 'file'
  if (/CSV Error|Conversion Error|Invalid (unicode|Input)|not utf-8|sniffing/i.test(text)) return 'content'
  return 'defect'
}
