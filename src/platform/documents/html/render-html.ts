import type { DocumentBody, DocumentFrame } from '#kernel'
import { qrSvg } from '../qr.ts'
import { setDocument } from '../set-document.ts'
import type { Typeset } from '../typeset.ts'
import { blockHtml } from './html-blocks.ts'
import type { HtmlOptions } from './html-options.ts'
import { escapeHtml } from './html-runs.ts'
import { documentStyle } from './html-style.ts'

const fact = (name: string, value: string): string => (value ? `<div><dt>${name}</dt><dd>${escapeHtml(value)}</dd></div>` : '')

/** The emblem travels inside the page: nothing is asked from outside. */
const emblem = (arms: HtmlOptions['arms']): string => {
  if (!arms) return ''
  const type = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' }[arms.format]
  return `<img class="arms" src="data:${type};base64,${Buffer.from(arms.data).toString('base64')}" alt="${escapeHtml(arms.alternative)}">`
}

const opening = (document: Typeset, arms: HtmlOptions['arms']): string =>
  [
    document.draft || document.demonstration ? `<p class="marks">${document.demonstration ? '<strong>DATOS DE DEMOSTRACIÓN</strong>' : ''}${document.draft ? '<strong>BORRADOR</strong>' : ''}</p>` : '',
    `<header><div class="letterhead">${emblem(arms)}${escapeHtml(document.municipality)}<span>${escapeHtml([document.unit, document.address].filter((text) => text).join(' · '))}</span></div>`,
    `<h1>${escapeHtml(document.title)}</h1>${document.subtitle ? `<p class="subtitle">${escapeHtml(document.subtitle)}</p>` : ''}`,
    `<dl class="facts">${fact('Para', document.addressee)}${fact('Norma', document.legalBasis)}${fact('Fechas', document.dates)}${fact('Estado', document.edition)}</dl></header>`,
    document.reservations.length ? `<section class="reservations"><h2>${escapeHtml(document.reservationsTitle)}</h2><ul>${document.reservations.map((text) => `<li>${escapeHtml(text)}</li>`).join('')}</ul></section>` : '',
    document.contents ? contents(document) : '',
  ].join('')

const contents = (document: Typeset): string => {
  const headings = document.blocks.filter((block) => block.kind === 'heading').filter((block) => block.level <= 2)
  return `<nav class="contents" aria-label="Contenido"><ol>${headings.map((block) => `<li class="level-${block.level}"><a href="${escapeHtml(`#b-${block.id}`)}">${escapeHtml(`${block.number} ${block.text}`.trim())}</a></li>`).join('')}</ol></nav>`
}

const verification = (document: Typeset): string => {
  const { verificationAddress: address } = document
  const link = /^https?:\/\//i.test(address) ? `<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>` : ''
  const qr = address ? qrSvg(address).replace('<svg ', '<svg role="img" aria-label="Código QR con la dirección de verificación" ') : ''
  return `<footer class="verification">${qr}<p><strong>Verificación</strong></p><p>Código <strong>${escapeHtml(document.verificationCode)}</strong></p><p>${escapeHtml(document.verificationSentence)}</p>${link}<p>${escapeHtml(document.dates)}</p><p>Huella SHA-256 del contenido: ${escapeHtml(document.fingerprint)}</p>${document.provisional ? '<p>Las cifras con subrayado punteado son provisionales: aún pueden cambiar.</p>' : ''}</footer>`
}

/** The document as an `<article>` to stand inside a page. Figures are buttons unless told otherwise. */
export const renderHtmlFragment = (body: DocumentBody, frame: DocumentFrame, options: HtmlOptions = {}): string => {
  const document = setDocument(body, frame)
  const figures = options.figures ?? { mode: 'buttons' }
  return `<article class="document" lang="es-CL" data-fingerprint="${escapeHtml(document.fingerprint)}">${opening(document, options.arms)}${document.blocks.map((block) => blockHtml(block, figures, options.theme ?? 'light')).join('')}${verification(document)}</article>`
}

/** A whole page that stands alone: no script, no outside resource. Figures are plain text unless told otherwise. */
export const renderHtml = (body: DocumentBody, frame: DocumentFrame, options: HtmlOptions = {}): string =>
  `<!doctype html><html lang="es-CL"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(body.title)} · ${escapeHtml(body.commune.municipality)}</title><style>${documentStyle}</style></head><body><main>${renderHtmlFragment(body, frame, { figures: { mode: 'text' }, ...options })}</main></body></html>`
