import * as documents from '#platform/documents'
import { bigBody } from '../src/platform/documents/testing/big-body.ts'
import * as sample from '../src/platform/documents/testing/sample.ts'

/** One cold render of the 60-page report in the format asked; prints seconds, bytes and memory as JSON. */
const format = process.argv[2] ?? 'pdf'
const frame = sample.aFrame()
const body = bigBody()
const started = performance.now()
const bytes = await (format === 'pdf' ? documents.renderPdf(body, frame) : documents.renderDocx(body, frame))
process.stdout.write(JSON.stringify({ seconds: (performance.now() - started) / 1000, bytes: bytes.byteLength, memoryMB: process.memoryUsage().rss / 1e6 }))
process.exit(0)
