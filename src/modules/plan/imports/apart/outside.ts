import type { openZip } from '#platform/spreadsheets'

type Zip = ReturnType<typeof openZip>
const PARTS = ['word/_rels/settings.xml.rels', 'word/_rels/document.xml.rels']
/** What a program would bring by itself on opening the document; a link waits for a click, and a picture that is elsewhere says nothing here. */
const BROUGHT = /\/(attachedTemplate|subDocument|frame|oleObject|aFChunk)"/i
/** An address of another machine; the template of the desk where it was written («file:///C:\\…») is not. */
const ELSEWHERE = /\sTarget="\s*(?:https?:|ftp:|mhtml:|\\\\|file:\/\/(?!\/)|file:\/{4,}|file:\/\/\/\\\\)/i

/** Whether a document asks whoever opens it to bring a template or a part from another machine: the mark of one made to do harm. Nothing is brought to find out. */
export const fetchesFromOutside = (zip: Zip): boolean =>
  PARTS.some((part) => [...(zip.read(part)?.toString('utf8') ?? '').matchAll(/<Relationship\b[^>]*>/g)].some(([tag]) => BROUGHT.test(tag) && /TargetMode="External"/i.test(tag) && ELSEWHERE.test(tag)))
