import type { FigureDisplay, FigureValue } from '#kernel'
import { type DOMOutputSpec, Schema } from 'prosemirror-model'
import { readFigure } from './figure-json.ts'

/** How a chip reads: the display asked for, or its own text. Set by the screen, so that this file draws nothing by itself. */
export type FigureAttributes = { readonly figure: FigureValue; readonly show: FigureDisplay | null }

const identity = (dom: HTMLElement) => ({ id: dom.getAttribute('data-id') ?? '' })
const marked = (id: unknown): Record<string, string> => (id ? { 'data-id': String(id) } : {})
const tones = ['info', 'warning', 'bad'] as const
const hole = (tag: string, attributes: Record<string, string>): DOMOutputSpec => [tag, attributes, 0]

/**
 * The narrative part of the kernel block model: headings, paragraphs, lists and notes of text with strong, em, links and figures.
 * Whatever is not here cannot be typed, pasted or stored. An empty `id` is given one by the plugin of ids.
 */
export const narrative = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', attrs: { id: { default: '' }, author: { default: null } }, parseDOM: [{ tag: 'p', getAttrs: identity }, { tag: 'div' }], toDOM: ({ attrs }) => hole('p', marked(attrs['id'])) },
    heading: {
      group: 'block', content: 'inline*', defining: true, attrs: { id: { default: '' }, level: { default: 3 } },
      parseDOM: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, getAttrs: (dom: HTMLElement) => ({ ...identity(dom), level: Math.min(3, Math.max(2, level)) }) })),
      toDOM: ({ attrs }) => hole(`h${attrs['level']}`, marked(attrs['id'])),
    },
    list: {
      group: 'block', content: 'item+', attrs: { id: { default: '' }, ordered: { default: false } },
      parseDOM: [{ tag: 'ul', getAttrs: (dom) => ({ ...identity(dom), ordered: false }) }, { tag: 'ol', getAttrs: (dom) => ({ ...identity(dom), ordered: true }) }],
      toDOM: ({ attrs }) => hole(attrs['ordered'] ? 'ol' : 'ul', marked(attrs['id'])),
    },
    item: { content: 'inline*', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => hole('li', {}) },
    note: {
      group: 'block', content: 'inline*', defining: true, attrs: { id: { default: '' }, tone: { default: 'info' }, title: { default: null } },
      parseDOM: [{ tag: 'aside[data-tone]', getAttrs: (dom) => ({ ...identity(dom), tone: tones.find((tone) => tone === dom.getAttribute('data-tone')) ?? 'info', title: dom.getAttribute('data-title') }) }, { tag: 'blockquote', getAttrs: identity }],
      toDOM: ({ attrs }) => hole('aside', { class: `note-block tone-${attrs['tone']}`, 'data-tone': String(attrs['tone']), ...(attrs['title'] ? { 'data-title': String(attrs['title']) } : {}), ...marked(attrs['id']) }),
    },
    text: { group: 'inline' },
    figure: {
      group: 'inline', inline: true, atom: true, selectable: true, draggable: true, attrs: { figure: {}, show: { default: null } },
      leafText: ({ attrs }) => (attrs['figure'] as FigureValue).text,
      parseDOM: [{ tag: 'span[data-figure]', getAttrs: (dom) => readFigure(dom.getAttribute('data-figure') ?? '') ?? false }],
      toDOM: ({ attrs }) => ['span', { class: 'figure', 'data-figure': JSON.stringify(attrs) }, (attrs['figure'] as FigureValue).text],
    },
    reference: {
      group: 'inline', inline: true, atom: true, selectable: true, draggable: true, attrs: { target: {}, text: { default: '' } },
      leafText: ({ attrs }) => String(attrs['text']),
      parseDOM: [{ tag: 'span[data-reference]', getAttrs: (dom) => { const target = dom.getAttribute('data-reference') ?? ''; return /^[A-Za-z0-9][A-Za-z0-9._:/-]{0,59}$/.test(target) ? { target, text: dom.textContent ?? '' } : false } }],
      toDOM: ({ attrs }) => ['span', { class: 'reference', 'data-reference': String(attrs['target']) }, String(attrs['text'])],
    },
  },
  marks: {
    link: {
      attrs: { href: {} }, inclusive: false, excludes: '_',
      parseDOM: [{ tag: 'a[href]', getAttrs: (dom) => { const href = dom.getAttribute('href') ?? ''; return /^(https?:\/\/|mailto:|\/(?!\/)|#)/i.test(href) ? { href } : false } }],
      toDOM: ({ attrs }) => ['a', { href: String(attrs['href']) }, 0],
    },
    strong: { parseDOM: [{ tag: 'strong' }, { tag: 'b', getAttrs: (dom) => dom.style.fontWeight !== 'normal' && null }, { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d\d)$/.test(value) && null }], toDOM: () => ['strong', 0] },
    em: { parseDOM: [{ tag: 'em' }, { tag: 'i', getAttrs: (dom) => dom.style.fontStyle !== 'normal' && null }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
  },
})
