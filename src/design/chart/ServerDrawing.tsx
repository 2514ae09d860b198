import { useEffect, useRef } from 'react'

/** Takes out what a drawing has no need of: scripts, foreign content, handlers and links that leave the page. */
const safeDrawing = (svg: string): Element | undefined => {
  const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement
  if (parsed.localName !== 'svg' || parsed.querySelector('parsererror')) return undefined
  for (const node of [parsed, ...parsed.querySelectorAll('*')]) {
    if (['script', 'foreignObject', 'iframe', 'animate', 'set'].includes(node.localName)) { node.remove(); continue }
    for (const { name, value } of [...node.attributes]) {
      if (/^on/i.test(name) || (/href$/i.test(name) && !value.startsWith('#'))) node.removeAttribute(name)
    }
  }
  return parsed
}

/** The drawing made once by the server for paper and screen. */
export const ServerDrawing = ({ svg }: { svg: string }) => {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const drawing = safeDrawing(svg)
    if (place.current && drawing) place.current.replaceChildren(document.importNode(drawing, true))
  }, [svg])
  return <div ref={place} className="server-drawing" />
}
