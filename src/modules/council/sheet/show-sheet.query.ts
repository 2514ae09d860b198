import { addDays, can } from '#kernel'
import { defineQuery, notFound } from '#platform/actions'
import { businessCalendar } from '#calendar'
import { unitStore } from '#registry'
import { type SheetLine, ShowSheetInput, type SheetView } from '../contract/sheet.ts'
import { type Around, bodyOfSheet, nextMeetingDay } from './gather-sheet.ts'
import { type SheetRow, sheetStore } from './sheet.store.ts'

const line = ({ id, meetingOn, state, heldOn, decisions }: SheetRow): SheetLine => ({ id, meetingOn, state, heldOn, decisions: decisions.length })
const SUGGESTED = 4

/** The sheets, and one of them whole: the one asked for, the one open, or the last held. */
export const showSheet = (around: Around) => defineQuery({
  name: 'council.show-sheet', title: 'Pauta de la reunión con la alcaldía', input: ShowSheetInput, allowed: can('council.sheet'),
  run: async ({ id }, context): Promise<SheetView> => {
    const { tx, law, today } = context
    const rows = await sheetStore(tx).list(await context.knownSeq())
    const row = id ? rows.find((one) => one.id === id) : (rows.find(({ state }) => state === 'open') ?? rows[0])
    if (id && !row) throw notFound({ what: 'la pauta' })
    const made = row && !row.body ? await bodyOfSheet(context, around, row, row.decisions) : undefined
    const body = row?.body ?? made?.body
    const asked = new Set(row?.decisions.map(({ question }) => question) ?? [])
    const newest = rows[0]?.meetingOn
    return {
      sheets: rows.map(line), units: (await unitStore(tx).list()).filter(({ active }) => active).map(({ id: unit, code, name }) => ({ id: unit, code, name })),
      nextMeeting: nextMeetingDay(newest && newest >= today ? newest : addDays(today, 0), businessCalendar(law, tx.commune)),
      sheet: row && body ? { ...line(row), version: row.version, remarks: row.remarks, items: row.decisions, body, blocks: body.blocks, fingerprint: row.fingerprint, files: { pdf: row.pdfHash, docx: row.docxHash }, suggested: (made?.stuck ?? []).map(({ what, who }) => `¿Cómo se destraba con ${who}: ${what}?`.slice(0, 160)).filter((one) => !asked.has(one)).slice(0, SUGGESTED) } : null,
    }
  },
})
