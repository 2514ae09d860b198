export { extractionLimits, extractText } from './extract-text.ts'
export type { Extraction, ExtractionLimits, ExtractionState, Passage } from './extraction.ts'
export { extensionOf, type FileFormat, formatOf, isFalseExtension } from './file-format.ts'
