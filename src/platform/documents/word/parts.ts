import { NAMESPACES, XML_HEAD } from './xml.ts'

const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`

export const contentTypes = `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="odttf" ContentType="application/vnd.openxmlformats-officedocument.obfuscatedFont"/><Default Extension="svg" ContentType="image/svg+xml"/>${[
  override('word/document.xml', `${MAIN}.document.main+xml`), override('word/styles.xml', `${MAIN}.styles+xml`), override('word/numbering.xml', `${MAIN}.numbering+xml`),
  override('word/settings.xml', `${MAIN}.settings+xml`), override('word/fontTable.xml', `${MAIN}.fontTable+xml`), override('word/header1.xml', `${MAIN}.header+xml`),
  override('word/header2.xml', `${MAIN}.header+xml`), override('word/footer1.xml', `${MAIN}.footer+xml`), override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
].join('')}</Types>`

export const packageRelations = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`

/** Only a document with contents asks Word to compute its fields on opening; the others open without a question. */
export const settingsXml = (updateFields: boolean): string =>
  `${XML_HEAD}<w:settings ${NAMESPACES}><w:zoom w:percent="100"/><w:embedTrueTypeFonts/><w:defaultTabStop w:val="708"/>${updateFields ? '<w:updateFields w:val="true"/>' : ''}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="es-CL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>`
