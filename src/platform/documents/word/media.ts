import { escapeXml, nextId } from './xml.ts'

type Picture = { readonly name: string; readonly bytes: Uint8Array }
type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly external: boolean }

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Pictures and links of one part of the file, with the relations that name them. */
export const createMedia = (prefix: string) => {
  const pictures: Picture[] = []
  const relations: Relation[] = []
  const relate = (type: string, target: string, external = false): string => {
    const id = `${prefix}${relations.length + 1}`
    relations.push({ id, type: `${OFFICE}/${type}`, target, external })
    return id
  }
  const add = (bytes: Uint8Array, extension: string): string => {
    const name = `${prefix}-${pictures.length + 1}.${extension}`
    pictures.push({ name, bytes })
    return relate('image', `media/${name}`)
  }
  return {
    pictures,
    /** A relation to another part under a name of its own. */
    relateAs: (id: string, type: string, target: string): void => void relations.push({ id, type: `${OFFICE}/${type}`, target, external: false }),
    relationsXml: (): string =>
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.map(({ id, type, target, external }) => `<Relationship Id="${id}" Type="${type}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`,
    hyperlink: (href: string): string => relate('hyperlink', href, true),
    /** An inline picture of `width` × `height` points; the SVG is used by programs that read it, the picture by the others. */
    image: (picture: { readonly raster: Uint8Array; readonly extension: 'png' | 'jpg'; readonly svg?: string; readonly width: number; readonly height: number; readonly alternative: string }): string => {
      const raster = add(picture.raster, picture.extension)
      const vector = picture.svg ? `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${add(Buffer.from(picture.svg), 'svg')}"/></a:ext></a:extLst>` : ''
      const [cx, cy] = [Math.round(picture.width * 12700), Math.round(picture.height * 12700)]
      const id = nextId()
      const name = `Imagen ${id}`
      return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr id="${id}" name="${name}" descr="${escapeXml(picture.alternative)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${id}" name="${name}" descr="${escapeXml(picture.alternative)}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${raster}">${vector}</a:blip><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
    },
  }
}
export type Media = ReturnType<typeof createMedia>
